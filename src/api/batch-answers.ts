import { sendBatch } from '../contract/batch.ts';
import { PROBLEM_TYPE } from '../contract/common.ts';
import { isJson } from './json.ts';
import type { Answered, Broke, Ended } from './transport.ts';

/** No answer of its own came for a request of a batch that was answered: it may have been done. */
const LOST: Broke = { kind: 'broke', reason: 'broken-off', cause: 'no answer in the batch', sent: true };

/**
 * The answer to each request of a batch, in the order they were sent. Where the batch as a whole failed, or was answered
 * by something that is no batch, that is the answer to each.
 */
export function batchAnswers(ended: Ended, count: number): Ended[] {
  const items = ended.kind === 'answered' && ended.status === sendBatch.status ? itemsOf(ended) : null;
  if (!items) return Array.from({ length: count }, () => ended);
  const byId = new Map(items.map((item) => [item.id, item]));
  return Array.from({ length: count }, (_, n): Ended => {
    const item = byId.get(String(n));
    return item ? answered(item) : LOST;
  });
}

type Item = { id: string; status: number; headers: Record<string, string>; body?: unknown };

function itemsOf(answer: Answered): Item[] | null {
  if (!isJson(answer)) return null;
  try {
    const parsed = sendBatch.answer.safeParse(JSON.parse(answer.text));
    return parsed.success ? parsed.data.items : null;
  } catch {
    return null;
  }
}

function answered({ status, headers, body }: Item): Answered {
  const type = status < 300 ? 'application/json' : PROBLEM_TYPE;
  const own = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]);
  return {
    kind: 'answered',
    status,
    headers: { 'content-type': type, ...Object.fromEntries(own) },
    text: body === undefined ? '' : JSON.stringify(body),
  };
}
