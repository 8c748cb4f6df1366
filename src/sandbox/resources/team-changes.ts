import type * as z from 'zod';
import { createTeam, deleteTeam, renameTeam, type Team } from '../../contract/teams.ts';
import type { Store } from '../database/store.ts';
import { notFound, ProblemError } from '../http/problem.ts';
import { type Call, type Reply, route } from '../http/routing.ts';
import { audit } from '../writing/audit.ts';
import { freshId, freshVersion } from '../writing/fresh.ts';
import { findMember } from './member-rows.ts';
import { checkAdministrator } from './rights.ts';
import { addToTeam } from './team-members.ts';
import { findTeam, showTeams, type TeamRow, teamToChange, teamVersion, touchTeam } from './teams.ts';

type Params = { id: string };

function checkName(store: Store, name: string): void {
  if (store.get('SELECT id FROM teams WHERE name = :name', { name })) {
    throw new ProblemError('conflict', 'a team bears this name already');
  }
}

const replyOf = (store: Store, row: TeamRow, version: number): Reply<Team> => {
  const [answer] = showTeams(store, [row]);
  return { ...(answer && { answer }), version };
};

function create(call: Call<unknown, unknown, z.output<typeof createTeam.body>>): Reply<Team> {
  const { store, body } = call;
  checkAdministrator(call, 'O7', 'create teams');
  checkName(store, body.name);
  const members = [...new Set(body.members)].map((memberId) => findMember(store, memberId));
  const id = freshId();
  const version = freshVersion(call);
  store.run('INSERT INTO teams (id, name, version) VALUES (:id, :name, :version)', { id, name: body.name, version });
  const row = findTeam(store, id) as TeamRow;
  audit(call, { action: 'team.create', team: row });
  for (const member of members) {
    if (!member) throw notFound('member');
    addToTeam(call, row, member);
  }
  return replyOf(store, row, version);
}

function rename(call: Call<Params, unknown, { name: string }>): Reply<Team> {
  const { store, body } = call;
  const row = teamToChange(call);
  checkAdministrator(call, 'O7', 'rename teams');
  if (body.name === row.name) return replyOf(store, row, row.version);
  checkName(store, body.name);
  store.run('UPDATE teams SET name = :name WHERE id = :id', { name: body.name, id: row.id });
  const renamed = { ...row, name: body.name };
  audit(call, { action: 'team.rename', team: renamed, detail: { before: row.name } });
  return replyOf(store, renamed, touchTeam(store, row));
}

/** O7: what the team was given goes with it; the ETags of what it was given on move. */
function remove(call: Call<Params>): Reply<undefined> {
  const { store } = call;
  const row = teamToChange(call);
  checkAdministrator(call, 'O7', 'delete teams');
  const id = { id: row.id };
  store.run(
    `UPDATE records SET version = version + 1 WHERE id IN (SELECT record_id FROM shares WHERE grantee_id = :id)`,
    id,
  );
  store.run(
    `UPDATE spaces SET version = version + 1 WHERE id IN (SELECT space_id FROM space_members WHERE grantee_id = :id)`,
    id,
  );
  const records = store.run('DELETE FROM shares WHERE grantee_id = :id', id);
  const spaces = store.run('DELETE FROM space_members WHERE grantee_id = :id', id);
  store.run('DELETE FROM team_members WHERE team_id = :id', id);
  store.run('DELETE FROM teams WHERE id = :id', id);
  audit(call, { action: 'team.delete', team: row, detail: { records, spaces } });
  return {};
}

/** Creating, renaming and deleting teams: O7, N5. */
export const teamChangeRoutes = [
  route(createTeam, create),
  route(renameTeam, rename, teamVersion),
  route(deleteTeam, remove, teamVersion),
];
