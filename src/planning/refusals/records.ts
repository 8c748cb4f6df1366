import type { Id, MemberStatus } from '../../model/organization.ts';

/** Why a row about a record, or about who shares it, is refused. */
export type RecordRefusal =
  | { readonly reason: 'not-seen'; readonly rule: 'S2'; readonly couldActAs: boolean }
  | { readonly reason: 'not-allowed'; readonly rule: 'S2'; readonly couldActAs: boolean }
  | { readonly reason: 'owner-inactive'; readonly rule: 'A1' }
  | { readonly reason: 'may-not-archive'; readonly rule: 'R6'; readonly couldActAs: boolean }
  | { readonly reason: 'transfer-pending-archive'; readonly rule: 'T14' }
  | { readonly reason: 'suspended'; readonly rule: 'T14' }
  | { readonly reason: 'transfer-pending'; readonly rule: 'T14' }
  | { readonly reason: 'record-archived'; readonly rule: 'R5' }
  | { readonly reason: 'record-deleted'; readonly rule: 'R4' }
  | { readonly reason: 'grantee-is-owner'; readonly rule: 'S8' }
  | { readonly reason: 'grantee-not-active'; readonly rule: 'S8'; readonly status: MemberStatus }
  | { readonly reason: 'approval-on-read'; readonly rule: 'S4' }
  | { readonly reason: 'approval-of-team'; readonly rule: 'S4' }
  | { readonly reason: 'owner-cannot-leave'; readonly rule: 'S6' }
  | { readonly reason: 'held-through-team'; readonly rule: 'S6'; readonly teams: readonly Id[] };
