import { EXIT, type Exit, exitOf, firstOf } from '../failures/exit.ts';
import { Failure } from '../failures/failure.ts';
import { deletionsOf, exceedsDeletions, exceedsLosses, lossesOf } from '../planning/brakes.ts';
import type { Plan } from '../planning/plan.ts';
import { holdingBack, withoutSeat } from '../planning/seats.ts';
import type { Showing } from './carrying/carrying.ts';
import type { ChangeOptions } from './options.ts';

/** Who can be asked, and how. */
type Asking = Pick<Showing, 'canAsk' | 'consent' | 'consentToDeletion'>;

/** Why a plan is not sent, and the exit code that goes with it. */
export interface HeldBack {
  readonly exit: Exit;
  readonly why: Failure | null;
}

/**
 * What keeps a plan from being sent: refused rows, too many losses, deletions nobody agreed to, consent; null where
 * nothing does. In a terminal, whoever sits there is asked for what is missing.
 */
export async function heldBack(plan: Plan, change: ChangeOptions, asking: Asking): Promise<HeldBack | null> {
  const { change: steps } = plan.summary.steps;
  const refusal = refusalExit(plan, change);
  const seats = seatsMissing(plan);
  if (seats) return { exit: EXIT.consentMissing, why: seats };
  if (steps === 0) return { exit: refusal, why: null };
  const mayAsk = asking.canAsk && !change.yes;
  const destroys = exceedsDeletions(plan, change.allowDeletion);
  const missing =
    lossesMissing(plan, change) ??
    (destroys && !mayAsk ? deletionMissing(plan, change) : null) ??
    (change.yes || mayAsk ? null : new Failure('consent-missing', {}));
  if (missing) return { exit: firstOf([exitOf(missing), refusal]), why: missing };
  if (refusal !== EXIT.done) return { exit: refusal, why: null };
  if (change.yes || (await asked(plan, steps, destroys, asking))) return null;
  return { exit: EXIT.consentMissing, why: new Failure('declined', {}) };
}

/** What keeps a plan from being sent whatever anybody agrees to: refused rows, seats that are wanting, nothing to send. */
export function keptBack(plan: Plan, change: ChangeOptions): HeldBack | null {
  const seats = seatsMissing(plan);
  if (seats) return { exit: EXIT.consentMissing, why: seats };
  const exit = refusalExit(plan, change);
  return exit !== EXIT.done || plan.summary.steps.change === 0 ? { exit, why: null } : null;
}

/** One refused row holds back all the others, unless they may go without it. */
const refusalExit = (plan: Plan, { skipRefused }: ChangeOptions): Exit =>
  holdingBack(plan) > 0 && !(skipRefused && plan.summary.steps.change > 0) ? EXIT.refused : EXIT.done;

/** Agreeing to a deletion is agreeing to send: nobody is asked twice. */
async function asked(plan: Plan, steps: number, destroys: boolean, asking: Asking): Promise<boolean> {
  if (!destroys) return await asking.consent(steps);
  const { items, unknown } = deletionsOf(plan);
  return await asking.consentToDeletion(items, unknown);
}

/** O6: the rows that would not fit, where nobody said that the others may go without them, or none fits. */
export function seatsMissing(plan: Plan): Failure | null {
  const { seats, steps } = plan.summary;
  const turnedAway = plan.steps.filter((step) => step.refusal?.reason === 'no-seat');
  const fillable = steps.change > 0;
  const rows = fillable ? withoutSeat(plan) : turnedAway;
  if (rows.length === 0) return null;
  const wanting = new Set(rows.map(({ target }) => target.id)).size;
  return new Failure('seats-missing', {
    limit: seats?.limit ?? 0,
    wanting,
    rows: [...new Set(rows.map(({ row }) => row))],
    fillable: fillable && rows.every(({ action, intent }) => action === 'member.invite' && !intent.desired),
  });
}

function lossesMissing(plan: Plan, { maxLosses }: ChangeOptions): Failure | null {
  if (!exceedsLosses(plan, maxLosses)) return null;
  const limit = 'number' in maxLosses ? String(maxLosses.number) : `${maxLosses.percent}%`;
  return new Failure('too-many-losses', { losses: lossesOf(plan), limit });
}

function deletionMissing(plan: Plan, { allowDeletion }: ChangeOptions): Failure {
  return new Failure('deletion-consent', { ...deletionsOf(plan), allowed: allowDeletion > 0 ? allowDeletion : null });
}
