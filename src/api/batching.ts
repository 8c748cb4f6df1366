import { MAX_BODY_BYTES } from '../contract/common.ts';
import { batchSenderOver, type Waiting } from './batch-sending.ts';
import type { Send } from './transport.ts';

/** The most bytes of one batch: what a server takes, less what an envelope may cost. */
const MOST_BYTES = MAX_BODY_BYTES * 0.8;

/** A request that waits for its place in a batch. */
interface Queued extends Waiting {
  readonly bytes: number;
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
  const batches = batchSenderOver(send);
  let on = false;
  let underWay = 0;
  let scheduled = false;
  const queue: Queued[] = [];

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
      const batch = taken(queue, batches.most);
      if (batch.length === 0) return;
      underWay += 1;
      batches
        .send(batch)
        .catch((error) => {
          for (const one of batch) one.fail(error);
        })
        .finally(() => {
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
function taken(queue: Queued[], most: number): Queued[] {
  let bytes = 0;
  let count = 0;
  for (const one of queue) {
    bytes += one.bytes;
    if (count === most || (count > 0 && bytes > MOST_BYTES)) break;
    count += 1;
  }
  return queue.splice(0, count);
}
