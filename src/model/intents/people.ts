import type { Role } from '../organization.ts';
import type { MemberReference, SchoolReference, TeamReference } from '../references.ts';
import type { Wanted } from './wanted.ts';

/** Have a team of a name, made if there is none (O7). */
export interface CreateTeam extends Wanted {
  readonly action: 'team.create';
  readonly team: TeamReference;
  readonly name: string;
}

/** Have a team bear another name (O7). */
export interface RenameTeam extends Wanted {
  readonly action: 'team.rename';
  readonly team: TeamReference;
  readonly name: string;
}

/** Have a team, and with it what it was given, no more (O7). */
export interface DeleteTeam extends Wanted {
  readonly action: 'team.delete';
  readonly team: TeamReference;
}

/** Have a member in a team, or no longer in it (O7, O12). */
export interface ChangeTeam extends Wanted {
  readonly action: 'team.add' | 'team.remove';
  readonly team: TeamReference;
  readonly member: MemberReference;
}

/** Have somebody invited (O6, O10, N4). */
export interface InviteMember extends Wanted {
  readonly action: 'member.invite';
  readonly member: MemberReference;
  readonly email: string;
  readonly roles: readonly Role[];
  readonly schools: readonly SchoolReference[];
  readonly teams: readonly TeamReference[];
  /** Whether somebody invited already is written to again (N4). */
  readonly resend: boolean;
  /** Whether it may be left out where no seat is left, so that those before it can go (O6). */
  readonly fillSeats: boolean;
}

/** Have an invitation cancelled, a member revoked or restored (O5, O12). */
export interface ChangeStatus extends Wanted {
  readonly action: 'member.cancel-invitation' | 'member.revoke' | 'member.restore';
  readonly member: MemberReference;
}

/** The whole set somebody is to have, or what is added to theirs and taken from it. */
export interface SetChange<Value> {
  readonly set: readonly Value[] | null;
  readonly add: readonly Value[];
  readonly remove: readonly Value[];
}

/** Have the roles of a member changed (O2, O3). */
export interface SetRoles extends Wanted, SetChange<Role> {
  readonly action: 'member.set-roles';
  readonly member: MemberReference;
}

/** Have the schools of a member changed (O8). */
export interface AssignSchools extends Wanted, SetChange<SchoolReference> {
  readonly action: 'member.assign-schools';
  readonly member: MemberReference;
}

/** What can be wanted of members and teams. */
export type PeopleIntent =
  | CreateTeam
  | RenameTeam
  | DeleteTeam
  | ChangeTeam
  | InviteMember
  | ChangeStatus
  | SetRoles
  | AssignSchools;
