import type { Endpoint } from '../contract/endpoint.ts';
import { Failure } from '../failures/failure.ts';

type Values = Readonly<Record<string, unknown>>;

/** How an endpoint is named in failures: `GET /v1/records/{id}`; holds no data. */
export const nameOf = (endpoint: Endpoint): string => `${endpoint.method} ${endpoint.path}`;

/**
 * The path of an endpoint with its names filled in. An id no server can know ('', '.', '..' would make another path)
 * is 'not-found' without asking; a name that was not given is a fault of psyctl.
 */
export function fillPath(endpoint: Endpoint, params: Values = {}): string {
  return endpoint.path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = params[name];
    if (typeof value !== 'string') throw new Failure('unexpected', { problem: `${nameOf(endpoint)} lacks ${name}` });
    if (/^\.{0,2}$/.test(value)) throw new Failure('not-found', { detail: '' });
    return encodeURIComponent(value);
  });
}

/** A query as it is written, with its question mark: an array repeats its name, what is undefined is left out. */
export function queryString(query?: Values): string {
  if (query === undefined) return '';
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value === undefined) continue;
    for (const one of Array.isArray(value) ? value : [value]) search.append(name, String(one));
  }
  const text = search.toString();
  return text === '' ? '' : `?${text}`;
}
