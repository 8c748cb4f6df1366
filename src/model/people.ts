import type { Id } from './organization.ts';

/** A pending transfer somebody has a part in. */
export interface Hanging {
  /** The record's number; null where it may not be known (T17). */
  readonly number: string | null;
  readonly as: 'owner' | 'sender' | 'recipient';
}

/** The pending transfers somebody would leave hanging (T15). */
export interface HangingTransfers {
  readonly transfers: readonly Hanging[];
  /** Whether those are all: only a coordinator sees every transfer (T17). */
  readonly all: boolean;
}

/** What changes of members and teams rest on, beside members, teams and what they reach. */
export interface People {
  /** Invitations that await an answer, by the member they are for. */
  readonly invitations: ReadonlyMap<Id, Id>;
  /** By the member who would leave them hanging. */
  readonly hanging: ReadonlyMap<Id, HangingTransfers>;
}

/** Where no change is of members or teams. */
export const NO_PEOPLE: People = { invitations: new Map(), hanging: new Map() };
