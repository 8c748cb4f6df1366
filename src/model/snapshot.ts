import type { Id, RecordStatus, ServiceRecord, State } from './organization.ts';

/** What of a record is seen with number and title (O4): enough to say who may archive it (R6). */
export interface Glimpse {
  readonly status: RecordStatus;
  /** Null where the actor's way in doesn't tell. */
  readonly confidential: boolean | null;
  /** Codes of the schools of its linked profiles. */
  readonly schools: readonly string[];
  readonly transferPending: boolean;
}

/** What an actor can see of a record they can name (A1, A2). */
export interface SeenRecord {
  readonly id: Id;
  readonly number: string;
  /** Null where even the owner is not theirs to know. */
  readonly owner: Id | null;
  /** Everything that decides access; null where the actor sees too little to know. */
  readonly details: ServiceRecord | null;
  /** What is seen with number and title, where that is all the actor sees or more. */
  readonly glimpse?: Glimpse;
  /** What `If-Match` is sent with; null where the API has no ETags. */
  readonly etag: string | null;
}

/** The part of the organization a plan rests on, as its actors see it. `state.records` holds what `seen` has details of. */
export interface Snapshot {
  readonly state: State;
  readonly seen: ReadonlyMap<Id, SeenRecord>;
  /** Whether whoever asks could act for others and doesn't: then a refusal says how (A1). */
  readonly couldActAs: boolean;
}
