import { throwAll } from '../failures/failure.ts';
import type { ResolvedIntent } from '../model/intents/index.ts';
import type { LeftOut } from '../model/left-out.ts';
import type { Snapshot } from '../model/snapshot.ts';
import type { Ground } from './action.ts';
import { draftOf } from './become.ts';
import { accessChangesOf, pairsOn } from './consequences.ts';
import { claimsOf } from './contradictions.ts';
import { effectsOf, hiddenBy, type SightOf } from './effects.ts';
import { inOrder, stateAfter } from './foretold.ts';
import { actionOf, type Judged, judge } from './judge.ts';
import { leavingIn } from './leaving.ts';
import type { Plan, Step } from './plan.ts';
import { mayTakeSeat, seated } from './seats.ts';
import { summarize } from './summary.ts';
import { refusedTogether } from './together.ts';

/**
 * Turns what somebody wants and the state of the organization into what would be done and all that follows. Pure:
 * the same intents and snapshot give the same plan, whatever the order of rows (law 8). `leftOut` is what reading
 * found no intent could take.
 * Throws `contradiction` failures, each naming its two rows.
 */
export function plan(intents: readonly ResolvedIntent[], snapshot: Snapshot, leftOut: readonly LeftOut[] = []): Plan {
  const { judged, sightOf } = judgeAll(intents, snapshot);
  const steps = refusedTogether(settled(judged, snapshot), snapshot, (these) =>
    stateAfter(changing(these), snapshot),
  ).map(({ step }) => step);
  const sent = steps.filter(isChanging);
  const accessChanges = accessChangesOf(sent, snapshot);
  const effects = effectsOf(sent, sightOf, snapshot);
  const hidden = sent.flatMap((step) => hiddenBy(step, sightOf));
  return {
    steps,
    accessChanges,
    effects,
    hidden,
    leaving: leavingIn(sent, snapshot),
    leftOut,
    summary: summarize({ steps, accessChanges, effects, hidden }, snapshot),
    pairsToday: pairsOn(sent, snapshot),
  };
}

const isChanging = (step: Step): boolean => step.status === 'change';
const changing = (judged: readonly Judged[]): Step[] => judged.map(({ step }) => step).filter(isChanging);

/**
 * Judges what creates something first, and what wants a seat: the other intents are judged with it there (C6, O6, O7).
 * What each sees of what it is about can be asked for again.
 */
function judgeAll(
  intents: readonly ResolvedIntent[],
  snapshot: Snapshot,
): { readonly judged: readonly Judged[]; readonly sightOf: SightOf } {
  const before: Ground = { snapshot, state: snapshot.state };
  const first = intents.filter((intent) => actionOf(intent).creates || mayTakeSeat(intent.action));
  const founded = new Map(foundations(first, before).map((one) => [one.step.intent, one]));
  const ground = withCreated([...founded.values()], before);
  return {
    judged: intents.map((intent) => founded.get(intent) ?? judge(intent, ground)),
    sightOf: ({ intent }) => founded.get(intent)?.seen ?? actionOf(intent).see(intent as never, ground),
  };
}

function withCreated(founded: readonly Judged[], { snapshot, state }: Ground): Ground {
  if (founded.length === 0) return { snapshot, state };
  const draft = draftOf(state);
  for (const { intent, status } of inOrder(founded.map(({ step }) => step))) {
    if (!actionOf(intent).creates || status !== 'change') continue;
    draft.take(actionOf(intent).become(intent as never, draft.state, snapshot));
  }
  return { snapshot, state: draft.state };
}

/** What the plan creates: teams before the people invited into them; then seats are given (O6). */
function foundations(intents: readonly ResolvedIntent[], before: Ground): Judged[] {
  if (intents.length === 0) return [];
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
