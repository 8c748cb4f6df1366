import type { Id, Inclusion, RecordStatus, ServiceRecord, Space, State } from './organization.ts';
import type { People } from './people.ts';

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
  /** Whether its actor holds an archived copy of it (T10); told apart only where they see no details. */
  readonly holdsCopy?: true;
  /** What `If-Match` is sent with; null where the API has no ETags. */
  readonly etag: string | null;
}

/** What an actor can see of a space they can name (A1, A2). */
export interface SeenSpace {
  readonly id: Id;
  readonly creator: Id;
  /** Who is in it; null where the actor isn't. */
  readonly details: Space | null;
  readonly etag: string | null;
}

/** A transfer as its actor sees it (T17). */
export interface SeenTransfer {
  readonly id: Id;
  readonly record: Id;
  readonly from: Id;
  readonly to: Id;
  readonly sentBy: Id;
  readonly capacity: 'owner' | 'coordinator';
  readonly include: readonly Inclusion[];
  readonly keepCopy: boolean;
  readonly status: 'pending' | 'accepted' | 'declined' | 'cancelled';
  readonly etag: string | null;
}

/** A transfer as it stands later, whatever became of it. */
export interface TransferFate extends SeenTransfer {
  /** ISO 8601. */
  readonly sentAt: string;
  /** Whether its record is one whoever looks can't see (T17). */
  readonly hidden: boolean;
}

/** A profile as its actor sees it (C6). */
export interface SeenProfile {
  readonly id: Id;
  readonly key: string;
  readonly school: string | null;
  /** Whether it has a multi-space, seen by the actor or not. */
  readonly hasMultiSpace: boolean;
}

/** O6: how many members there may be, and how many there are; null: no limit. */
export interface Seats {
  readonly limit: number | null;
  readonly used: number;
}

/** The part of the organization a plan rests on, as its actors see it. `state.records` holds what `seen` has details of. */
export interface Snapshot {
  readonly state: State;
  readonly seen: ReadonlyMap<Id, SeenRecord>;
  /** By id; `state.spaces` holds those it has details of. */
  readonly spaces: ReadonlyMap<Id, SeenSpace>;
  /** By their own id. */
  readonly transfers: ReadonlyMap<Id, SeenTransfer>;
  readonly profiles: ReadonlyMap<Id, SeenProfile>;
  /** What `If-Match` is sent with for members and teams. */
  readonly etags: ReadonlyMap<Id, string>;
  readonly seats: Seats;
  readonly kind: 'clinic' | 'non-profit' | 'school-service-centre';
  /** Whether the organization has schools: then profiles are of one's own schools or not (C6). */
  readonly hasSchools: boolean;
  /** Of resources whose details weren't read: how many members reach them today, by `resourceKey` (for `--max-losses`). */
  readonly reaching: ReadonlyMap<string, number>;
  /** How many active administrators there are (O3); read where a plan could take one away. */
  readonly administrators: number;
  /** What changes of members and teams rest on besides. */
  readonly people: People;
  /** Whether whoever asks could act for others and doesn't: then a refusal says how (A1). */
  readonly couldActAs: boolean;
}
