import pLimit from 'p-limit';
import { MAX_BATCH } from '../contract/common.ts';
import type { Capability } from '../contract/organization.ts';
import { Failure } from '../failures/failure.ts';
import { batchingOver } from './batching.ts';
import { type Changer, changerOver } from './changer.ts';
import { dispatcherFor } from './dispatcher.ts';
import { exchangeOver, type Retry } from './exchange.ts';
import { type Pause, paceOf } from './pace.ts';
import { PERSISTENCE, type Persistence } from './persistence.ts';
import { type Reader, readerOver } from './reader.ts';

import { realTools, type Tools } from './tools.ts';
import { type LogEvent, transportOver } from './transport.ts';

/** Which API, as whom, and how hard it may be asked. */
export interface ConnectOptions {
  /** http or https; its path, if any, comes before `/v1`. */
  readonly url: string;
  readonly token: string;
  /** The most connections, so the most requests under way at once; 8. */
  readonly concurrency?: number | undefined;
  /** The most requests a second; no limit. */
  readonly rate?: number | undefined;
  /** For connecting, for an answer to begin, and between its pieces; 30 s. */
  readonly timeoutMs?: number | undefined;
  /** Certificates (PEM) trusted besides the usual ones. */
  readonly ca?: readonly string[] | undefined;
  /** Told of each pause of all workers that the API asks for; once, however many of them were asked. */
  readonly onPause?: ((pause: Pause) => void) | undefined;
  /** Told of each attempt at reading after which another is made; a change tells whoever asked for it. */
  readonly onRetry?: ((retry: Retry) => void) | undefined;
  /** Told of each request; no query, no body, no token. */
  readonly log?: ((event: LogEvent) => void) | undefined;
  /** The proxy to use, whatever the environment says. */
  readonly proxy?: string | undefined;
  /** Where proxies are named; the process's environment. */
  readonly env?: Readonly<Record<string, string | undefined>> | undefined;
  readonly persistence?: Partial<Persistence> | undefined;
  readonly tools?: Tools | undefined;
}

/** A connection; reader and changer share its sockets, its pace and its pauses. */
export interface Connection {
  readonly reader: Reader;
  readonly changer: Changer;
  /** Takes note of what the API says it offers: from then on requests go in batches, where it takes them. */
  announced(capabilities: readonly Capability[]): void;
  /** Waits for what is under way, then lets go of the sockets; may be called again. */
  close(): Promise<void>;
}

/** Makes a connection; nothing is sent yet. */
export function connect(options: ConnectOptions): Connection {
  const { token, concurrency = 8, rate, timeoutMs = 30_000, ca, log, proxy, env = process.env } = options;
  const tools = options.tools ?? realTools;
  const base = new URL(options.url);
  // What no header can carry can't be a token either.
  if (!/^[\x21-\x7e]+$/.test(token)) throw new Failure('token-refused', { detail: '' });
  let made: ReturnType<typeof dispatcherFor> | undefined;
  const dispatcher = () => {
    made ??= dispatcherFor({ base, connections: concurrency, timeoutMs, ca, proxy, env });
    return made;
  };
  const batching = batchingOver(transportOver({ base, token, dispatcher, now: tools.now, log }), concurrency);
  const shared = {
    send: batching.send,
    host: base.host,
    timeoutMs,
    pace: paceOf(rate, tools, options.onPause),
    tools,
    persistence: { ...PERSISTENCE, ...options.persistence },
  };
  // Each has places of its own: a change keeps its place while it is read whether it was made.
  const changes = pLimit(concurrency);
  const reader = readerOver(
    exchangeOver({ ...shared, limit: pLimit(concurrency), onRetry: options.onRetry }),
    concurrency,
  );
  let closed: Promise<void> | undefined;
  const close = () => {
    closed ??= made ? made.then((one) => one.close()) : Promise.resolve();
    return closed;
  };
  return {
    reader,
    changer: changerOver(exchangeOver({ ...shared, limit: changes }), reader),
    announced(capabilities) {
      if (!capabilities.includes('batch')) return;
      batching.start();
      changes.concurrency = concurrency * MAX_BATCH;
    },
    close,
  };
}
