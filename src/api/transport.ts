import type { Dispatcher } from 'undici';
import { HEADERS } from '../contract/common.ts';
import type { Method } from '../contract/endpoint.ts';
import { type Headers, headerOf } from './headers.ts';

/** One request as it goes out; `path` with its query. */
export interface Outgoing {
  readonly method: Method;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** The server answered, whatever it answered. */
export interface Answered {
  readonly kind: 'answered';
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** What the text says, where it was read already: as a part of a batch. */
  readonly json?: { readonly value: unknown };
}
/** No whole answer came. */
export interface Broke {
  readonly kind: 'broke';
  readonly reason: 'unreachable' | 'untrusted' | 'timed-out' | 'broken-off' | 'aborted';
  /** The code of what happened: ECONNREFUSED, CERT_HAS_EXPIRED. */
  readonly cause: string;
  /** False: the server certainly never had the request. True: it may have. */
  readonly sent: boolean;
}
/** How one attempt ended. */
export type Ended = Answered | Broke;

/** What is told of each request: never its query, its headers, its body. */
export interface LogEvent {
  readonly method: Method;
  readonly path: string;
  /** Null where no answer came; then `cause` says why. */
  readonly status: number | null;
  readonly cause: string | null;
  readonly ms: number;
  readonly requestId: string | null;
}

/** Sends one request once. Never throws for what the network does. */
export type Send = (outgoing: Outgoing) => Promise<Ended>;

/** What a transport is made of. */
export interface TransportOptions {
  readonly base: URL;
  /** Null: asked by nobody in particular. */
  readonly token: string | null;
  /** Made when the first request goes. */
  readonly dispatcher: () => Promise<Dispatcher>;
  readonly now: () => number;
  readonly log?: ((event: LogEvent) => void) | undefined;
}

/** Requests to one server with one token. */
export function transportOver({ base, token, dispatcher, now, log }: TransportOptions): Send {
  const prefix = base.pathname.replace(/\/+$/, '');
  let ready: Promise<Sender> | undefined;
  return async (outgoing) => {
    if (outgoing.signal?.aborted) return { kind: 'broke', reason: 'aborted', cause: 'aborted', sent: false };
    const startedAt = now();
    // Loading costs as much as sending does, loaded or not: once will do.
    ready ??= senderOf(dispatcher);
    const ended = await exchange(await ready, base.origin, {
      ...outgoing,
      path: prefix + outgoing.path,
      headers: { ...outgoing.headers, ...(token === null ? {} : { Authorization: `Bearer ${token}` }) },
    });
    log?.({
      method: outgoing.method,
      path: (prefix + outgoing.path).replace(/\?.*$/s, ''),
      status: ended.kind === 'answered' ? ended.status : null,
      cause: ended.kind === 'broke' ? ended.cause : null,
      ms: now() - startedAt,
      requestId: ended.kind === 'answered' ? headerOf(ended.headers, HEADERS.requestId) : null,
    });
    return ended;
  };
}

type Sender = (options: Dispatcher.RequestOptions) => Promise<Dispatcher.ResponseData>;

async function senderOf(dispatcherOf: TransportOptions['dispatcher']): Promise<Sender> {
  const [dispatcher, { default: request }] = await Promise.all([
    dispatcherOf(),
    import('undici/lib/api/api-request.js'),
  ]);
  return (options) => request.call(dispatcher, options);
}

async function exchange(request: Sender, origin: string, outgoing: Outgoing): Promise<Ended> {
  const { method, path, headers, body, signal } = outgoing;
  try {
    const answer = await request({
      origin,
      method,
      path,
      headers,
      body: body ?? null,
      ...(signal ? { signal } : {}),
    });
    // Read to its end whatever it is: a body left unread blocks its connection.
    return { kind: 'answered', status: answer.statusCode, headers: answer.headers, text: await answer.body.text() };
  } catch (error) {
    if (signal?.aborted) return { kind: 'broke', reason: 'aborted', cause: 'aborted', sent: true };
    return brokeBy(error);
  }
}

const NEVER_SENT = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'EADDRNOTAVAIL']);
const UNTRUSTED =
  /^(CERT_|ERR_TLS_|ERR_SSL_|UNABLE_TO_|SELF_SIGNED_|DEPTH_ZERO_|HOSTNAME_MISMATCH|EPROTO|UND_ERR_PRX_TLS)/;
const TIMED_OUT = new Set(['UND_ERR_HEADERS_TIMEOUT', 'UND_ERR_BODY_TIMEOUT', 'ETIMEDOUT']);

/** What an error of undici or Node says happened; faults of psyctl itself are thrown on. */
function brokeBy(error: unknown): Broke {
  const { code = '', syscall, message = '' } = error as { code?: string; syscall?: string; message?: string };
  if (code === 'UND_ERR_INVALID_ARG' || code === '') throw error;
  const broke = (reason: Broke['reason'], cause: string, sent: boolean): Broke => ({
    kind: 'broke',
    reason,
    cause,
    sent,
  });
  if (NEVER_SENT.has(code)) return broke('unreachable', code, false);
  if (UNTRUSTED.test(code)) return broke('untrusted', code, false);
  if (code === 'UND_ERR_CONNECT_TIMEOUT') return broke('timed-out', code, false);
  if (TIMED_OUT.has(code)) return broke('timed-out', code, syscall !== 'connect');
  // A proxy that doesn't open the tunnel: undici has no code of its own for it.
  const refusal = /^Proxy response \((\d+)\)/.exec(message);
  if (refusal) return broke('unreachable', `proxy answered ${refusal[1]}`, false);
  return broke('broken-off', code === 'UND_ERR_SOCKET' ? 'ECONNRESET' : code, syscall !== 'connect');
}
