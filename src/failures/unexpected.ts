import { Failure } from './failure.ts';

/** The failure that a fault of psyctl's own is: what went wrong, as far as it may be said. */
export const unexpected = (error: unknown): Failure<'unexpected'> =>
  new Failure('unexpected', { problem: told(error) }, { cause: error });

/**
 * What went wrong, in words that can't hold what was read: Node's own errors and parsers quote values, and those may be names.
 * What V8 says of code alone quotes none.
 */
export function told(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const { name, message, code } = error as NodeJS.ErrnoException;
  const isOfCode = (name === 'TypeError' || name === 'ReferenceError') && code === undefined;
  return isOfCode ? message : [name, ...(code === undefined ? [] : [code])].join(' ');
}
