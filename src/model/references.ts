import type { Grantee, Id } from './organization.ts';

/**
 * Where somebody wrote something: a file, a line of it, a column; or an argument, which counts from 1. A column is the
 * header of a table's, or a number: where in the line it begins, in a file that has no columns.
 */
export interface Place {
  readonly file?: string | undefined;
  readonly row?: number | undefined;
  readonly column?: string | number | undefined;
}

interface Written {
  readonly text: string;
  readonly place: Place;
}

/** A record as somebody wrote it: its number or id. */
export interface RecordReference extends Written {
  readonly ref: 'record';
}
/** A member as somebody wrote them: e-mail or id. */
export interface MemberReference extends Written {
  readonly ref: 'member';
}
/** A member or a team as somebody wrote it. */
export interface GranteeReference extends Written {
  readonly ref: 'grantee';
  readonly type: Grantee['type'];
}
/** A space as somebody wrote it: its id, or `multi:PROFILE` for the multi-space of a profile. */
export interface SpaceReference extends Written {
  readonly ref: 'space';
}
/** A profile as somebody wrote it: its key or id. */
export interface ProfileReference extends Written {
  readonly ref: 'profile';
}
/** A team as somebody wrote it: its name or id, without `team:`. */
export interface TeamReference extends Written {
  readonly ref: 'team';
}
/** A transfer as somebody wrote it: its id, or the number or id of its record. */
export interface TransferReference extends Written {
  readonly ref: 'transfer';
}
/** Anything written that stands for something of the organization. */
export type Reference =
  | RecordReference
  | MemberReference
  | GranteeReference
  | SpaceReference
  | ProfileReference
  | TeamReference
  | TransferReference;

/** What a reference becomes once it is known what it stands for. */
export type ResolvedReference<R extends Reference> = R extends GranteeReference ? Grantee : Id;

/** An intent whose references have been resolved, and on whose behalf it is carried out (A1, A4). */
export type Resolved<I> = I extends unknown
  ? { readonly [K in keyof I]: I[K] extends Reference ? ResolvedReference<I[K]> : I[K] } & { readonly actor: Id }
  : never;
