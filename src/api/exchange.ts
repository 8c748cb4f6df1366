import { setMaxListeners } from 'node:events';
import type pLimit from 'p-limit';
import { HEADERS } from '../contract/common.ts';
import type { Endpoint } from '../contract/endpoint.ts';
import { Failure } from '../failures/failure.ts';
import { fillPath, queryString } from './address.ts';
import { interpret } from './answer.ts';
import { headerOf, requestHeaders } from './headers.ts';
import type { Pace } from './pace.ts';
import { type Asked, failureOfSilence } from './problem.ts';
import type { ChangeAsking, Changed } from './request.ts';
import { type Outcome, type Persistence, retrying } from './retry.ts';
import type { Tools } from './tools.ts';
import type { Send } from './transport.ts';
import { judgeChange, judgeRead } from './verdict.ts';

/** Everything an endpoint may be asked with, its types taken off. */
export interface Request extends ChangeAsking {
  readonly params?: Readonly<Record<string, string>> | undefined;
  readonly query?: Readonly<Record<string, unknown>> | undefined;
  readonly body?: unknown;
}
/** Asks an endpoint, again where that is right, and gives what was answered or throws a Failure. */
export type Exchange = (endpoint: Endpoint, request: Request) => Promise<Changed<unknown>>;
/** How many requests may be under way at once: more of them where they go together. */
export type Limit = ReturnType<typeof pLimit>;

/** What an exchange is made of. */
export interface ExchangeOptions {
  readonly send: Send;
  readonly host: string;
  readonly timeoutMs: number;
  readonly limit: Limit;
  readonly pace: Pace;
  readonly tools: Tools;
  readonly persistence: Persistence;
}

/** The way every request takes, reads and changes alike. */
export function exchangeOver(options: ExchangeOptions): Exchange {
  const { tools, host, timeoutMs, limit } = options;
  return async (endpoint, request) => {
    // One signal stops any number of requests: Node would take its many listeners for a leak.
    if (request.signal) setMaxListeners(0, request.signal);
    // A request keeps its place while it waits, so that newcomers don't overtake those the server put off.
    const outcome = await limit(() => attempts(endpoint, request, options));
    const actAs = request.actAs !== undefined;
    const asked: Asked = { endpoint, params: request.params, actAs, host, timeoutMs, now: tools.now() };
    return conclude(outcome, asked, request.signal);
  };
}

function attempts(endpoint: Endpoint, request: Request, { send, ...options }: ExchangeOptions): Promise<Outcome> {
  const { signal, onAttempt, idempotent = false, idempotencyKey } = request;
  const body = request.body === undefined ? undefined : JSON.stringify(request.body);
  const outgoing = {
    method: endpoint.method,
    path: fillPath(endpoint, request.params) + queryString(request.query),
    headers: requestHeaders(request, body !== undefined),
    body,
    signal,
  };
  const keyed = idempotent && idempotencyKey !== undefined;
  const judge = endpoint.method === 'GET' ? judgeRead : judgeChange(keyed);
  return retrying({ ...options, once: () => send(outgoing), judge, signal, onAttempt });
}

function conclude({ ended, unknown }: Outcome, asked: Asked, signal: AbortSignal | undefined): Changed<unknown> {
  if (unknown) {
    const cause = ended.kind === 'answered' ? `HTTP ${ended.status}` : ended.cause;
    const requestId = ended.kind === 'answered' ? headerOf(ended.headers, HEADERS.requestId) : null;
    throw new Failure('outcome-unknown', { cause }, { requestId: requestId ?? undefined });
  }
  if (ended.kind === 'answered') return interpret(ended, asked);
  if (ended.reason === 'aborted') signal?.throwIfAborted();
  throw failureOfSilence(ended, asked);
}
