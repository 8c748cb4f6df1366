import { HEADERS, PROBLEM_STATUS, Problem } from '../contract/common.ts';
import type { Endpoint } from '../contract/endpoint.ts';
import { Failure, type FailureDetails } from '../failures/failure.ts';
import { fillPath, nameOf } from './address.ts';
import { headerOf } from './headers.ts';
import { isJson, jsonOf } from './json.ts';
import { retryAfterMs } from './retry-after.ts';
import type { Answered, Broke, Ended } from './transport.ts';

/** What failures are told with. */
export interface Asked {
  readonly endpoint: Endpoint;
  readonly params: Readonly<Record<string, string>> | undefined;
  /** Whether somebody was acted for. */
  readonly actAs: boolean;
  readonly host: string;
  readonly timeoutMs: number;
  readonly now: number;
}

const LONGEST_DETAIL = 300;
/** Statuses of which the API's own words say enough. */
const TOLD: { readonly [status: number]: 'not-found' | 'conflict' | 'refused' | undefined } = {
  404: 'not-found',
  409: 'conflict',
  422: 'refused',
};

/** The failure that an answer other than 2xx stands for. */
export function failureOfAnswer(answer: Answered, asked: Asked): Failure {
  const problem = problemOf(answer);
  const detail = tidy(problem?.detail ?? '');
  const circumstances = { rule: problem?.rule, requestId: headerOf(answer.headers, HEADERS.requestId) ?? undefined };
  const failure = <Code extends keyof FailureDetails>(code: Code, details: FailureDetails[Code]): Failure =>
    new Failure(code, details, circumstances);

  const { status } = answer;
  if (status === 401) return failure('token-refused', { detail });
  const wait = retryAfterMs(answer, asked.now);
  if (status === 429 || (status === 503 && wait !== null)) {
    return failure('rate-limited', { host: asked.host, seconds: wait === null ? null : Math.ceil(wait / 1000) });
  }
  if (status >= 500) return failure('server-error', { status, detail });
  if (!problem) return failure('not-json', notJson(answer));
  if (status === 403) return failure(refusesActing(problem, asked) ? 'act-as-refused' : 'forbidden', { detail });
  if (status === 412) return failure('stale', { target: fillPath(asked.endpoint, asked.params) });
  const code = TOLD[status];
  if (code) return failure(code, { detail });
  // 400, 405, 413, 415…: the two sides understand the contract differently.
  const said = `${status}${codeIn(problem)}`;
  return failure('contract-broken', { endpoint: nameOf(asked.endpoint), at: 'request', problem: said, detail });
}

/** What went wrong, in a word of the contract; any other word may be about somebody, and what is said here is kept. */
const codeIn = ({ code }: Pick<Problem, 'code'>): string => (Object.hasOwn(PROBLEM_STATUS, code) ? ` ${code}` : '');

/** The failure that no answer stands for. */
export function failureOfSilence(broke: Broke, { host, timeoutMs }: Pick<Asked, 'host' | 'timeoutMs'>): Failure {
  if (broke.reason === 'timed-out') return new Failure('timed-out', { host, seconds: timeoutMs / 1000 });
  return new Failure(broke.reason === 'untrusted' ? 'untrusted' : 'unreachable', { host, cause: broke.cause });
}

/** The failure of a change that may have been made all the same. */
export function failureOfDoubt(ended: Ended): Failure {
  if (ended.kind === 'broke') {
    const { cause } = ended;
    return new Failure('outcome-unknown', ended.reason === 'timed-out' ? { cause, how: 'timed-out' } : { cause });
  }
  const how = ended.status === 409 ? 'still-running' : 'server-error';
  const requestId = headerOf(ended.headers, HEADERS.requestId) ?? undefined;
  return new Failure('outcome-unknown', { cause: `HTTP ${ended.status}`, how }, { requestId });
}

/** What is known of an answer that isn't JSON. */
export const notJson = (answer: Answered): FailureDetails['not-json'] => ({
  status: answer.status,
  contentType: tidy((headerOf(answer.headers, 'Content-Type') ?? '').split(';')[0] ?? ''),
});

/** A1: who may not act for others is told so by that rule, or by none. */
const refusesActing = (problem: Pick<Problem, 'rule'>, asked: Asked) =>
  asked.actAs && (problem.rule === undefined || problem.rule === 'A1');

/** The problem of an answer, null where it has none; every field but the ones read here may be missing. */
function problemOf(answer: Answered): Pick<Problem, 'code' | 'detail' | 'rule'> | null {
  if (!isJson(answer)) return null;
  try {
    const parsed = Problem.partial().safeParse(jsonOf(answer));
    const { code = '', detail = '', rule } = parsed.data ?? {};
    return { code, detail, rule };
  } catch {
    return null;
  }
}

/** A text of the API's as it may be shown: on one line, without control characters, 300 characters at most. */
const tidy = (text: string): string =>
  text
    .replace(/[\p{Cc}\p{Cf}\u2028\u2029\s]+/gu, ' ')
    .trim()
    .slice(0, LONGEST_DETAIL);
