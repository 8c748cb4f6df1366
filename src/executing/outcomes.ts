import type { Failure, FailureCode } from '../failures/failure.ts';
import type { RowStatus } from './report.ts';

/** Whether a change may have been made all the same: no answer came, or one that nobody can make sense of. */
export function mayBeDone(failure: Failure): boolean {
  if (failure.code === 'outcome-unknown') return true;
  if (failure.code === 'not-json') return (failure as Failure<'not-json'>).details.status < 300;
  return failure.code === 'contract-broken' && (failure as Failure<'contract-broken'>).details.at !== 'request';
}

/** After these, sending more would only fail again; later it may not. */
const STOPPING: ReadonlySet<string> = new Set<FailureCode>([
  'unreachable',
  'untrusted',
  'timed-out',
  'rate-limited',
  'token-refused',
  'not-json',
  'contract-broken',
  'file-unwritable',
]);

/** Whether a failure stops all sending. */
export const isStopping = ({ code }: { readonly code: FailureCode }): boolean => STOPPING.has(code);

/** Whether a failure is one of the moment, as a server's: what failed by it is sent when the run is resumed. */
export const isOfTheMoment = (failure: { readonly code: FailureCode }): boolean =>
  isStopping(failure) || failure.code === 'server-error';

/** Whether it makes sense to ask anew for what failed so: planned on what holds then, it may be otherwise. */
export const isRetryable = (failure: { readonly code: FailureCode }): boolean =>
  isOfTheMoment(failure) || failure.code === 'stale';

/** What became of a step, as far as it matters to whoever goes on with its run. */
interface Outcome {
  readonly status: RowStatus;
  readonly error: { readonly code: FailureCode; readonly details: object } | null;
}

/** Whether what was tried is left so that going on with the run would try it again, or look for it. */
export const isLeft = (outcome: Outcome): boolean => outcome.status !== 'not-attempted' && isOpen(outcome);

/** Whether something is left that going on with the run would send or look for. */
export function isOpen({ status, error }: Outcome): boolean {
  if (status === 'not-attempted') return true;
  if (status === 'unknown') return !(error && 'how' in error.details && error.details.how === 'unseen');
  return status === 'failed' && error !== null && isOfTheMoment(error);
}
