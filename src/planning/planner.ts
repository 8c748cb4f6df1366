import { throwAll } from '../failures/failure.ts';
import { accessTo } from '../model/access.ts';
import type { ResolvedIntent } from '../model/intents/index.ts';
import type { LeftOut } from '../model/left-out.ts';
import type { Id, State } from '../model/organization.ts';
import { type Resource, resourceKey } from '../model/resources.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { acceptedChanges, changesTo } from './access-changes.ts';
import type { Ground } from './action.ts';
import { draftOf } from './become.ts';
import { claimsOf } from './contradictions.ts';
import { actionOf, isRefusal, type Judged, judge } from './judge.ts';
import { leavingIn } from './leaving.ts';
import type { AccessChange, Effect, HiddenChange, Plan, Step } from './plan.ts';
import { foldRoles } from './roles.ts';
import { mayTakeSeat, seated, seatsOf } from './seats.ts';
import { summarize } from './summary.ts';
import { refusedTogether } from './together.ts';

/**
 * Turns what somebody wants and the state of the organization into what would be done and all that follows. Pure:
 * the same intents and snapshot give the same plan, whatever the order of rows (law 8). `leftOut` is what reading
 * found no intent could take.
 * Throws `contradiction` failures, each naming its two rows.
 */
export function plan(intents: readonly ResolvedIntent[], snapshot: Snapshot, leftOut: readonly LeftOut[] = []): Plan {
  const judged = refusedTogether(settled(judgeAll(intents, snapshot), snapshot), snapshot, (these) =>
    stateAfter(changing(these), snapshot),
  );
  const after = stateAfter(changing(judged), snapshot);
  const steps = judged.map(({ step }) => step);
  const changes = changing(judged);
  const touched = resourcesOf(changes, snapshot);
  const accessChanges = foldRoles(
    accessChangesOf(changes, touched, after, snapshot),
    { before: snapshot.state, after },
    rowsOf(changes, snapshot),
  );
  const sent = judged.filter(isChanging);
  const effects = inTurn(sent, snapshot).flatMap(effectsOf);
  const hidden = sent.flatMap(hiddenOf);
  return {
    steps,
    accessChanges,
    effects,
    hidden,
    leaving: leavingIn(changes, snapshot),
    leftOut,
    summary: summarize(steps, accessChanges, effects, seatsOf(steps, effects, snapshot), hidden),
    pairsToday: [...touched.values()].reduce((pairs, { resource }) => pairs + reaching(resource, snapshot), 0),
  };
}

const isChanging = ({ step }: Judged): boolean => step.status === 'change';
const changing = (judged: readonly Judged[]): Step[] => judged.filter(isChanging).map(({ step }) => step);

/** The rows of the steps that may change somebody's access. */
function rowsOf(steps: readonly Step[], snapshot: Snapshot): (member: Id) => readonly number[] {
  const rows = rowsByMember(steps, snapshot);
  return (member) => rows.get(member) ?? [];
}

/** Judges what creates something first, and what wants a seat: the other intents are judged with it there (C6, O6, O7). */
function judgeAll(intents: readonly ResolvedIntent[], snapshot: Snapshot): Judged[] {
  const before: Ground = { snapshot, state: snapshot.state };
  const first = intents.filter((intent) => actionOf(intent).creates || mayTakeSeat(intent.action));
  const founded = foundations(first, before);
  const judged = new Map(founded.map((one) => [one.step.intent, one]));
  const draft = draftOf(snapshot.state);
  for (const { intent, status } of inOrder(founded.map(({ step }) => step))) {
    if (!actionOf(intent).creates || status !== 'change') continue;
    draft.take(actionOf(intent).become(intent as never, draft.state, snapshot));
  }
  const ground: Ground = first.length > 0 ? { snapshot, state: draft.state } : before;
  return intents.map((intent) => judged.get(intent) ?? judge(intent, ground));
}

/** What the plan creates: teams before the people invited into them; then seats are given (O6). */
function foundations(intents: readonly ResolvedIntent[], before: Ground): Judged[] {
  const draft = draftOf(before.state);
  const teams = new Map<ResolvedIntent, Judged>();
  for (const intent of intents.filter(({ action }) => action === 'team.create')) {
    const one = judge(intent, before);
    teams.set(intent, one);
    if (one.step.status === 'change')
      draft.take(actionOf(intent).become(intent as never, draft.state, before.snapshot));
  }
  const ground: Ground = teams.size > 0 ? { ...before, state: draft.state } : before;
  return seated(
    intents.map((intent) => teams.get(intent) ?? judge(intent, ground)),
    before.snapshot,
  );
}

/** Rows that say the same are one change; rows that contradict each other are an error (law 8). */
function settled(judged: readonly Judged[], snapshot: Snapshot): Judged[] {
  const { repeats, contradictions } = claimsOf(judged, snapshot);
  throwAll(contradictions);
  return judged.map((one) => (repeats.has(one.step) ? { ...one, step: alreadyAsked(one.step) } : one));
}

/** A row that repeats an earlier one has nothing left to do, unless the rules forbid it as they do the other. */
const alreadyAsked = (step: Step): Step =>
  step.status === 'change' ? { ...step, status: 'unchanged', repeats: true } : step;

/** The organization once some steps are done: what the plan predicts, whole. */
export function stateAfter(steps: readonly Step[], snapshot: Snapshot): State {
  const draft = draftOf(snapshot.state);
  for (const { intent } of inOrder(steps)) {
    draft.take(actionOf(intent).become(intent as never, draft.state, snapshot));
  }
  return draft.state;
}

