import type { Id } from './organization.ts';

/** What a change of everything somebody has can't take, and the rule that keeps it (T1, T3). */
export interface LeftOut {
  readonly reason: 'archived' | 'deleted' | 'transfer-pending' | 'confidential' | 'confidential-shared';
  readonly rule: 'T1' | 'T3';
  /** The record; null for those the actor can't see. */
  readonly record: Id | null;
  readonly count: number;
}
