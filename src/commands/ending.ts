import { isLeft } from '../executing/outcomes.ts';
import type { Report } from '../executing/report.ts';
import { EXIT, type Exit, exitOf, firstOf } from '../failures/exit.ts';
import type { Plan } from '../planning/plan.ts';
import { holdingBack, isLeftOut } from '../planning/seats.ts';
import { leftOutOf, type UndoRow } from '../planning/undoing/row.ts';
import { seatsMissing } from './consent.ts';

/** The exit code of a preview: refusals and a want of seats hold a plan back there too; what is left out is said. */
export function exitOfPreview(plan: Plan, detailed: boolean): Exit {
  const pending = detailed && plan.summary.steps.change > 0;
  return firstOf([
    seatsMissing(plan) ? EXIT.consentMissing : EXIT.done,
    holdingBack(plan) > 0 ? EXIT.refused : EXIT.done,
    plan.steps.some(isLeftOut) ? EXIT.partlyDone : EXIT.done,
    pending ? EXIT.changesPending : EXIT.done,
  ]);
}

/** The exit code of a plan that was applied. */
export function exitOfReport({ totals, rows, verification, stoppedBy }: Report): Exit {
  const exits: Exit[] = [EXIT.done];
  if (stoppedBy) exits.push(exitOf(stoppedBy));
  if (verification.mismatches.length > 0) exits.push(EXIT.differs);
  // What is unknown, or failed by something of the moment, pauses the run: going on with it looks, and tries again.
  if (rows.some(isLeft)) exits.push(EXIT.notNow);
  const undone = rows.filter(
    ({ status, step }) => status !== 'done' && status !== 'unchanged' && step.status !== 'waiting',
  );
  if (undone.length > 0) exits.push(totals.done > 0 ? EXIT.partlyDone : nothingDone(undone));
  return firstOf(exits);
}

/** What is left out of an undo is said beside these alone: any other says more. */
const SAYS_LESS: ReadonlySet<Exit> = new Set<Exit>([EXIT.done, EXIT.partlyDone, EXIT.differs, EXIT.changesPending]);

/**
 * The exit code of a plan that undoes a run: where something of it is left out, the rest is only a part; where there is no
 * rest, whether others have changed it all since, or a rule forbids it.
 */
export function exitWithUndo(exit: Exit, { steps }: Plan, undo: readonly UndoRow[] = []): Exit {
  const left = leftOutOf(undo);
  if (left.length === 0 || !SAYS_LESS.has(exit)) return exit;
  if (steps.length > 0) return firstOf([exit, EXIT.partlyDone]);
  return left.every(({ why }) => why.reason === 'changed') ? EXIT.stale : EXIT.refused;
}

/** Where nothing at all is known to be done, the reason says more than "partly": stale, no answer, or refused. */
function nothingDone(undone: Report['rows']): Exit {
  const exits = undone.flatMap(({ status, error }): Exit[] => {
    if (error) return [exitOf(error)];
    if (status === 'unknown') return [EXIT.notNow];
    return status === 'refused' ? [EXIT.refused] : [];
  });
  return exits.length > 0 ? firstOf(exits) : EXIT.partlyDone;
}
