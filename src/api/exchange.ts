import { setMaxListeners } from 'node:events';
import type pLimit from 'p-limit';
import type { Endpoint } from '../contract/endpoint.ts';
import { fillPath, nameOf, queryString } from './address.ts';
import { interpret } from './answer.ts';
import { requestHeaders } from './headers.ts';
import { careful } from './look.ts';
import type { Pace } from './pace.ts';
import type { Persistence } from './persistence.ts';
import { type Asked, failureOfDoubt, failureOfSilence } from './problem.ts';
import type { ChangeAsking, Changed } from './request.ts';
import { type Outcome, retrying } from './retry.ts';
import type { Tools } from './tools.ts';
import type { Send } from './transport.ts';
import { isNoApi, judgeChange, judgeRead } from './verdict.ts';

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
  /** Told of each attempt after which another is made, where the request itself doesn't want to know. */
  readonly onRetry?: ((retry: Retry) => void) | undefined;
}

/** An attempt after which another is made. */
export interface Retry {
  /** The endpoint, without what stands in its place: `GET /v1/records/{id}`. */
  readonly of: string;
  readonly outcome: number | string;
  readonly waitMs: number;
}

/** The way every request takes, reads and changes alike. */
export function exchangeOver(options: ExchangeOptions): Exchange {
  const { tools, host, timeoutMs, limit } = options;
  return async (endpoint, request) => {
    // One signal stops any number of requests: Node would take its many listeners for a leak.
    for (const signal of [request.signal, request.stopping]) if (signal) setMaxListeners(0, signal);
    // A request keeps its place while it waits, so that newcomers don't overtake those the server put off.
    const outcome = await limit(() => attempts(endpoint, request, options));
    const actAs = request.actAs !== undefined;
    const asked: Asked = { endpoint, params: request.params, actAs, host, timeoutMs, now: tools.now() };
    return conclude(outcome, asked, request.signal);
  };
}

function attempts(endpoint: Endpoint, request: Request, options: ExchangeOptions): Promise<Outcome> {
  const { send, pace, tools, persistence, onRetry } = options;
  const { signal, look, idempotent = false, idempotencyKey } = request;
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
  return retrying({
    pace,
    tools,
    persistence,
    once: () => send(outgoing),
    judge,
    signal: request.stopping ?? signal,
    onAttempt:
      request.onAttempt ??
      (({ outcome, waitMs }) => {
        if (waitMs !== null) onRetry?.({ of: nameOf(endpoint), outcome, waitMs });
      }),
    look: look && careful(look),
  });
}

/** What is known of a change that a look found made. */
const FOUND: Changed<unknown> = { found: true, status: null, body: undefined, etag: null, requestId: null };

function conclude(outcome: Outcome, asked: Asked, signal: AbortSignal | undefined): Changed<unknown> {
  if (outcome.kind === 'found') return FOUND;
  const { ended } = outcome;
  if (outcome.kind === 'unknown' && !isNoApi(ended)) throw failureOfDoubt(ended);
  if (ended.kind === 'answered') return interpret(ended, asked);
  if (ended.reason === 'aborted') signal?.throwIfAborted();
  throw failureOfSilence(ended, asked);
}
