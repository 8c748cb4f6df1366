import { throwAll } from '../failures/failure.ts';
import { groupBy } from '../model/collections.ts';
import type { ResolvedIntent } from '../model/intents.ts';
import type { Id, State } from '../model/organization.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { accessTo, changesTo } from './access-changes.ts';
import { draftOf } from './become.ts';
import { claimsOf } from './contradictions.ts';
import { actionOf, isRefusal, situationOf, stepOf } from './judge.ts';
import type { AccessChange, Effect, Plan, Resource, Step } from './plan.ts';
import { summarize } from './summary.ts';

/**
 * Turns what somebody wants and the state of the organization into what would be done and all that follows. Pure:
 * the same intents and snapshot give the same plan, whatever the order of rows (law 8).
 * Throws `contradiction` failures, each naming its two rows.
 */
export function plan(intents: readonly ResolvedIntent[], snapshot: Snapshot): Plan {
  const judged = intents.map((intent) => stepOf(intent, snapshot));
  const claims = claimsOf(judged, snapshot);
  throwAll(claims.contradictions);
  const steps = judged.map((step) => (claims.repeats.has(step) ? alreadyAsked(step) : step));
  const changing = steps.filter((step) => step.status === 'change');
  const touched = resourcesOf(changing);
  const after = stateAfter(changing, snapshot.state);
  const byTarget = groupBy(changing, (step) => step.target.id);
  const accessChanges = touched.flatMap((resource) =>
    attributed(resource, byTarget.get(resource.id) ?? [], snapshot.state, after),
  );
  const effects = changing.flatMap((step) => effectsOf(step, snapshot));
  return {
    steps,
    accessChanges,
    effects,
    summary: summarize(steps, accessChanges, effects),
    pairsToday: touched.reduce((pairs, resource) => pairs + reaching(resource, snapshot.state), 0),
  };
}

/** The organization once some steps are done: what the plan predicts, whole. */
export function stateAfter(steps: readonly Step[], state: State): State {
  const draft = draftOf(state);
  for (const step of inOrder(steps)) draft.take(actionOf(step.intent).become(step.intent as never, draft.state));
  return draft.state;
}

/** Steps in an order their actor can carry out: what takes away the right to the others comes last. */
export const inOrder = (steps: readonly Step[]): readonly Step[] => [
  ...steps.filter((step) => step.stage === 0),
  ...steps.filter((step) => step.stage === 1),
];

/** A row that repeats an earlier one has nothing left to do, unless the rules forbid it as they do the other. */
const alreadyAsked = (step: Step): Step =>
  step.status === 'change' ? { ...step, status: 'unchanged', repeats: true } : step;

function resourcesOf(steps: readonly Step[]): Resource[] {
  const resources = new Map(steps.map((step) => [`${step.target.type} ${step.target.id}`, step.target]));
  return [...resources.values()];
}

function attributed(resource: Resource, steps: readonly Step[], before: State, after: State): AccessChange[] {
  const rowsOf = rowsByMember(steps, before);
  return changesTo(resource, before, after, 'applied')
    .map((change) => ({ ...change, rows: rowsOf.get(change.member) ?? [] }))
    .sort((a, b) => (a.rows[0] ?? 0) - (b.rows[0] ?? 0));
}

/** Whose access a step may change: everyone its row names, themselves or as a team. */
export const whomTouches = (step: Step, state: State): Iterable<Id> =>
  actionOf(step.intent).touches(step.intent as never, state);

function rowsByMember(steps: readonly Step[], state: State): Map<Id, number[]> {
  const rows = new Map<Id, number[]>();
  for (const step of steps) {
    for (const member of whomTouches(step, state)) {
      rows.set(member, [...(rows.get(member) ?? []), step.row]);
    }
  }
  return rows;
}

function effectsOf(step: Step, snapshot: Snapshot): Effect[] {
  const situation = situationOf(step.intent, snapshot);
  if (isRefusal(situation)) return [];
  const effects = actionOf(step.intent).effects(step.intent as never, situation);
  return effects.map((effect) => ({ ...effect, rows: [step.row] }));
}

const reaching = (resource: Resource, state: State): number =>
  [...accessTo(resource, state).values()].filter((access) => access.level !== 'none').length;
