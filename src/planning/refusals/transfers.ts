import type { Id, MemberStatus, RecordStatus } from '../../model/organization.ts';
import type { SeenTransfer } from '../../model/snapshot.ts';

/** Why a row about a transfer is refused. */
export type TransferRefusal =
  | { readonly reason: 'may-not-transfer'; readonly rule: 'T1'; readonly couldActAs: boolean }
  | { readonly reason: 'confidential-transfer'; readonly rule: 'T1'; readonly couldActAs: boolean }
  | { readonly reason: 'not-active-transfer'; readonly rule: 'T1'; readonly status: RecordStatus }
  | { readonly reason: 'may-not-transfer-all'; readonly rule: 'T1'; readonly couldActAs: boolean }
  | { readonly reason: 'recipient-is-owner'; readonly rule: 'T2' }
  | { readonly reason: 'recipient-not-active'; readonly rule: 'T2'; readonly status: MemberStatus }
  | { readonly reason: 'recipient-no-practitioner'; readonly rule: 'T2' }
  | { readonly reason: 'transfer-pending-already'; readonly rule: 'T3' }
  | { readonly reason: 'transfer-not-seen'; readonly rule: 'T17'; readonly couldActAs: boolean }
  | { readonly reason: 'transfer-ended'; readonly rule: 'T3'; readonly status: SeenTransfer['status'] }
  | { readonly reason: 'not-the-recipient'; readonly rule: 'T3'; readonly recipient: Id; readonly couldActAs: boolean }
  | { readonly reason: 'may-not-cancel'; readonly rule: 'T3'; readonly couldActAs: boolean }
  | { readonly reason: 'may-not-reassign'; readonly rule: 'T3'; readonly couldActAs: boolean }
  | { readonly reason: 'may-not-accept'; readonly rule: 'T15'; readonly status: MemberStatus };