/** The organization once recipients have accepted what some steps sent them (T6), `after` being that before they do. */
export function stateAccepted(steps: readonly Step[], after: State, snapshot: Snapshot): State {
  const draft = draftOf(after);
  for (const { intent } of steps) {
    draft.take(actionOf(intent).accepted?.(intent as never, draft.state, snapshot) ?? {});
  }
  return draft.state;
}

/** Steps in an order their actor can carry out: what is created first, what takes away the right to the others last. */
export const inOrder = (steps: readonly Step[]): readonly Step[] =>
  ([0, 1, 2, 3, 4] as const).flatMap((stage) => steps.filter((step) => step.stage === stage));

/** A resource, and the steps that may change access to it. */
interface Touched {
  readonly resource: Resource;
  readonly steps: Step[];
}

function resourcesOf(steps: readonly Step[], snapshot: Snapshot): Map<string, Touched> {
  const touched = new Map<string, Touched>();
  for (const step of steps) {
    for (const resource of resourcesTouchedBy(step, snapshot)) {
      const key = resourceKey(resource);
      const known = touched.get(key);
      if (known) known.steps.push(step);
      else touched.set(key, { resource, steps: [step] });
    }
  }
  return touched;
}

/** The resources on which a step may change somebody's access. */
export const resourcesTouchedBy = ({ intent }: Step, snapshot: Snapshot): Iterable<Resource> =>
  actionOf(intent).resources(intent as never, snapshot.state, snapshot);

/** Whose access a step may change: everyone its row names, themselves or as a team. */
export const whomTouches = ({ intent }: Step, snapshot: Snapshot): Iterable<Id> =>
  actionOf(intent).touches(intent as never, snapshot.state, snapshot);

function accessChangesOf(
  changes: readonly Step[],
  touched: ReadonlyMap<string, Touched>,
  after: State,
  snapshot: Snapshot,
): AccessChange[] {
  const sending = new Set(changes.filter(({ intent }) => actionOf(intent).accepted));
  const accepted = sending.size > 0 ? stateAccepted([...sending], after, snapshot) : null;
  return [...touched.values()].flatMap(({ resource, steps }) => {
    const rows = rowsByMember(steps, snapshot);
    const applied = changesTo(resource, snapshot.state, after, 'applied');
    const later = accepted && steps.some((step) => sending.has(step));
    const all = later ? [...applied, ...acceptedChanges(resource, snapshot.state, after, accepted)] : applied;
    return all
      .map((change) => ({ ...change, rows: rows.get(change.member) ?? [...new Set(steps.map(({ row }) => row))] }))
      .sort((a, b) => (a.phase === b.phase ? (a.rows[0] ?? 0) - (b.rows[0] ?? 0) : a.phase === 'applied' ? -1 : 1));
  });
}

function rowsByMember(steps: readonly Step[], snapshot: Snapshot): ReadonlyMap<Id, readonly number[]> {
  const rows = new Map<Id, Set<number>>();
  for (const step of steps) {
    for (const member of whomTouches(step, snapshot)) {
      const known = rows.get(member);
      if (known) known.add(step.row);
      else rows.set(member, new Set([step.row]));
    }
  }
  return new Map([...rows].map(([member, theirs]) => [member, [...theirs]]));
}

/** The stage of who is in which team. */
const PEOPLE = 2;

/** What some steps are about, as those sent before them leave it, where what follows goes by that (N1, N2). */
function inTurn(changing: readonly Judged[], snapshot: Snapshot): readonly Judged[] {
  const peopleMove = changing.some(({ step }) => step.stage === PEOPLE);
  const goesInTurn = ({ intent }: Step): boolean => {
    const { effectsInTurn } = actionOf(intent);
    return effectsInTurn === 'always' || (effectsInTurn === 'where-people-move' && peopleMove);
  };
  if (!changing.some(({ step }) => goesInTurn(step))) return changing;
  const bySteps = new Map(changing.map((one) => [one.step, one]));
  const draft = draftOf(snapshot.state);
  const then = new Map<Step, Judged>();
  for (const step of inOrder([...bySteps.keys()])) {
    const action = actionOf(step.intent);
    // Looked at now: the draft goes on.
    const seen = goesInTurn(step) ? action.see(step.intent as never, { snapshot, state: draft.state }) : null;
    const judged = bySteps.get(step) as Judged;
    then.set(step, seen ? { step, seen } : judged);
    draft.take(action.become(step.intent as never, draft.state, snapshot));
  }
  return changing.map(({ step }) => then.get(step) as Judged);
}

function effectsOf({ step, seen }: Judged): Effect[] {
  if (isRefusal(seen)) return [];
  const effects = actionOf(step.intent).effects(step.intent as never, seen);
  return effects.map((effect) => ({ ...effect, rows: [step.row] }));
}

function hiddenOf({ step, seen }: Judged): HiddenChange[] {
  if (isRefusal(seen)) return [];
  const hidden = actionOf(step.intent).hidden?.(step.intent as never, seen) ?? [];
  return hidden.map((change) => ({ ...change, rows: [step.row] }));
}

/** How many members reach something of a resource today. */
function reaching(resource: Resource, { state, reaching: known }: Snapshot): number {
  const counted = known.get(resourceKey(resource));
  return counted ?? [...accessTo(resource, state).values()].filter((access) => access.level !== 'none').length;
}
