import type { Grantee, Id, Space } from './organization.ts';

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
  /** Whether somebody may be meant whom the same plan invites. */
  readonly orNew?: true;
}
/** A team as somebody wrote it: its name or id. */
export interface TeamReference extends Written {
  readonly ref: 'team';
  /** Whether a team may be meant that the same plan creates. */
  readonly orNew?: true;
}
/** A member or a team as somebody wrote it. */
export interface GranteeReference extends Written {
  readonly ref: 'grantee';
  readonly type: Grantee['type'];
  /** Whether somebody, or a team, may be meant that the same plan invites or creates. */
  readonly orNew?: true;
}
/** A space as somebody wrote it: its id, or `multi:PROFILE`. */
export interface SpaceReference extends Written {
  readonly ref: 'space';
}
/** A space that is to be made, or is there already; `text` is its profile's key, or its name (cli: `space:new:…`). */
export interface NewSpaceReference extends Written {
  readonly ref: 'new-space';
  readonly kind: Space['kind'];
  readonly profile: string | null;
  readonly record: string | null;
  readonly name: string | null;
  /** Whether another one is wanted, whatever is there. */
  readonly another: boolean;
}
/** A profile as somebody wrote it: its key or id. */
export interface ProfileReference extends Written {
  readonly ref: 'profile';
}
/** A transfer as somebody wrote it: its id, or its record's number or id. */
export interface TransferReference extends Written {
  readonly ref: 'transfer';
}
/** A school as somebody wrote it: its code, which is what it becomes. */
export interface SchoolReference extends Written {
  readonly ref: 'school';
}
/** Anything written that stands for something of the organization. */
export type Reference =
  | RecordReference
  | MemberReference
  | TeamReference
  | GranteeReference
  | SpaceReference
  | NewSpaceReference
  | ProfileReference
  | TransferReference
  | SchoolReference;

/** What the id of something begins with that the plan itself makes. */
export const NEW = 'new:';

/** What the id of a transfer begins with of which its actor sees no more than that one is pending; its record's follows (T17). */
export const UNSEEN = 'unseen:';

/** What a reference becomes once it is known what it stands for. */
export type ResolvedReference<R extends Reference> = R extends GranteeReference ? Grantee : Id;

type ResolvedValue<V> = V extends Reference
  ? ResolvedReference<V>
  : V extends readonly (infer R extends Reference)[]
    ? readonly ResolvedReference<R>[]
    : V;

/** An intent whose references have been resolved, and on whose behalf it is carried out (A1, A4). */
export type Resolved<I> = I extends unknown
  ? { readonly [K in keyof I]: ResolvedValue<I[K]> } & { readonly actor: Id }
  : never;
