import { sendBatch } from '../contract/batch.ts';
import { PROBLEM_TYPE } from '../contract/common.ts';
import type { Headers } from './headers.ts';
import { isJson } from './json.ts';
import type { Answered, Broke, Ended } from './transport.ts';

/** No answer of its own came for a request of a batch that was answered: it may have been done. */
const LOST: Broke = { kind: 'broke', reason: 'broken-off', cause: 'no answer in the batch', sent: true };

/**
 * The answer to each request of a batch, in the order they were sent. Where the batch as a whole failed, that is the
 * answer to each; where it went well, and what came back is no batch, the answer of each is lost.
 */
export function batchAnswers(ended: Ended, count: number): Ended[] {
  const each = (one: Ended) => Array.from({ length: count }, () => one);
  if (ended.kind === 'broke' || ended.status < 200 || ended.status > 299) return each(ended);
  // A page where data was due says so of each.
  if (!isJson(ended)) return each(ended.text === '' ? LOST : ended);
  const byId = new Map(itemsOf(ended).map((item) => [item.id, item]));
  return Array.from({ length: count }, (_, n): Ended => {
    const item = byId.get(String(n));
    return item ? answered(item) : LOST;
  });
}

type Item = { id: string; status: number; headers: Record<string, string>; body?: unknown };

function itemsOf(answer: Answered): Item[] {
  try {
    const parsed = sendBatch.answer.safeParse(JSON.parse(answer.text));
    return parsed.success ? parsed.data.items : [];
  } catch {
    return [];
  }
}

function answered({ status, headers, body }: Item): Answered {
  const type = status < 300 ? 'application/json' : PROBLEM_TYPE;
  const own: Headers = { 'content-type': type };
  for (const [name, value] of Object.entries(headers)) own[name.toLowerCase()] = value;
  if (body === undefined) return { kind: 'answered', status, headers: own, text: '' };
  return {
    kind: 'answered',
    status,
    headers: own,
    json: { value: body },
    // Hardly ever asked for, what it says being read.
    get text() {
      return JSON.stringify(body);
    },
  };
}
