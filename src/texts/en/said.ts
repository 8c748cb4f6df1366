import type { FailureCode, FailureDetails } from '../../failures/failure.ts';

/** What is said of a failure: what went wrong, and what to do about it. */
export interface Said {
  readonly message: string;
  readonly hint: string | null;
}

/** A sentence for each of some failures. */
export type SentencesFor<Code extends FailureCode> = {
  readonly [One in Code]: (details: FailureDetails[One]) => Said;
};

/** What is said: a message, and a hint where there is one. */
export const say = (message: string, hint: string | null = null): Said => ({ message, hint });
