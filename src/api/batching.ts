import { sendBatch } from '../contract/batch.ts';
import { HEADERS, MAX_BATCH, MAX_BODY_BYTES } from '../contract/common.ts';
import { batchAnswers } from './batch-answers.ts';
import type { Ended, Outgoing, Send } from './transport.ts';

/** The most bytes of one batch: what a server takes, less what an envelope may cost. */
const MOST_BYTES = MAX_BODY_BYTES * 0.8;
/** Headers every request has anyway: the batch itself carries them. */
const OF_THE_BATCH = new Set(['Accept', 'User-Agent', 'Content-Type']);

/** A request that waits for its place in a batch. */
interface Waiting {
  readonly outgoing: Outgoing;
  readonly bytes: number;
  settle(ended: Ended): void;
  fail(error: unknown): void;
}

/** A sender that may put changes together. */
export interface Batching {
  readonly send: Send;
  /** From now on changes that are under way at the same time go together. */
  start(): void;
}

/**
 * Puts changes together that are sent at the same time: each still has its own answer, is judged by itself and, if need
 * be, sent again by itself. At most `atOnce` batches are under way; what is alone goes by itself. Reads never go along: a
 * batch is a POST, and a dry run sends none (law 5).
 */
export function batchingOver(send: Send, atOnce: number): Batching {
  let on = false;
  let underWay = 0;
  let scheduled = false;
  const queue: Waiting[] = [];

  const schedule = () => {
    if (scheduled) return;
    scheduled = true;
    // Whatever else is asked for in this turn of the event loop goes along.
    setImmediate(() => {
      scheduled = false;
      flush();
    });
  };

  function flush(): void {
    while (underWay < atOnce) {
      const batch = taken(queue);
      if (batch.length === 0) return;
      underWay += 1;
      sendTogether(send, batch).finally(() => {
        underWay -= 1;
        schedule();
      });
    }
  }

  return {
    start() {
      on = true;
    },
    send(outgoing) {
      if (!on || outgoing.method === 'GET') return send(outgoing);
      return new Promise((settle, fail) => {
        const bytes = Buffer.byteLength(outgoing.body ?? '') + outgoing.path.length;
        queue.push({ outgoing, bytes, settle, fail });
        schedule();
      });
    },
  };
}

/** Takes as many as one batch may hold, in the order they came. */
function taken(queue: Waiting[]): Waiting[] {
  let bytes = 0;
  let count = 0;
  for (const one of queue) {
    bytes += one.bytes;
    if (count === MAX_BATCH || (count > 0 && bytes > MOST_BYTES)) break;
    count += 1;
  }
  return queue.splice(0, count);
}

async function sendTogether(send: Send, batch: readonly Waiting[]): Promise<void> {
  const [only, second] = batch;
  try {
    if (only && !second) return only.settle(await send(only.outgoing));
    const items = batch.map(({ outgoing }, n) => itemOf(outgoing, n));
    const ended = await send({
      method: sendBatch.method,
      path: sendBatch.path,
      headers: { Accept: 'application/json', 'User-Agent': 'psyctl', 'Content-Type': 'application/json' },
      body: JSON.stringify({ items }),
    });
    const answers = batchAnswers(ended, batch.length);
    for (const [n, one] of batch.entries()) one.settle(answers[n] ?? ended);
  } catch (error) {
    for (const one of batch) one.fail(error);
  }
}

const itemOf = ({ method, path, headers, body }: Outgoing, n: number) => ({
  id: String(n),
  method,
  path,
  headers: Object.fromEntries(Object.entries(headers).flatMap(([name, value]) => ownHeader(name, value))),
  ...(body === undefined ? {} : { body: JSON.parse(body) as unknown }),
});

/** In a batch headers are text, not bytes. */
const ownHeader = (name: string, value: string): [string, string][] => {
  if (OF_THE_BATCH.has(name)) return [];
  return [[name, name === HEADERS.reason ? Buffer.from(value, 'latin1').toString('utf8') : value]];
};
