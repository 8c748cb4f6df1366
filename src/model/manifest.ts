import type { ShareLevel } from './levels.ts';
import type { Role, Space } from './organization.ts';
import type {
  GranteeReference,
  MemberReference,
  Place,
  ProfileReference,
  RecordReference,
  TeamReference,
} from './references.ts';

/**
 * The desired state of a school as somebody wrote it, each entry knowing where. Nothing stands in it twice, but a profile
 * may be one of a school and be named too. A reference is `orNew` where the manifest itself wants the member or team;
 * others the organization has to have already, which the manifest alone can't know.
 */
export interface Manifest {
  readonly members: readonly WantedMember[];
  readonly teams: readonly WantedTeam[];
  readonly spaces: readonly WantedSpace[];
  readonly shares: readonly WantedShare[];
}

interface Entry {
  readonly place: Place;
}

/** A school, by its code (O8). */
export interface WantedSchool extends Entry {
  readonly code: string;
}

/** Somebody who is to be a member, invited where they aren't yet. */
export interface WantedMember extends Entry {
  readonly email: string;
  readonly roles: readonly Role[];
  /** The schools they are to hold; null where it is left unsaid. */
  readonly schools: readonly WantedSchool[] | null;
}

/** A team, and who is to be in it. One that only its members name has to be there already. */
export interface WantedTeam extends Entry {
  readonly team: TeamReference;
  readonly members: readonly MemberReference[];
}

/** What a space is for: one profile, every profile of a school (one space each), or nobody in particular. */
export type SpaceFor =
  | { readonly type: 'profile'; readonly profile: ProfileReference }
  | { readonly type: 'school'; readonly school: WantedSchool }
  | { readonly type: 'none' };

/** A space that is to be there, and with whom it is to be shared (C1, C2). */
export interface WantedSpace extends Entry {
  readonly kind: Space['kind'];
  readonly for: SpaceFor;
  /** Only a collaborative space has one of its own; one for nobody in particular always has. */
  readonly name: string | null;
  /** The record a collaborative space is created from (C1). */
  readonly record: RecordReference | null;
  readonly share: readonly WantedGrantee[];
}

/** With whom a space is to be shared; the level is null in a collaborative one. */
export interface WantedGrantee extends Entry {
  readonly grantee: GranteeReference;
  readonly level: ShareLevel | null;
}

/** A record that is to be shared with somebody (S1); approval left unsaid keeps what is required (S9). */
export interface WantedShare extends Entry {
  readonly record: RecordReference;
  readonly grantee: GranteeReference;
  readonly level: ShareLevel;
  readonly requireApproval: boolean | null;
}
