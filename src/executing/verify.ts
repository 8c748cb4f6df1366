import type { Reader } from '../api/index.ts';
import { accessTo, NO_ACCESS } from '../model/access.ts';
import { isAdministrator } from '../model/administrators.ts';
import type { Id, State } from '../model/organization.ts';
import { type Resource, resourceKey } from '../model/resources.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { changesTo } from '../planning/access-changes.ts';
import { resourcesTouchedBy, whomTouches } from '../planning/consequences.ts';
import { stateAfter } from '../planning/foretold.ts';
import type { Step } from '../planning/plan.ts';
import { type Observed, type ObservedAccess, observeMembers, observeResources } from '../reading/observed.ts';
import { agree, asSeen, bare } from './compare.ts';
import type { Created } from './created.ts';
import type { Mismatch, Verification } from './report.ts';

/** What a verification is made from. */
export interface Verifying {
  readonly snapshot: Snapshot;
  readonly reader: Reader;
  /** The member the token belongs to. */
  readonly self: Id;
  readonly created: Created;
  /** Who is to look at a record instead of whoever acted on it: its owner may be another by now. */
  readonly watching?: ((record: Id, actor: Id) => Id) | undefined;
}

/** A resource, who acted on it, and the members whose access its steps may have changed. */
interface Touched {
  readonly resource: Resource;
  readonly actor: Id;
  readonly members: Set<Id>;
  /** Whether the state has its details: then whoever acted sees who reaches it. */
  readonly detailed: boolean;
}

/**
 * Holds what was predicted for the steps that were done against what the API now says, for everyone they touch.
 * What failed is left out of the prediction: only what was done can be proved.
 */
export const verify = (done: readonly Step[], verifying: Verifying): Promise<Verification> =>
  verifyState(done, stateAfter(done, verifying.snapshot), verifying);

/** The same of a state that was predicted some other way. */
export async function verifyState(done: readonly Step[], after: State, verifying: Verifying): Promise<Verification> {
  const touched = touchedBy(done, after, verifying);
  const observed = await observe(touched, after, verifying);
  const checks = touched.map((one) => check(one, after, observed, verifying));
  return {
    checked: sum(checks.map((one) => one.checked)),
    unverifiable: sum(checks.map((one) => one.unverifiable)),
    mismatches: checks.flatMap((one) => one.mismatches),
  };
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

function touchedBy(done: readonly Step[], after: State, { snapshot, watching }: Verifying): Touched[] {
  const found = new Map<string, Touched>();
  for (const step of done) {
    const members = [...whomTouches(step, snapshot)];
    for (const resource of resourcesTouchedBy(step, snapshot)) {
      const key = resourceKey(resource);
      const known = found.get(key) ?? {
        resource,
        actor: watching?.(resource.id, step.intent.actor) ?? step.intent.actor,
        members: new Set(),
        detailed: after.records.has(resource.id) || after.spaces.has(resource.id),
      };
      for (const member of members) known.members.add(member);
      found.set(key, known);
    }
  }
  return [...found.values()];
}

/** By `resourceKey` of what can be looked at as such; by member of what only an administrator is told of (O11). */
interface Observations {
  readonly resources: Observed;
  /** Null where whoever asks is no administrator. */
  readonly members: Observed | null;
}

async function observe(
  touched: readonly Touched[],
  after: State,
  { reader, self, created }: Verifying,
): Promise<Observations> {
  // O11: only an administrator is told what others reach, and whoever applied the plan may be none any more.
  const seesMembers = isAdministrator(self, after);
  const watched = touched
    .filter(({ detailed }) => detailed)
    .map(({ resource, actor }) => ({ resource: { ...resource, id: created.idOf(resource.id) }, actor }));
  const others = touched.filter(({ detailed }) => !detailed).flatMap(({ members }) => [...members]);
  const [resources, members] = await Promise.all([
    observeResources(reader, watched, self),
    seesMembers ? observeMembers(reader, [...new Set(others)].map(created.idOf)) : null,
  ]);
  return { resources, members };
}

function check(
  { resource, members, detailed }: Touched,
  after: State,
  observations: Observations,
  { snapshot, created }: Verifying,
): Verification {
  const changes = changesTo(resource, snapshot.state, after, 'applied');
  const unknowable = new Set(changes.filter((change) => change.change === 'unknown').map((change) => change.member));
  const touched = new Set([...changes.map((change) => change.member), ...members]);
  const key = resourceKey({ ...resource, id: created.idOf(resource.id) });
  const observed = detailed ? observations.resources.get(key) : undefined;
  if (detailed ? !observed : !observations.members) return { checked: 0, unverifiable: touched.size, mismatches: [] };
  // Whoever is no longer a member at all (O12) has nothing, and there is nobody left to ask about.
  for (const member of touched)
    if (snapshot.state.members.has(member) && !after.members.has(member)) touched.delete(member);
  const checkable = [...touched].filter((member) => !unknowable.has(member) && after.members.has(member));
  const predicted = accessTo(resource, after);
  const roles = after.records.get(resource.id)?.confidential !== null;
  const mismatches = checkable.flatMap((member): Mismatch[] => {
    const expected = asSeen(predicted.get(member) ?? NO_ACCESS, after);
    const found = foundOf(created.idOf(member), key, observed, observations) ?? NO_ACCESS;
    return agree(expected, found, { detailed, roles })
      ? []
      : [{ member, resource, predicted: expected, observed: bare(found) }];
  });
  return { checked: checkable.length, unverifiable: touched.size - checkable.length, mismatches };
}

const foundOf = (
  member: Id,
  key: string,
  observed: ReadonlyMap<string, ObservedAccess> | undefined,
  { members }: Observations,
): ObservedAccess | undefined => (observed ? observed.get(member) : members?.get(member)?.get(key));
