import type { Access } from '../model/access.ts';
import type { ActionName, ResolvedIntent } from '../model/intents.ts';
import type { Grantee, Id, MemberStatus } from '../model/organization.ts';

/** What a plan is about: a record or a space. */
export interface Resource {
  readonly type: 'record' | 'space';
  readonly id: Id;
}

/** Why a row is refused. The rule is what forbids it; the sentence is the catalogue's. */
export type Refusal =
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

/** Where a step stands: sent, already so, forbidden by a rule, or waiting for something to happen first. */
export type StepStatus = 'change' | 'unchanged' | 'refused' | 'waiting';

/** One thing to do, or not to do, for one row. */
export interface Step {
  readonly row: number;
  readonly action: ActionName;
  readonly target: Resource;
  readonly subject: Grantee | null;
  /** What a reader of the plan may want to know of the step: values only, no names. */
  readonly detail: Readonly<Record<string, string | number | boolean | null>>;
  readonly status: StepStatus;
  readonly refusal: Refusal | null;
  readonly intent: ResolvedIntent;
  /** Steps of stage 1 go after the others on their resource: they take away what the actor needs for those. */
  readonly stage: 0 | 1;
  /** Whether an earlier row asks for the same. */
  readonly repeats: boolean;
}

/** When something holds: once psyctl is done, or once a recipient has accepted. */
export type Phase = 'applied' | 'accepted';

/** How somebody's access changes; `path-only` when the level stays and the ways in do not. */
export const CHANGES = [
  'gained',
  'revoked',
  'raised',
  'lowered',
  'path-only',
  'suspended',
  'resumed',
  'unknown',
] as const;
/** How somebody's access changes. */
export type Change = (typeof CHANGES)[number];

/** What becomes of one member's access to one resource, compared with today. */
export interface AccessChange {
  readonly phase: Phase;
  readonly member: Id;
  readonly resource: Resource;
  readonly before: Access;
  readonly after: Access;
  readonly change: Change;
  readonly rows: readonly number[];
}

/** Something else that follows: a message, a deletion, a cancelled appointment, a seat taken. */
export interface Effect {
  readonly phase: Phase;
  readonly kind: 'email' | 'notification' | 'deletion' | 'appointment-cancellation' | 'seat';
  readonly audience: 'colleague' | 'client' | null;
  readonly to: Id | null;
  readonly item: string | null;
  readonly resource: Resource | null;
  readonly count: number;
  readonly irreversible: boolean;
  readonly rows: readonly number[];
}

/** What a plan comes to, in numbers. */
export interface Summary {
  readonly steps: Readonly<Record<StepStatus, number>>;
  readonly access: Readonly<Record<Change, number>>;
  readonly emails: { readonly colleagues: number; readonly clients: number };
  readonly deletions: number;
  readonly seats: { readonly limit: number; readonly before: number; readonly after: number } | null;
}

/** What would be done, and everything that follows. Ids only: names are the reader's, beside the plan. */
export interface Plan {
  readonly steps: readonly Step[];
  readonly accessChanges: readonly AccessChange[];
  readonly effects: readonly Effect[];
  readonly summary: Summary;
  /** Members above `none` today, counted once per resource touched: what `--max-losses` is a share of. */
  readonly pairsToday: number;
}
