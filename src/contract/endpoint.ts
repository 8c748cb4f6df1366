import * as z from 'zod';

/** The methods of the contract; all but GET can change something. */
export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** The names between braces in a path: `/v1/teams/{id}` gives `{ id: string }`. */
export type PathParams<Path extends string> = Path extends `${string}{${infer Name}}${infer Rest}`
  ? { [K in Name]: string } & PathParams<Rest>
  : unknown;

/**
 * One thing the API can be asked. The client, the sandbox and the OpenAPI document are all made from these:
 * a resource is described here once and nowhere else.
 */
export interface Endpoint<
  M extends Method = Method,
  Path extends string = string,
  Query extends z.ZodObject = z.ZodObject,
  Body extends z.ZodType = z.ZodType,
  Answer extends z.ZodType = z.ZodType,
> {
  readonly method: M;
  readonly path: Path;
  /** What it is for, in a line of the OpenAPI document. */
  readonly summary: string;
  readonly query: Query;
  /** What is sent; `noBody` where nothing is. */
  readonly body: Body;
  /** What comes back when it went well; `noBody` with a 204. */
  readonly answer: Answer;
  readonly status: 200 | 201 | 204;
  /** Whether the answer carries an ETag (for a change: the new one). */
  readonly etag: boolean;
}

/** Stands for "nothing is sent" and "nothing comes back". */
export const noBody = z.undefined();
const noQuery = z.strictObject({});

/** What a maker of endpoints takes: an endpoint's fields, those with an obvious value left out. */
type Described<Path, Query, Body, Answer> = {
  path: Path;
  summary: string;
  query?: Query;
  body?: Body;
  answer?: Answer;
  status?: 200 | 201 | 204;
  etag?: boolean;
};

function maker<const M extends Method>(method: M) {
  return <
    const Path extends string,
    Query extends z.ZodObject = typeof noQuery,
    Body extends z.ZodType = typeof noBody,
    Answer extends z.ZodType = typeof noBody,
  >(
    described: Described<Path, Query, Body, Answer>,
  ): Endpoint<M, Path, Query, Body, Answer> => ({
    method,
    path: described.path,
    summary: described.summary,
    query: described.query ?? (noQuery as unknown as Query),
    body: described.body ?? (noBody as unknown as Body),
    answer: described.answer ?? (noBody as unknown as Answer),
    status: described.status ?? (described.answer ? 200 : 204),
    etag: described.etag ?? false,
  });
}

/** Describes something to read: asking for it changes nothing. */
export const get = maker('GET');
/** Describes something to make or to have done. */
export const post = maker('POST');
/** Describes something to put in place, the same however often it is asked. */
export const put = maker('PUT');
/** Describes a resource changed in part. */
export const patch = maker('PATCH');
/** Describes something to take away. */
export const remove = maker('DELETE');

/** An endpoint that only reads. A dry run is given a client that takes no other. */
export type ReadEndpoint = Endpoint<'GET'>;
/** An endpoint that can change something. */
export type ChangeEndpoint = Endpoint<Exclude<Method, 'GET'>>;

/** What an endpoint answers. */
export type AnswerOf<E> = E extends Endpoint<Method, string, z.ZodObject, z.ZodType, infer A> ? z.infer<A> : never;
/** What is sent to an endpoint. */
export type BodyOf<E> = E extends Endpoint<Method, string, z.ZodObject, infer B, z.ZodType> ? z.input<B> : never;
/** The filters an endpoint takes. */
export type QueryOf<E> = E extends Endpoint<Method, string, infer Q, z.ZodType, z.ZodType> ? z.input<Q> : never;
