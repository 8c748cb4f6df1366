import type { ResolvedIntent } from '../model/intents.ts';
import type { ServiceRecord } from '../model/organization.ts';
import type { Snapshot } from '../model/snapshot.ts';
import type { Action, Situation } from './action.ts';
import { recordResource } from './action.ts';
import { ACTIONS } from './actions/index.ts';
import type { Refusal, Step } from './plan.ts';

/** The action of an intent. The table of actions is keyed by the same name, which TypeScript can't follow. */
export const actionOf = (intent: ResolvedIntent) => ACTIONS[intent.action] as unknown as Action<never>;

/** What an intent is judged by, or why it can't be: somebody who sees too little of a record may not change it (A2). */
export function situationOf(intent: ResolvedIntent, snapshot: Snapshot): Situation | Refusal {
  const { needs, unseen } = actionOf(intent);
  const seen = snapshot.seen.get(intent.record);
  const owner = seen?.owner === intent.actor ? snapshot.state.members.get(intent.actor) : undefined;
  // A1: nobody can act for an owner who isn't active, however much of the record they see themselves.
  if (owner && owner.status !== 'active') return { reason: 'owner-inactive', rule: 'A1' };
  const enough = needs === 'details' ? seen?.details : (seen?.details ?? seen?.glimpse);
  // An action that needs a glimpse is typed not to look at the record.
  if (seen && enough) return { snapshot, state: snapshot.state, seen, record: seen.details as ServiceRecord };
  return unseen({ couldActAs: snapshot.couldActAs });
}

/** Whether what came back is a refusal. */
export const isRefusal = (judged: Situation | Refusal): judged is Refusal => 'reason' in judged;

/** The step an intent becomes: what it does, or why it doesn't. */
export function stepOf(intent: ResolvedIntent, snapshot: Snapshot): Step {
  const situation = situationOf(intent, snapshot);
  const common = {
    row: intent.row,
    action: intent.action,
    target: recordResource(intent.record),
    intent,
    repeats: false,
  };
  if (isRefusal(situation)) {
    return { ...common, subject: subjectOf(intent), detail: {}, stage: 0, status: 'refused', refusal: situation };
  }
  const action = actionOf(intent);
  const judged = action.judge(intent as never, situation);
  return {
    ...common,
    ...action.describe(intent as never, situation),
    status: judged.verdict,
    refusal: judged.verdict === 'refused' ? judged.refusal : null,
  };
}

const subjectOf = (intent: ResolvedIntent) => ('grantee' in intent ? intent.grantee : null);
