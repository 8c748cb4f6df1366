import { MAX_PAGE } from '../contract/common.ts';
import type { AnswerOf, Endpoint, ReadEndpoint } from '../contract/endpoint.ts';
import { Failure } from '../failures/failure.ts';
import { nameOf } from './address.ts';
import type { Exchange, Request } from './exchange.ts';
import { chunked, inOrder } from './in-order.ts';
import type { Argument, FilterOf, FilterValue, ItemOf, ListEndpoint, Read, ReadRequest } from './request.ts';

/** A client that only reads: it has no method that could change anything, and refuses every method but GET. */
export interface Reader {
  /** One resource. */
  read<E extends ReadEndpoint>(endpoint: E, ...request: Argument<ReadRequest<E>>): Promise<Read<AnswerOf<E>>>;
  /** The pages of a list, one after the other; 'repeated-cursor' where the API sends us in a circle. */
  pages<E extends ListEndpoint>(endpoint: E, ...request: Argument<ReadRequest<E>>): AsyncGenerator<AnswerOf<E>, void>;
  /** The items of a list, over all its pages. */
  list<E extends ListEndpoint>(endpoint: E, ...request: Argument<ReadRequest<E>>): AsyncGenerator<ItemOf<E>, void>;
  /**
   * The items whose filter has any of the values, asked for in chunks, several at a time. Items come in the order of
   * the chunks; one that has values of two chunks comes twice. No values: no items, and no request.
   */
  listByFilter<E extends ListEndpoint, Name extends FilterOf<E>>(
    endpoint: E,
    filter: Name,
    values: Iterable<FilterValue<E, Name>>,
    ...request: Argument<ReadRequest<E>>
  ): AsyncGenerator<ItemOf<E>, void>;
}

/** What is known of any page. */
type Page = { items: unknown[]; nextCursor: string | null };

/** A reader over an exchange; `concurrency` bounds how many chunks are asked for ahead. */
export function readerOver(exchange: Exchange, concurrency: number): Reader {
  const ask = async (endpoint: Endpoint, request: Request = {}) => {
    if (endpoint.method !== 'GET') throw new Failure('unexpected', { problem: `a reader got ${nameOf(endpoint)}` });
    const { body, etag, requestId } = await exchange(endpoint, request);
    return { body, etag, requestId };
  };

  async function* pages(endpoint: Endpoint, request: Request = {}): AsyncGenerator<Page, void> {
    const seen = new Set<unknown>([request.query?.['cursor']]);
    let query: Request['query'] = { limit: MAX_PAGE, ...request.query };
    for (;;) {
      const { body, requestId } = await ask(endpoint, { ...request, query });
      const page = body as Page;
      const cursor = page.nextCursor;
      if (cursor !== null && seen.has(cursor)) {
        throw new Failure('repeated-cursor', { endpoint: nameOf(endpoint) }, { requestId: requestId ?? undefined });
      }
      yield page;
      if (cursor === null) return;
      seen.add(cursor);
      query = { ...query, cursor };
    }
  }

  async function* list(endpoint: Endpoint, request?: Request): AsyncGenerator<unknown, void> {
    for await (const page of pages(endpoint, request)) yield* page.items;
  }

  async function* listByFilter(endpoint: Endpoint, filter: string, values: Iterable<unknown>, request: Request = {}) {
    const all = async (chunk: string[], signal: AbortSignal): Promise<unknown[]> => {
      const items: unknown[] = [];
      const asked = { ...request, signal, query: { ...request.query, [filter]: chunk } };
      for await (const page of pages(endpoint, asked)) items.push(...page.items);
      return items;
    };
    const chunks = chunked(new Set([...values].map(String)));
    for await (const items of inOrder(chunks, concurrency, all, request.signal)) yield* items;
  }

  // The endpoint's own types say more than the exchange, which checked each answer against them.
  return Object.freeze({ read: ask, pages, list, listByFilter }) as unknown as Reader;
}
