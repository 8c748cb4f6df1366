import type { Id } from '../../model/organization.ts';

/** Why a row about a space, or about who is in it, is refused. */
export type SpaceRefusal =
  | { readonly reason: 'space-unseen'; readonly rule: 'C4'; readonly couldActAs: boolean }
  | { readonly reason: 'creator-inactive'; readonly rule: 'A1' }
  | { readonly reason: 'may-not-change-space'; readonly rule: 'C4'; readonly couldActAs: boolean }
  | { readonly reason: 'may-not-remove-others'; readonly rule: 'C4'; readonly couldActAs: boolean }
  | { readonly reason: 'collaborative-level'; readonly rule: 'C1' }
  | { readonly reason: 'multi-level'; readonly rule: 'C2' }
  | { readonly reason: 'creator-stays'; readonly rule: 'C8' }
  | { readonly reason: 'creator-cannot-leave'; readonly rule: 'C8' }
  | { readonly reason: 'in-through-team'; readonly rule: 'C4'; readonly teams: readonly Id[] }
  | { readonly reason: 'record-not-read'; readonly rule: 'C1' }
  | { readonly reason: 'profile-of-other-school'; readonly rule: 'C6' }
  /** `mayBeAnybodys`: whether the one there is would do, seen on its creator's behalf, as a manifest has it. */
  | {
      readonly reason: 'has-multi-space';
      readonly rule: 'C6';
      readonly mayBeAnybodys: boolean;
      readonly couldActAs: boolean;
    }
  | { readonly reason: 'space-not-made'; readonly rule: 'C1' | 'C6' };
