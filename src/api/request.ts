import type * as z from 'zod';
import type {
  AnswerOf,
  BodyOf,
  ChangeEndpoint,
  Endpoint,
  Method,
  PathParams,
  QueryOf,
  ReadEndpoint,
} from '../contract/endpoint.ts';
import type { Look } from './look.ts';
import type { OnAttempt } from './retry.ts';

/** What can go with every request. */
export interface Asking {
  /** The id of the member to act for (A1). */
  readonly actAs?: string | undefined;
  /** Why, for the audit (A1). */
  readonly reason?: string | undefined;
  /** Ends the request at once, be it under way. */
  readonly signal?: AbortSignal | undefined;
  /** Ends waiting alone, for one's turn or for another attempt; what is under way is heard to its end. */
  readonly stopping?: AbortSignal | undefined;
  /** Told of each attempt once it is over, and awaited, so that a journal can be written. */
  readonly onAttempt?: OnAttempt | undefined;
}

/** What can go with every change. */
export interface ChangeAsking extends Asking {
  /** The ETag the change rests on; 'stale' when it has moved. */
  readonly ifMatch?: string | undefined;
  /** A UUID or ULID: the same change sent twice with it is done once, if the API has the capability `idempotency`. */
  readonly idempotencyKey?: string | undefined;
  /** Whether the API has that capability: only then is a change of unknown outcome sent again without a look. */
  readonly idempotent?: boolean | undefined;
  /**
   * Reads whether the change was made, where no answer says so: asked before it is sent again. 'done' ends it, 'not-done'
   * sends it again; 'cannot-tell', as any Failure thrown, leaves it to the key.
   */
  readonly look?: Look | undefined;
}

/** Where an endpoint's path has names, they must be given; of an endpoint known only at run time, they may be. */
type WithParams<E> =
  E extends Endpoint<Method, infer Path, z.ZodObject, z.ZodType, z.ZodType>
    ? string extends Path
      ? { readonly params?: Readonly<Record<string, string>> | undefined }
      : unknown extends PathParams<Path>
        ? { readonly params?: undefined }
        : { readonly params: PathParams<Path> }
    : never;
type WithQuery<E> = { readonly query?: QueryOf<E> | undefined };
type WithBody<E> =
  undefined extends BodyOf<E> ? { readonly body?: BodyOf<E> | undefined } : { readonly body: BodyOf<E> };

/** What an endpoint is read with. */
export type ReadRequest<E extends ReadEndpoint> = WithParams<E> & WithQuery<E> & Asking;
/** What a change is made with. */
export type ChangeRequest<E extends ChangeEndpoint> = WithParams<E> & WithQuery<E> & WithBody<E> & ChangeAsking;

/** An argument that may be left out when nothing in it is required. */
export type Argument<Request> = Record<never, never> extends Request ? [request?: Request] : [request: Request];

/** An endpoint that answers page by page. */
export type ListEndpoint = Endpoint<
  'GET',
  string,
  z.ZodObject,
  z.ZodType,
  z.ZodType<{ items: unknown[]; nextCursor: string | null }>
>;
/** One item of a list. */
export type ItemOf<E> = AnswerOf<E> extends { items: (infer Item)[] } ? Item : never;
/** The filters of a list that may be repeated. */
export type FilterOf<E> = {
  [Name in keyof QueryOf<E> & string]: NonNullable<QueryOf<E>[Name]> extends readonly unknown[] ? Name : never;
}[keyof QueryOf<E> & string];
/** The values a filter takes. */
export type FilterValue<E, Name extends FilterOf<E>> =
  NonNullable<QueryOf<E>[Name]> extends readonly (infer Value)[] ? Value : never;

/** What was read. */
export interface Read<Body> {
  readonly body: Body;
  readonly etag: string | null;
  /** What the API calls the request. */
  readonly requestId: string | null;
}
/** A change that was made: by its answer, or by a look where that was lost. */
export type Changed<Body> = Answer<Body> | Found;
/** What a change was answered; `etag` is the new one. */
export interface Answer<Body> extends Read<Body> {
  readonly status: number;
  readonly found?: false;
}
/** A change that was seen to be made though its answer never came: nothing else is known of it. */
export interface Found extends Read<undefined> {
  readonly found: true;
  readonly status: null;
}
