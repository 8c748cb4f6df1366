import { MAX_FILTER_VALUES } from '../contract/common.ts';

/** The most characters of one filter's values in an address: servers and proxies take some 8,000 in all. */
const MAX_CHARACTERS = 5000;

/** Values in chunks that fit into one request, by their number and by their length once written. */
export function* chunked(values: Iterable<string>): Generator<string[], void> {
  let chunk: string[] = [];
  let length = 0;
  for (const value of values) {
    const written = encodeURIComponent(value).length;
    if (chunk.length > 0 && (chunk.length === MAX_FILTER_VALUES || length + written > MAX_CHARACTERS)) {
      yield chunk;
      chunk = [];
      length = 0;
    }
    chunk.push(value);
    length += written;
  }
  if (chunk.length > 0) yield chunk;
}

/**
 * What `work` makes of each item, in their order, with at most `ahead` under way. When one fails, or nobody wants more,
 * the others are told so by their signal.
 */
export async function* inOrder<Item, Result>(
  items: Iterable<Item>,
  ahead: number,
  work: (item: Item, signal: AbortSignal) => Promise<Result>,
  outer?: AbortSignal,
): AsyncGenerator<Result, void> {
  const stop = new AbortController();
  const signal = outer ? AbortSignal.any([outer, stop.signal]) : stop.signal;
  const underWay: Promise<Result>[] = [];
  try {
    for (const item of items) {
      const result = work(item, signal);
      // Whoever awaits it hears of a failure; until then it must not count as unhandled.
      result.catch(() => {});
      underWay.push(result);
      if (underWay.length >= ahead) yield await (underWay.shift() as Promise<Result>);
    }
    for (const result of underWay) yield await result;
  } finally {
    stop.abort();
  }
}
