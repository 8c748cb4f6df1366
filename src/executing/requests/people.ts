import {
  addTeamMember,
  cancelInvitation,
  changeMember,
  createTeam,
  deleteTeam,
  invite,
  removeTeamMember,
  renameTeam,
  resendInvitation,
  restoreMember,
  revokeMember,
} from '../../api/endpoints.ts';
import type { PeopleIntent } from '../../model/intents/people.ts';
import type { Id } from '../../model/organization.ts';
import { NEW } from '../../model/references.ts';
import type { Snapshot } from '../../model/snapshot.ts';
import type { RequestsOf } from './index.ts';

/** An invitation has an id of its own; of somebody who has none, no id of the API's. */
const invitationOf = (member: Id, { people }: Snapshot): Id => people.invitations.get(member) ?? member;

/** What is sent for changes of teams and members. */
export const PEOPLE_REQUESTS: RequestsOf<PeopleIntent['action']> = {
  'team.create': ({ name }) => ({ endpoint: createTeam, params: {}, body: { name, members: [] } }),
  'team.rename': ({ team, name }) => ({ endpoint: renameTeam, params: { id: team }, body: { name } }),
  'team.delete': ({ team }) => ({ endpoint: deleteTeam, params: { id: team }, body: undefined }),
  'team.add': ({ team, member }, { idOf }) => ({
    endpoint: addTeamMember,
    params: { id: idOf(team), memberId: idOf(member) },
    body: undefined,
  }),
  'team.remove': ({ team, member }) => ({
    endpoint: removeTeamMember,
    params: { id: team, memberId: member },
    body: undefined,
  }),
  'member.invite': ({ member, email, roles, schools, teams }, { snapshot, idOf }) =>
    member.startsWith(NEW)
      ? { endpoint: invite, params: {}, body: { email, roles, schools, teams: teams.map(idOf) } }
      : { endpoint: resendInvitation, params: { id: invitationOf(member, snapshot) }, body: undefined },
  'member.cancel-invitation': ({ member }, { snapshot }) => ({
    endpoint: cancelInvitation,
    params: { id: invitationOf(member, snapshot) },
    body: undefined,
  }),
  'member.revoke': ({ member }) => ({ endpoint: revokeMember, params: { id: member }, body: undefined }),
  'member.restore': ({ member }) => ({ endpoint: restoreMember, params: { id: member }, body: undefined }),
  'member.set-roles': ({ member }, { step: { detail } }) => ({
    endpoint: changeMember,
    params: { id: member },
    body: { roles: detail['roles'] },
  }),
  'member.assign-schools': ({ member }, { step: { detail } }) => ({
    endpoint: changeMember,
    params: { id: member },
    body: { schools: detail['schools'] },
  }),
};
