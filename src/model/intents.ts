import type { ShareLevel } from './levels.ts';
import type { GranteeReference, RecordReference, Resolved } from './references.ts';

/** What somebody wants, and in which row they said so: the line of the file, or the number of the argument. */
interface Wanted {
  readonly row: number;
}

/** Have a record shared with somebody at a level (S1); approval left unsaid keeps what is required (S9). */
export interface SetShare extends Wanted {
  readonly action: 'share.set';
  readonly record: RecordReference;
  readonly grantee: GranteeReference;
  readonly level: ShareLevel;
  readonly requireApproval: boolean | null;
}

/** Have a record no longer shared with somebody (S2). */
export interface RemoveShare extends Wanted {
  readonly action: 'share.remove';
  readonly record: RecordReference;
  readonly grantee: GranteeReference;
}

/** Leave a record shared with oneself (S6). */
export interface LeaveShare extends Wanted {
  readonly action: 'share.leave';
  readonly record: RecordReference;
}

/** Have a record archived (R6). */
export interface ArchiveRecord extends Wanted {
  readonly action: 'record.archive';
  readonly record: RecordReference;
}

/** Have an archived record active again (R6). */
export interface ReactivateRecord extends Wanted {
  readonly action: 'record.reactivate';
  readonly record: RecordReference;
}

/** Anything psyctl can be asked to change. */
export type Intent = SetShare | RemoveShare | LeaveShare | ArchiveRecord | ReactivateRecord;
/** The name of a change: the noun of a resource, a dot, a verb. */
export type ActionName = Intent['action'];
/** An intent with its names resolved. */
export type ResolvedIntent = Resolved<Intent>;
/** The resolved intent of one action. */
export type ResolvedOf<A extends ActionName> = Resolved<Extract<Intent, { action: A }>>;
