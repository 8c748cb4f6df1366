import { Sequence } from '../model/sequence.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { draftOf } from './become.ts';
import { inOrder } from './foretold.ts';
import { actionOf, isRefusal, type Sight } from './judge.ts';
import type { Effect, HiddenChange, Step } from './plan.ts';

/** What the actor of a step sees of what it is about. */
export type SightOf = (step: Step) => Sight;

/** What else follows from some steps that are sent: worked out whenever it is gone through. */
export function effectsOf(steps: readonly Step[], sightOf: SightOf, snapshot: Snapshot): Sequence<Effect> {
  const inTurn = sightsInTurn(steps, sightOf, snapshot);
  return new Sequence(function* () {
    for (const step of steps) {
      const seen = inTurn(step);
      if (isRefusal(seen)) continue;
      for (const effect of actionOf(step.intent).effects(step.intent as never, seen as never))
        yield { ...effect, rows: [step.row] };
    }
  });
}

/** Whose access a step changes on what its actor can't see into (A2, A3). */
export function hiddenBy(step: Step, sightOf: SightOf): HiddenChange[] {
  const { hidden } = actionOf(step.intent);
  const seen = hidden ? sightOf(step) : null;
  if (!hidden || !seen || isRefusal(seen)) return [];
  return hidden(step.intent as never, seen as never).map((change) => ({ ...change, rows: [step.row] }));
}

/** The stage of who is in which team. */
const PEOPLE = 2;

/** What some steps are about, as those sent before them leave it, where what follows goes by that (N1, N2). */
function sightsInTurn(steps: readonly Step[], sightOf: SightOf, snapshot: Snapshot): SightOf {
  const peopleMove = steps.some(({ stage }) => stage === PEOPLE);
  const goesInTurn = ({ intent }: Step): boolean => {
    const { effectsInTurn } = actionOf(intent);
    return effectsInTurn === 'always' || (effectsInTurn === 'where-people-move' && peopleMove);
  };
  if (!steps.some(goesInTurn)) return sightOf;
  const draft = draftOf(snapshot.state);
  const then = new Map<Step, Sight>();
  for (const step of inOrder(steps)) {
    const action = actionOf(step.intent);
    // Looked at now: the draft goes on.
    if (goesInTurn(step)) then.set(step, action.see(step.intent as never, { snapshot, state: draft.state }));
    draft.take(action.become(step.intent as never, draft.state, snapshot));
  }
  return (step) => then.get(step) ?? sightOf(step);
}
