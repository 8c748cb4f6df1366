import { PROBLEM_STATUS, type Problem, type ProblemCode } from '../../contract/common.ts';

const TITLES: Record<ProblemCode, string> = {
  malformed: 'The request is malformed',
  unauthenticated: 'The token is missing or not accepted',
  forbidden: 'This is not for the asker',
  'not-found': 'There is no such thing',
  'method-not-allowed': 'This path has no such method',
  conflict: 'This conflicts with what is there',
  'still-running': 'The first request with this key is still running',
  stale: 'What it rests on has changed',
  'too-large': 'The body is too large',
  refused: 'A rule refuses it',
  'key-reused': 'The key was used for another request',
  'rate-limited': 'Too many requests',
  'server-error': 'The server failed',
  unavailable: 'The server can’t answer now',
};

/** A request that ends in an error of the API; thrown before anything is written, so that nothing half-done remains. */
export class ProblemError extends Error {
  override name = 'ProblemError';
  constructor(
    readonly code: ProblemCode,
    readonly detail: string,
    readonly rule?: string,
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(detail);
  }

  /** The body of the answer (RFC 9457). */
  get body(): Problem {
    const { code, detail, rule } = this;
    const status = PROBLEM_STATUS[code];
    return { type: `urn:psyctl:problem:${code}`, title: TITLES[code], status, detail, code, ...(rule && { rule }) };
  }
}

/** A numbered rule of the field forbids it. The detail names neither titles nor pupils. */
export const refused = (rule: string, detail: string): ProblemError => new ProblemError('refused', detail, rule);
/** There is none, or the asker may not know of it (A2): the two answers are the same. */
export const notFound = (what: string): ProblemError => new ProblemError('not-found', `there is no such ${what}`);
/** It can't be understood. */
export const malformed = (detail: string): ProblemError => new ProblemError('malformed', detail);
/** The asker may know of it but not have it. */
export const forbidden = (detail: string, rule?: string): ProblemError => new ProblemError('forbidden', detail, rule);
