import type { ShareLevel } from '../levels.ts';
import type { GranteeReference, RecordReference } from '../references.ts';
import type { Wanted } from './wanted.ts';

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

/** What can be wanted of a record itself, and of who shares it. */
export type RecordIntent = SetShare | RemoveShare | LeaveShare | ArchiveRecord | ReactivateRecord;
