import type { AnswerOf, ChangeEndpoint } from '../contract/endpoint.ts';
import type { Exchange, Request } from './exchange.ts';
import type { Reader } from './reader.ts';
import type { Argument, Changed, ChangeRequest } from './request.ts';

/** A client that can change things too. */
export interface Changer extends Reader {
  /**
   * Has a change made. Where it may have been made without our hearing of it, the request's own `look` settles it, or it
   * fails with 'outcome-unknown': look, then send it again with the same key. After 'not-json' and 'contract-broken'
   * nobody knows either.
   */
  change<E extends ChangeEndpoint>(endpoint: E, ...request: Argument<ChangeRequest<E>>): Promise<Changed<AnswerOf<E>>>;
}

/** A changer over an exchange, reading as the reader does. */
export function changerOver(exchange: Exchange, reader: Reader): Changer {
  const change = (endpoint: ChangeEndpoint, request: Request = {}) => exchange(endpoint, request);
  // The endpoint's own types say more than the exchange, which checked each answer against them.
  return Object.freeze({ ...reader, change }) as unknown as Changer;
}
