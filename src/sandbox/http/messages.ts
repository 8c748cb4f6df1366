import { PROBLEM_STATUS, PROBLEM_TYPE } from '../../contract/common.ts';
import { ProblemError } from './problem.ts';

/** A request, from the network or from a batch. */
export interface ApiRequest {
  readonly method: string;
  /** Without the query, as it was sent. */
  readonly path: string;
  readonly search: URLSearchParams;
  header(name: string): string | undefined;
  /** The body as text, empty without one; what an idempotency key is bound to. */
  readonly text: string;
  /** The body read as JSON, undefined without one. @throws ProblemError `malformed` */
  json(): unknown;
}

/** An answer, before it is put on the network or into a batch. */
export interface ApiAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/** An error as an answer; what wasn't foreseen is a failure of the server. */
export function answerOfError(error: unknown): ApiAnswer {
  const problem = error instanceof ProblemError ? error : unforeseen(error);
  return {
    status: PROBLEM_STATUS[problem.code],
    headers: { 'Content-Type': PROBLEM_TYPE, ...problem.headers },
    body: problem.body,
  };
}

function unforeseen(error: unknown): ProblemError {
  const code = (error as { code?: unknown } | undefined)?.code;
  if (typeof code === 'string' && code.startsWith('SQLITE_BUSY')) {
    return new ProblemError('unavailable', 'another process is changing the database', undefined, {
      'Retry-After': '1',
    });
  }
  return new ProblemError('server-error', error instanceof Error ? error.message : String(error));
}
