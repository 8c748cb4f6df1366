import type { Failure } from '../failures/failure.ts';

/** Whether a change may have been made all the same: no answer came, or one that nobody can make sense of. */
export function mayBeDone(failure: Failure): boolean {
  if (failure.code === 'outcome-unknown') return true;
  if (failure.code === 'not-json') return (failure as Failure<'not-json'>).details.status < 300;
  return failure.code === 'contract-broken' && (failure as Failure<'contract-broken'>).details.at !== 'request';
}
