import { addTeamMember, removeTeamMember, type Team } from '../../contract/teams.ts';
import type { Store } from '../database/store.ts';
import { notFound } from '../http/problem.ts';
import { type Call, type Reply, route } from '../http/routing.ts';
import { audit } from '../writing/audit.ts';
import { findMember } from './member-rows.ts';
import { checkAdministrator } from './rights.ts';
import { showTeams, type TeamRow, teamToChange, teamVersion, touchTeam } from './teams.ts';

type Params = { id: string; memberId: string };

/** Puts a member, of whatever status (O12), into a team they are not in; nobody is written to (N5). */
export function addToTeam(call: Call, team: TeamRow, member: { id: string; email: string }): void {
  const ids = { team: team.id, member: member.id };
  call.store.run('INSERT INTO team_members (team_id, member_id) VALUES (:team, :member)', ids);
  audit(call, { action: 'team.add', team, member });
}

const isIn = (store: Store, teamId: string, memberId: string): boolean =>
  store.get('SELECT 1 AS one FROM team_members WHERE team_id = :teamId AND member_id = :memberId', {
    teamId,
    memberId,
  }) !== undefined;

function add(call: Call<Params>): Reply<Team> {
  const { store, params } = call;
  const row = teamToChange(call);
  checkAdministrator(call, 'O7', 'change who is in a team');
  const member = findMember(store, params.memberId);
  if (!member) throw notFound('member');
  let { version } = row;
  if (!isIn(store, row.id, member.id)) {
    addToTeam(call, row, member);
    version = touchTeam(store, row);
  }
  const [answer] = showTeams(store, [row]);
  return { ...(answer && { answer }), version };
}

function remove(call: Call<Params>): Reply<undefined> {
  const { store, params } = call;
  const row = teamToChange(call);
  checkAdministrator(call, 'O7', 'change who is in a team');
  const member = findMember(store, params.memberId);
  if (!member || !isIn(store, row.id, member.id)) throw notFound('member of this team');
  store.run('DELETE FROM team_members WHERE team_id = :team AND member_id = :member', {
    team: row.id,
    member: member.id,
  });
  audit(call, { action: 'team.remove', team: row, member });
  return { version: touchTeam(store, row) };
}

/** Who is in a team: O7, O12, N5. The ETags of what the team was given stay. */
export const teamMemberRoutes = [route(addTeamMember, add, teamVersion), route(removeTeamMember, remove, teamVersion)];
