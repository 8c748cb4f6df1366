import type { ResolvedIntent } from '../model/intents/index.ts';
import { NEW } from '../model/references.ts';
import type { Action, Ground } from './action.ts';
import { ACTIONS } from './actions/index.ts';
import type { Step } from './plan.ts';
import type { Refusal } from './refusals/index.ts';

/** The action of an intent. The table of actions is keyed by the same name, which TypeScript can't follow. */
export const actionOf = (intent: ResolvedIntent) => ACTIONS[intent.action] as unknown as Action<never, Ground>;

/** Whether what came back is a refusal. */
export const isRefusal = (seen: Sight): seen is Refusal => 'reason' in seen;

/** What an actor sees of what an intent is about, or why that is too little. */
export type Sight = Ground | Refusal;

/** An intent with what its actor sees of what it is about: looked at once, used wherever the planner asks again. */
export interface Judged {
  readonly step: Step;
  readonly seen: Sight;
}

/** The step an intent becomes: what it does, or why it doesn't. */
export function judge(intent: ResolvedIntent, ground: Ground): Judged {
  const action = actionOf(intent);
  const seen = action.see(intent as never, ground);
  if (isRefusal(seen)) return { step: stepOf(intent, ground, refusedFor(seen)), seen };
  const missing = action.creates ? null : notCreated(intent, ground);
  if (missing) return { step: stepOf(intent, ground, refusedFor(missing)), seen };
  const judged = action.judge(intent as never, seen);
  const refusal = judged.verdict === 'refused' ? judged.refusal : null;
  const status = refusal && intent.desired && waitsFor(refusal) ? 'waiting' : judged.verdict;
  const { detail, stage } = action.describe(intent as never, seen);
  return { step: stepOf(intent, ground, { detail, stage, status, refusal }), seen };
}

type Verdict = Pick<Step, 'detail' | 'stage' | 'status' | 'refusal'>;

const NO_DETAIL: Step['detail'] = {};

const refusedFor = (refusal: Refusal): Verdict => ({ detail: NO_DETAIL, stage: 3, status: 'refused', refusal });

/** Written out, not put together: of a hundred thousand steps all have one shape. */
function stepOf(intent: ResolvedIntent, { snapshot }: Ground, { detail, stage, status, refusal }: Verdict): Step {
  const action = actionOf(intent);
  return {
    row: intent.row,
    action: intent.action,
    target: action.target(intent as never, snapshot),
    subject: action.subject(intent as never),
    detail,
    status,
    refusal,
    intent,
    stage,
    repeats: false,
  };
}

/** Why nothing can be done about a member or a team that another row was to make: that row is refused. */
function notCreated(intent: ResolvedIntent, { state, snapshot }: Ground): Refusal | null {
  const action = actionOf(intent);
  const unmade = [action.target(intent as never, snapshot), action.subject(intent as never)].find(
    (one) =>
      one?.id.startsWith(NEW) &&
      ((one.type === 'member' && !state.members.has(one.id)) || (one.type === 'team' && !state.teams.has(one.id))),
  );
  return unmade ? { reason: 'not-created', rule: unmade.type === 'team' ? 'O7' : 'O6' } : null;
}

/** Whether a refusal ends by itself: once somebody accepts their invitation (S8). */
const waitsFor = (refusal: Refusal): boolean => refusal.reason === 'grantee-not-active' && refusal.status === 'invited';
