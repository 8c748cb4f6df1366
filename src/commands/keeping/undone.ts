import { isRetryable } from '../../executing/outcomes.ts';
import type { RowStatus } from '../../executing/report.ts';
import type { FailureCode } from '../../failures/failure.ts';
import { groupBy } from '../../model/collections.ts';
import type { Plan, StepStatus } from '../../planning/plan.ts';
import type { RunJson } from '../../rendering/runs/run-json.ts';
import type { Texts } from '../../texts/index.ts';

/** How something that wasn't done ended: the first one that holds is its row's. */
const STATUSES = ['unknown', 'failed', 'refused', 'not-attempted'] as const satisfies readonly RowStatus[];
type Undone = (typeof STATUSES)[number];

/** A step that wasn't done, and why. */
export interface UndoneStep {
  readonly action: string;
  readonly target: string;
  readonly subject: string | null;
  readonly status: Undone;
  /** A failure's code, `not-attempted` or `waiting`. */
  readonly code: string;
  readonly message: string;
  readonly rule: string | null;
  readonly requestId: string | null;
  /** Whether asking anew makes sense as things stand. */
  readonly retryable: boolean;
  /** Where the step stands in the plan. */
  readonly position: number;
}

/** A row of which not all was done: once, however many steps it makes. */
export interface UndoneRow extends Pick<UndoneStep, 'status' | 'code' | 'message' | 'retryable'> {
  readonly row: number;
  readonly steps: readonly UndoneStep[];
}

/** The rows of a run that weren't done, in their order. */
export function undoneRows(run: RunJson, plan: Plan, texts: Texts): UndoneRow[] {
  const undone = run.rows.flatMap((row, position) => {
    const step = undoneStep(row, position, plan.steps[position]?.status ?? 'change', run, texts);
    return step ? [{ row: row.row, step }] : [];
  });
  return [...groupBy(undone, ({ row }) => row)]
    .sort(([one], [other]) => one - other)
    .map(([row, steps]) => ({
      row,
      ...together(steps.map(({ step }) => step)),
    }));
}

/** What is said of steps that share a row. */
export function together(steps: readonly UndoneStep[]): Omit<UndoneRow, 'row'> {
  const status = STATUSES.find((one) => steps.some((step) => step.status === one)) ?? 'not-attempted';
  const first = steps.find((step) => step.status === status);
  const messages = new Set(steps.map(withRule));
  const each = steps.map((step) => `${[step.target, step.subject].filter(Boolean).join(', ')}: ${withRule(step)}`);
  return {
    status,
    code: first?.code ?? status,
    message: messages.size === 1 && first ? withRule(first) : each.join('; '),
    retryable: steps.every((step) => step.retryable),
    steps,
  };
}

const withRule = ({ message, rule }: UndoneStep): string => (rule ? `${message} (${rule})` : message);

function undoneStep(
  { action, target, subject, status, error, requestId }: RunJson['rows'][number],
  position: number,
  planned: StepStatus,
  run: RunJson,
  texts: Texts,
): UndoneStep | null {
  if (status === 'done' || status === 'unchanged') return null;
  const why = { code: error?.code ?? status, message: error?.message ?? '', rule: error?.rule ?? null };
  const step = { action, target, subject, status, requestId, position };
  if (status === 'unknown') return { ...step, ...why, code: 'outcome-unknown', ...unknown(why.message, run, texts) };
  if (status !== 'not-attempted') {
    const retryable = status === 'failed' && error !== null && isRetryable({ code: error.code as FailureCode });
    return { ...step, ...why, retryable };
  }
  const code = planned === 'waiting' ? 'waiting' : status;
  return { ...step, ...why, code, message: notAttempted(planned, run, texts), retryable: true };
}

/** Nobody knows whether it was done: that is found out first. */
const unknown = (message: string, { id }: RunJson, { runs: say }: Texts) => ({
  message: [...(message === '' ? [] : [message]), say.undone.unsettled(id)].join('; '),
  retryable: false,
});

function notAttempted(planned: StepStatus, { state, stoppedBy }: RunJson, { runs: say }: Texts): string {
  if (planned === 'waiting') return say.undone.waiting;
  if (state === 'running') return say.undone.underWay;
  if (stoppedBy) return say.undone.stopped(stoppedBy.message);
  return state === 'interrupted' ? say.undone.interrupted : say.undone.resting;
}
