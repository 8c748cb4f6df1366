import { sendBatch } from '../contract/batch.ts';
import { HEADERS, MAX_BATCH } from '../contract/common.ts';
import { batchAnswers } from './batch-answers.ts';
import type { Answered, Ended, Outgoing, Send } from './transport.ts';

/** A request that waits for its answer. */
export interface Waiting {
  readonly outgoing: Outgoing;
  settle(ended: Ended): void;
}

/** A sender of batches, that learns how large they may be. */
export interface BatchSender {
  /** Sends requests together, and settles each. Rejects with what no network does. */
  send(batch: readonly Waiting[]): Promise<void>;
  /** The most requests of one batch; 1 where there are none to be sent any more. */
  readonly most: number;
}

/** What every request has anyway: the batch itself carries it. */
const OF_THE_BATCH = { Accept: 'application/json', 'User-Agent': 'psyctl', 'Content-Type': 'application/json' };
const TOO_LARGE = 413;
/** The API has no such path after all. */
const NO_BATCHES = new Set([404, 405, 501]);
/** A refusal that holds for each request as it does for the batch: the token, the pace. */
const OF_EACH = new Set([401, 408, 429]);

/** Sends batches over a sender of single requests. */
export function batchSenderOver(sendOne: Send): BatchSender {
  let most = MAX_BATCH;

  async function send(batch: readonly Waiting[]): Promise<void> {
    const [only, second] = batch;
    if (!second) return only?.settle(await sendOne(only.outgoing));
    const ended = await sendOne(batchOf(batch.map((one) => one.outgoing)));
    if (isRefusal(ended)) return inParts(batch, ended.status);
    for (const [n, answer] of batchAnswers(ended, batch.length).entries()) batch[n]?.settle(answer);
  }

  /** Refused as a whole, nothing of it was done: it is asked for in parts. */
  async function inParts(batch: readonly Waiting[], status: number): Promise<void> {
    const size = status === TOO_LARGE ? Math.ceil(batch.length / 2) : 1;
    if (status === TOO_LARGE) most = Math.min(most, size);
    if (NO_BATCHES.has(status)) most = 1;
    for (let at = 0; at < batch.length; ) {
      const part = batch.slice(at, at + Math.min(size, most));
      await send(part);
      at += part.length;
    }
  }

  return {
    send,
    get most() {
      return most;
    },
  };
}

const isRefusal = (ended: Ended): ended is Answered => {
  if (ended.kind === 'broke' || OF_EACH.has(ended.status)) return false;
  return (ended.status >= 400 && ended.status < 500) || NO_BATCHES.has(ended.status);
};

function batchOf(requests: readonly Outgoing[]): Outgoing {
  const [signal, ...others] = new Set(requests.map((request) => request.signal));
  return {
    method: sendBatch.method,
    path: sendBatch.path,
    headers: OF_THE_BATCH,
    body: `{"items":[${requests.map(itemOf).join()}]}`,
    // Whoever stops one of several doesn't stop the others.
    signal: others.length === 0 ? signal : undefined,
  };
}

/** One item, its body as it was written for a request of its own. */
function itemOf({ method, path, headers, body }: Outgoing, n: number): string {
  const own: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) if (!(name in OF_THE_BATCH)) own[name] = asText(name, value);
  const item = JSON.stringify({ id: String(n), method, path, headers: own });
  return body === undefined ? item : `${item.slice(0, -1)},"body":${body}}`;
}

/** In a batch headers are text, not bytes. */
const asText = (name: string, value: string): string =>
  name === HEADERS.reason ? Buffer.from(value, 'latin1').toString('utf8') : value;
