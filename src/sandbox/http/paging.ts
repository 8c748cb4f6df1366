import { createHash } from 'node:crypto';
import { HEADERS } from '../../contract/common.ts';
import { malformed } from './problem.ts';
import type { Call, Reply } from './routing.ts';

/** How many items a page has when the asker doesn't say. */
const DEFAULT_LIMIT = 50;

/** Where a page begins: the key of the last item of the page before. */
export type Key = string | number;

type PagedCall = Pick<Call<unknown, { limit?: number | undefined; cursor?: string | undefined }>, 'query' | 'target'>;

/** A cursor belongs to its list and its filters; the size of a page may change on the way. */
function signatureOf({ target }: PagedCall): string {
  const filters = [...target.search].filter(([name]) => name !== 'cursor' && name !== 'limit');
  const text = JSON.stringify([target.path, filters.map(([name, value]) => `${name}=${value}`).sort()]);
  return createHash('sha256').update(text).digest('base64url').slice(0, 12);
}

/**
 * How many items are wanted, and after which key; undefined from the beginning.
 * @throws ProblemError `malformed` for a cursor of another query, or one that was made up
 */
export function pageWanted(call: PagedCall): { limit: number; after: Key | undefined } {
  const limit = call.query.limit ?? DEFAULT_LIMIT;
  if (call.query.cursor === undefined) return { limit, after: undefined };
  const [signature, after] = readCursor(call.query.cursor);
  if (signature !== signatureOf(call)) throw malformed('query cursor: it belongs to another query');
  if (typeof after !== 'string' && typeof after !== 'number') throw malformed('query cursor: it is not one of ours');
  return { limit, after };
}

function readCursor(cursor: string): readonly unknown[] {
  try {
    const read: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    return Array.isArray(read) ? read : [];
  } catch {
    return [];
  }
}

/** The page as an answer; `last` is the key of its last item, undefined when nothing follows. */
export function pageReply<T, More extends object = object>(
  call: PagedCall,
  items: T[],
  last: Key | undefined,
  more?: More,
): Reply<{ items: T[]; nextCursor: string | null } & More> {
  const extra = more ?? ({} as More);
  if (last === undefined) return { answer: { items, nextCursor: null, ...extra } };
  const nextCursor = Buffer.from(JSON.stringify([signatureOf(call), last])).toString('base64url');
  const next = new URLSearchParams(call.target.search);
  next.set('cursor', nextCursor);
  return {
    answer: { items, nextCursor, ...extra },
    headers: { [HEADERS.link]: `<${call.target.path}?${next}>; rel="next"` },
  };
}

/** One row more than wanted was read: says whether there is a next page, and drops the extra row. */
export function cut<T>(rows: T[], limit: number, keyOf: (row: T) => Key): { rows: T[]; last: Key | undefined } {
  if (rows.length <= limit) return { rows, last: undefined };
  const kept = rows.slice(0, limit);
  return { rows: kept, last: keyOf(kept[kept.length - 1] as T) };
}
