import type { Id, MemberStatus } from '../../model/organization.ts';

/** Why a row about a member or a team is refused; `members` are those who could. */
export type PeopleRefusal =
  | { readonly reason: 'teams-by-administrators'; readonly rule: 'O7'; readonly members: readonly Id[] }
  | { readonly reason: 'members-by-administrators'; readonly rule: 'O2'; readonly members: readonly Id[] }
  | { readonly reason: 'may-not-assign'; readonly rule: 'O8'; readonly members: readonly Id[] }
  | { readonly reason: 'schools-not-held'; readonly rule: 'O8'; readonly schools: readonly string[] }
  | { readonly reason: 'manager-elsewhere'; readonly rule: 'O2' }
  | { readonly reason: 'no-role-left'; readonly rule: 'O1' }
  | { readonly reason: 'last-administrators'; readonly rule: 'O3'; readonly rows: number }
  | { readonly reason: 'no-seat'; readonly rule: 'O6' | 'O12'; readonly limit: number }
  | { readonly reason: 'restore-instead'; readonly rule: 'O10' }
  | { readonly reason: 'not-invited'; readonly rule: 'O12'; readonly status: MemberStatus }
  | { readonly reason: 'restore-invited'; readonly rule: 'O12' }
  | { readonly reason: 'not-created'; readonly rule: 'O6' | 'O7' };
