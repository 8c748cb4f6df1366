import { HEADERS } from '../contract/common.ts';
import type { ChangeAsking } from './request.ts';

/** Headers as undici gives and takes them. */
export type Headers = Record<string, string | string[] | undefined>;

/** A header of an answer; of one that came twice, the first. */
export function headerOf(headers: Headers, name: string): string | null {
  const value = headers[name.toLowerCase()];
  return (Array.isArray(value) ? value[0] : value) ?? null;
}

/** What a header carries as it stands. */
const PLAIN = /^[\x21-\x7e]*$/;

/** Text as a header can carry it: one line, its UTF-8 bytes as Latin-1 characters (RFC 9110 has opaque bytes there). */
function asHeader(text: string): string {
  if (PLAIN.test(text)) return text;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  return Buffer.from(text.replace(/[\u0000-\u001f\u007f]+/g, ' ').trim(), 'utf8').toString('latin1');
}

/** The headers of a request but for the token's. */
export function requestHeaders(asking: ChangeAsking, hasBody: boolean): Record<string, string> {
  const headers: Record<string, string> = { Accept: 'application/json', 'User-Agent': 'psyctl' };
  const put = (name: string, value: string | undefined) => {
    if (value !== undefined) headers[name] = asHeader(value);
  };
  put('Content-Type', hasBody ? 'application/json' : undefined);
  put(HEADERS.actAs, asking.actAs);
  put(HEADERS.reason, asking.reason);
  put(HEADERS.ifMatch, asking.ifMatch);
  put(HEADERS.idempotencyKey, asking.idempotencyKey);
  return headers;
}
