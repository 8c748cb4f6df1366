import type { Inclusion } from '../organization.ts';
import type { MemberReference, RecordReference, TransferReference } from '../references.ts';
import type { Wanted } from './wanted.ts';

/** What is chosen when a record is transferred (T8, T10), and to whom. */
interface Sending extends Wanted {
  readonly to: MemberReference;
  readonly include: readonly Inclusion[];
  readonly keepCopy: boolean;
}

/** Have a record transferred (T1, T2). */
export interface SendTransfer extends Sending {
  readonly action: 'transfer.send';
  readonly record: RecordReference;
}

/** Have all of a member's records transferred (T1); reading makes a `SendTransfer` of each, and one `SendHidden` of those unseen. */
export interface SendAll extends Sending {
  readonly action: 'transfer.send-all';
  readonly from: MemberReference;
  /** Whether the confidential ones go too (T1). */
  readonly confidentialRecords: boolean;
}

/** Have a member's confidential records transferred by a coordinator who can't see them (A3). */
export interface SendHidden extends Sending {
  readonly action: 'transfer.send-hidden';
  readonly from: MemberReference;
  /** How many there are: the API refuses another number. */
  readonly records: number;
}

/** Have a pending transfer accepted, declined or cancelled (T3). */
export interface EndTransfer extends Wanted {
  readonly action: 'transfer.accept' | 'transfer.decline' | 'transfer.cancel';
  readonly transfer: TransferReference;
}

/** Have a pending transfer sent to somebody else (T3, T16). */
export interface ReassignTransfer extends Wanted {
  readonly action: 'transfer.reassign';
  readonly transfer: TransferReference;
  readonly to: MemberReference;
}

/** What can be wanted of transfers. */
export type TransferIntent = SendTransfer | SendAll | SendHidden | EndTransfer | ReassignTransfer;
