import type { ShareLevel } from './levels.ts';
import type { Reach } from './reach.ts';

/** What the API calls a member, team, record or space. Opaque; never shown where a name will do. */
export type Id = string;

/** O1: where a member stands. */
export type MemberStatus = 'invited' | 'active' | 'inactive';
/** O2: what a member may be. */
export type Role = 'practitioner' | 'coordinator' | 'administrator' | 'manager';
/** R4: where a record stands. */
export type RecordStatus = 'active' | 'archived' | 'deleted';
/** T16: in which capacity a transfer was sent. */
export type Capacity = 'owner' | 'coordinator';

/** A member (O1): what of them decides access, and how they are called. */
export interface Member {
  readonly id: Id;
  readonly email: string;
  readonly name: string;
  readonly status: MemberStatus;
  readonly roles: readonly Role[];
  /** Codes of the schools they hold (O8). */
  readonly schools: readonly string[];
}

/** A work team (O7). */
export interface Team {
  readonly id: Id;
  readonly name: string;
  readonly members: ReadonlySet<Id>;
}

/** Whom something is shared with. */
export type Grantee = { readonly type: 'member' | 'team'; readonly id: Id };

/** What a grantee was given on a record (S1, S4). */
export interface Share {
  readonly grantee: Grantee;
  readonly level: ShareLevel;
  readonly requireApproval: boolean;
}

/** T8: what a transfer takes along only by choice. */
export type Inclusion = 'confidential' | 'raw-data';

/** What was agreed when a transfer was sent (T8, T10, T16). */
export interface TransferTerms {
  readonly id: Id;
  readonly sentBy: Id;
  readonly include: readonly Inclusion[];
  readonly keepCopy: boolean;
}

/** The transfer a record waits for (T3). */
export interface PendingTransfer {
  readonly capacity: Capacity;
  /** Null where the reader may not see it (T17). */
  readonly to: Id | null;
  /** Null where the reader may not see them (T17), or where nothing rests on them and they weren't read. */
  readonly terms: TransferTerms | null;
}

/** R2: how many there are in a record of what a transfer destroys, cancels or leaves behind (T9 to T11). */
export interface Contents {
  readonly confidentialNotes: number;
  readonly confidentialDocuments: number;
  readonly rawData: number;
  readonly tasks: number;
  readonly memos: number;
  /** The owner's; collaborators keep theirs (T9). */
  readonly upcomingAppointments: number;
}

/** An archived copy kept by a former owner (T10); `at` in ISO 8601. */
export interface Copy {
  readonly holder: Id;
  readonly at: string;
}

/** A record (R1 to R4), as far as it decides who reaches it. */
export interface ServiceRecord {
  readonly id: Id;
  readonly number: string;
  readonly owner: Id;
  readonly status: RecordStatus;
  /** Null where the actor's ways in don't tell (T3: a recipient sees number, title, shares and counts). */
  readonly confidential: boolean | null;
  /** Codes of the schools of its linked profiles (O4). */
  readonly schools: readonly string[];
  readonly shares: readonly Share[];
  readonly transfer: PendingTransfer | null;
  readonly copies: readonly Copy[];
  /** Null where the actor doesn't see how much it holds. */
  readonly contents: Contents | null;
}

/** What a grantee was given on a space; the level is null in a collaborative one (C1). */
export interface SpaceShare {
  readonly grantee: Grantee;
  readonly level: ShareLevel | null;
}

/** A space (C1, C2, C8). */
export interface Space {
  readonly id: Id;
  readonly kind: 'multi' | 'collaborative';
  readonly creator: Id;
  /** The profile it is around (C1, C2), or null. */
  readonly profile: Id | null;
  readonly shares: readonly SpaceShare[];
}

/** An organization, or the part of it somebody could see and a plan needs. */
export interface State {
  readonly members: ReadonlyMap<Id, Member>;
  readonly teams: ReadonlyMap<Id, Team>;
  readonly records: ReadonlyMap<Id, ServiceRecord>;
  readonly spaces: ReadonlyMap<Id, Space>;
  /** What members and teams reach beyond those records and spaces, as far as it was read (O11). */
  readonly reach: Reach;
}
