import type { Access } from '../model/access.ts';
import type { ActionName, ResolvedIntent } from '../model/intents/index.ts';
import type { LeftOut } from '../model/left-out.ts';
import type { Grantee, Id } from '../model/organization.ts';
import type { Resource } from '../model/resources.ts';
import type { Sequence } from '../model/sequence.ts';
import type { Refusal } from './refusals/index.ts';

/** What a step is done to. */
export interface Target {
  readonly type: 'record' | 'space' | 'team' | 'member';
  readonly id: Id;
}

/**
 * When a step goes: what creates something before what uses it (a team 0; an invitation, a space 1), then who is in which
 * team (2), so that what is shared is told to those who have it in the end (N1, N2); then the rest (3), and last (4)
 * what takes away the right to do the others.
 */
export type Stage = 0 | 1 | 2 | 3 | 4;

/** Where a step stands: sent, already so, forbidden by a rule, or waiting for something to happen first. */
export type StepStatus = 'change' | 'unchanged' | 'refused' | 'waiting';

/** What a detail of a step may be. */
export type DetailValue = string | number | boolean | null | readonly string[];

/** One thing to do, or not to do, for one row. */
export interface Step {
  readonly row: number;
  readonly action: ActionName;
  readonly target: Target;
  readonly subject: Grantee | null;
  /** What a reader of the plan may want to know of the step: values only, no names. */
  readonly detail: Readonly<Record<string, DetailValue>>;
  readonly status: StepStatus;
  readonly refusal: Refusal | null;
  readonly intent: ResolvedIntent;
  readonly stage: Stage;
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
  /** Of what a role opens or closes: on how many resources; null where the actor can't know. */
  readonly count?: number | null;
  readonly rows: readonly number[];
}

/** What becomes of somebody on records the actor can't see into: nobody here can know (A2, A3). */
export interface HiddenChange {
  readonly phase: Phase;
  readonly member: Id;
  /** Null where they are only counted. */
  readonly record: Id | null;
  readonly records: number;
  readonly rows: readonly number[];
}

/** Somebody who is to take records over while their own are on their way to others. */
export interface Leaving {
  readonly member: Id;
  /** How many of their own, as far as the actor sees. */
  readonly records: number;
}

/** Something else that follows: a message, a deletion, a cancelled appointment, a seat taken. */
export interface Effect {
  readonly phase: Phase;
  readonly kind: 'email' | 'notification' | 'deletion' | 'appointment-cancellation' | 'seat';
  readonly audience: 'colleague' | 'client' | null;
  readonly to: Id | null;
  readonly item: string | null;
  readonly resource: Resource | null;
  /** Null where the actor can't know how many (A2). */
  readonly count: number | null;
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
  readonly accessChanges: Sequence<AccessChange>;
  readonly effects: Sequence<Effect>;
  readonly hidden: readonly HiddenChange[];
  readonly leaving: readonly Leaving[];
  readonly leftOut: readonly LeftOut[];
  readonly summary: Summary;
  /** Members above `none` today, counted once per resource touched: what `--max-losses` is a share of. */
  readonly pairsToday: number;
}
