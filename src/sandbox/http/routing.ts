import type * as z from 'zod';
import type { Endpoint, Method, PathParams } from '../../contract/endpoint.ts';
import type { Store } from '../database/store.ts';
import type { Asker } from './asker.ts';

/** What a handler is given: who asks, for what, under which condition. */
export interface Call<Params = unknown, Query = unknown, Body = unknown> {
  readonly store: Store;
  readonly asker: Asker;
  readonly params: Params;
  readonly query: Query;
  readonly body: Body;
  /** The moment of the request, the same for all it writes. */
  readonly now: string;
  /** The path and filters of a list, without cursor and limit: what a cursor is bound to. */
  readonly target: { path: string; search: URLSearchParams };
  /** Whether the answer may show ETags. */
  readonly etags: boolean;
  /**
   * Holds `If-Match` against the version of what is changed; called once the asker is known to see it.
   * @throws ProblemError `stale`
   */
  precondition(version: number): void;
}

/** What a handler answers; `version` becomes the ETag. */
export interface Reply<Answer> {
  readonly answer?: Answer;
  readonly version?: number;
  readonly headers?: Readonly<Record<string, string>>;
}

/** An endpoint of the contract and what answers it. */
export interface Route {
  readonly endpoint: Endpoint;
  handle(call: Call): Reply<unknown>;
  /** The version `If-Match` is about, for a batch to note before its first item runs. */
  readonly version?: ((store: Store, params: Record<string, string>, body?: unknown) => number | undefined) | undefined;
}

/** Ties an endpoint to its handler; parameters, query and body come validated and typed from the endpoint. */
export function route<
  M extends Method,
  P extends string,
  Q extends z.ZodObject,
  B extends z.ZodType,
  A extends z.ZodType,
>(
  endpoint: Endpoint<M, P, Q, B, A>,
  handle: (call: Call<PathParams<P>, z.output<Q>, z.output<B>>) => Reply<z.input<A>>,
  version?: Route['version'],
): Route {
  return { endpoint: endpoint as unknown as Endpoint, handle: handle as Route['handle'], version };
}

/** A route found, or the methods its path has. */
export type Match = { route: Route; params: Record<string, string> } | { allow: readonly Method[] } | undefined;

interface Template {
  segments: readonly string[];
  methods: Map<Method, Route>;
}

const nameOf = (segment: string): string | undefined => (segment.startsWith('{') ? segment.slice(1, -1) : undefined);

/** Finds the route of a method and a path. */
export class Router {
  private readonly byLength = new Map<number, Template[]>();

  constructor(routes: readonly Route[]) {
    for (const each of routes) this.add(each);
  }

  private add(each: Route): void {
    const segments = each.endpoint.path.split('/');
    const templates = this.byLength.get(segments.length) ?? [];
    this.byLength.set(segments.length, templates);
    const same = templates.find((template) => template.segments.join('/') === each.endpoint.path);
    if (same) same.methods.set(each.endpoint.method, each);
    else templates.push({ segments, methods: new Map([[each.endpoint.method, each]]) });
  }

  /** @param path as it was sent, its parameters still percent-encoded */
  find(method: string, path: string): Match {
    const parts = path.split('/');
    const template = this.byLength.get(parts.length)?.find(({ segments }) => fits(segments, parts));
    if (!template) return undefined;
    const found = template.methods.get(method as Method);
    if (!found) return { allow: [...template.methods.keys()] };
    const params = paramsOf(template.segments, parts);
    return params && { route: found, params };
  }
}

const fits = (segments: readonly string[], parts: readonly string[]): boolean =>
  segments.every((segment, i) => segment === parts[i] || (nameOf(segment) !== undefined && parts[i] !== ''));

function paramsOf(segments: readonly string[], parts: readonly string[]): Record<string, string> | undefined {
  try {
    return Object.fromEntries(
      segments.flatMap((segment, i) => {
        const name = nameOf(segment);
        return name ? [[name, decodeURIComponent(parts[i] ?? '')]] : [];
      }),
    );
  } catch {
    return undefined;
  }
}
