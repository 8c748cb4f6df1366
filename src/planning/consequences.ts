import { countReaching } from '../model/access.ts';
import type { Id, State } from '../model/organization.ts';
import { type Resource, resourceKey } from '../model/resources.ts';
import { Sequence } from '../model/sequence.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { acceptedChanges, changesTo } from './access-changes.ts';
import { stateAccepted, stateAfter } from './foretold.ts';
import { actionOf } from './judge.ts';
import type { AccessChange, Step } from './plan.ts';
import { foldRoles } from './roles.ts';

/** A resource, and the steps that may change access to it. */
export interface Touched {
  readonly resource: Resource;
  readonly steps: readonly Step[];
}

/** How some steps change access: worked out whenever it is gone through. */
export function accessChangesOf(steps: readonly Step[], snapshot: Snapshot): Sequence<AccessChange> {
  const after = stateAfter(steps, snapshot);
  const sending = steps.filter(({ intent }) => actionOf(intent).accepted);
  const accepted = sending.length > 0 ? stateAccepted(sending, after, snapshot) : null;
  const states = { before: snapshot.state, after, accepted };
  let rows: ReturnType<typeof rowsByMember> | undefined;
  const rowsOf = (member: Id) => {
    rows ??= rowsByMember(steps, snapshot);
    return [...(rows.get(member) ?? [])];
  };
  const changes = new Sequence(function* () {
    for (const touched of resourcesOf(steps, snapshot)) yield* changesOf(touched, states, snapshot);
  });
  return foldRoles(changes, states, rowsOf);
}

interface States {
  readonly before: State;
  readonly after: State;
  /** Null where nothing is sent that has to be accepted. */
  readonly accepted: State | null;
}

function changesOf({ resource, steps }: Touched, { before, after, accepted }: States, snapshot: Snapshot) {
  const rows = rowsByMember(steps, snapshot);
  const applied = changesTo(resource, before, after, 'applied');
  const later = accepted && steps.some(({ intent }) => actionOf(intent).accepted);
  const all = later ? [...applied, ...acceptedChanges(resource, { before, accepted }, applied)] : applied;
  return all
    .map(
      ({ member, before: was, after: is, change, phase }): AccessChange => ({
        phase,
        member,
        resource,
        before: was,
        after: is,
        change,
        rows: [...(rows.get(member) ?? new Set(steps.map(({ row }) => row)))],
      }),
    )
    .sort((a, b) => (a.phase === b.phase ? (a.rows[0] ?? 0) - (b.rows[0] ?? 0) : a.phase === 'applied' ? -1 : 1));
}

/** What some steps touch, each resource once, with the steps that do. */
export function resourcesOf(steps: readonly Step[], snapshot: Snapshot): readonly Touched[] {
  const touched = new Map<string, { resource: Resource; steps: Step[] }>();
  for (const step of steps) {
    for (const resource of resourcesTouchedBy(step, snapshot)) {
      const key = resourceKey(resource);
      const known = touched.get(key);
      if (known) known.steps.push(step);
      else touched.set(key, { resource, steps: [step] });
    }
  }
  return [...touched.values()];
}

/** The resources on which a step may change somebody's access. */
export const resourcesTouchedBy = ({ intent }: Step, snapshot: Snapshot): Iterable<Resource> =>
  actionOf(intent).resources(intent as never, snapshot.state, snapshot);

/** Whose access a step may change: everyone its row names, themselves or as a team. */
export const whomTouches = ({ intent }: Step, snapshot: Snapshot): Iterable<Id> =>
  actionOf(intent).touches(intent as never, snapshot.state, snapshot);

function rowsByMember(steps: readonly Step[], snapshot: Snapshot): ReadonlyMap<Id, ReadonlySet<number>> {
  const rows = new Map<Id, Set<number>>();
  for (const step of steps) {
    for (const member of whomTouches(step, snapshot)) {
      const known = rows.get(member);
      if (known) known.add(step.row);
      else rows.set(member, new Set([step.row]));
    }
  }
  return rows;
}

/** How many members reach something today of what some steps touch, counted once for each resource. */
export const pairsOn = (steps: readonly Step[], snapshot: Snapshot): number =>
  resourcesOf(steps, snapshot).reduce(
    (pairs, { resource }) =>
      pairs + (snapshot.reaching.get(resourceKey(resource)) ?? countReaching(resource, snapshot.state)),
    0,
  );
