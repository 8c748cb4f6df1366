import type { Failure, FailureCode } from '../failures/failure.ts';

/** Whether a change may have been made all the same: no answer came, or one that nobody can make sense of. */
export function mayBeDone(failure: Failure): boolean {
  if (failure.code === 'outcome-unknown') return true;
  if (failure.code === 'not-json') return (failure as Failure<'not-json'>).details.status < 300;
  return failure.code === 'contract-broken' && (failure as Failure<'contract-broken'>).details.at !== 'request';
}

/** After these, sending more would only fail again; later it may not. */
const NOT_NOW: ReadonlySet<string> = new Set<FailureCode>([
  'unreachable',
  'timed-out',
  'rate-limited',
  'token-refused',
  'not-json',
  'contract-broken',
  'file-unwritable',
]);

/** Whether a failure is one of the moment: sending stops, and what failed by it is sent when the run is resumed. */
export const isOfTheMoment = ({ code }: { readonly code: FailureCode }): boolean => NOT_NOW.has(code);
