import type * as z from 'zod';
import { getTeam, listTeams, type Team } from '../../contract/teams.ts';
import { listed, type Store } from '../database/store.ts';
import { cut, pageReply, pageWanted } from '../http/paging.ts';
import { notFound } from '../http/problem.ts';
import { type Call, type Reply, route } from '../http/routing.ts';
import { grouped } from '../world/rows.ts';
import { Filters } from './filters.ts';

type Query = z.output<typeof listTeams.query>;
/** A team as the database has it. */
export type TeamRow = { seq: number; id: string; name: string; version: number };
type MembershipRow = Team['members'][number] & { team_id: string };

/** Teams as the contract has them, with their members of every status (S8). */
export function showTeams(store: Store, rows: readonly TeamRow[]): Team[] {
  const members = grouped(
    store.all<MembershipRow>(
      `SELECT tm.team_id, m.id, m.email, m.status FROM team_members tm JOIN members m ON m.id = tm.member_id
       WHERE tm.team_id IN (SELECT value FROM json_each(:ids)) ORDER BY m.email_key`,
      { ids: listed(rows.map((row) => row.id)) },
    ),
    'team_id',
  );
  return rows.map(({ id, name }) => ({
    id,
    name,
    members: (members.get(id) ?? []).map((row) => ({ id: row.id, email: row.email, status: row.status })),
  }));
}

/** A team as the database has it, or undefined. */
export const findTeam = (store: Store, id: string): TeamRow | undefined =>
  store.get<TeamRow>('SELECT * FROM teams WHERE id = :id', { id });

/** The version of a team, for `If-Match` in a batch. */
export const teamVersion = (store: Store, params: Record<string, string>): number | undefined =>
  findTeam(store, params['id'] ?? '')?.version;

/**
 * The team a change is about.
 * @throws ProblemError `not-found`; `stale` where it changed since the asker read it
 */
export function teamToChange(call: Call<{ id: string }>): TeamRow {
  const row = findTeam(call.store, call.params.id);
  if (!row) throw notFound('team');
  call.precondition(row.version);
  return row;
}

/** Marks a team as changed: its ETag moves. */
export function touchTeam(store: Store, row: TeamRow): number {
  store.run('UPDATE teams SET version = version + 1 WHERE id = :id', { id: row.id });
  return row.version + 1;
}

function list(call: Call<unknown, Query>): Reply<z.input<typeof listTeams.answer>> {
  const { store, query } = call;
  const { limit, after } = pageWanted(call);
  // In the order they were made: a name may change between two pages.
  const filters = new Filters()
    .after('t.seq', after)
    .anyOf('id', query.id, (ids) => `t.id IN ${ids}`)
    .anyOf('name', query.name, (names) => `t.name IN ${names}`)
    .anyOf('member', query.member, (ids) => `t.id IN (SELECT team_id FROM team_members WHERE member_id IN ${ids})`);
  const found = store.all<TeamRow>(`SELECT t.* FROM teams t WHERE ${filters.sql} ORDER BY t.seq LIMIT :limit`, {
    ...filters.parameters,
    limit: limit + 1,
  });
  const { rows, last } = cut(found, limit, (row) => row.seq);
  return pageReply(call, showTeams(store, rows), last);
}

function get({ store, params }: Call<{ id: string }>): Reply<Team> {
  const row = findTeam(store, params.id);
  const [answer] = row ? showTeams(store, [row]) : [];
  if (!row || !answer) throw notFound('team');
  return { answer, version: row.version };
}

/** Reading teams: the list, and one; for any active member. */
export const teamRoutes = [route(listTeams, list), route(getTeam, get, teamVersion)];
