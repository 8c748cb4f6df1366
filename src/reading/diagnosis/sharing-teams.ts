import type { Reader } from '../../api/index.ts';
import { listAccess } from '../../contract/access.ts';
import { listTeams, type Team } from '../../contract/teams.ts';
import type { Path } from '../../model/access.ts';
import type { Level } from '../../model/levels.ts';
import type { Id } from '../../model/organization.ts';
import { all } from '../take.ts';
import type { AskedResource } from './asked.ts';
import type { Standing } from './standing.ts';

/** A team, how many people are in it, and what it gives them on a resource. */
export interface SharingTeam {
  readonly id: Id;
  readonly name: string;
  readonly people: number;
  /** Whether the member asked about is in it. */
  readonly holds: boolean;
  readonly level: Level;
}

/**
 * The teams a resource is shared with, as far as the asker may know: from its shares, as an administrator (O11), or
 * at least those that somebody is told to have a way in through.
 */
export async function sharingTeams(
  reader: Reader,
  standing: Standing,
  resource: AskedResource,
  member: Id,
  paths: readonly Path[],
): Promise<SharingTeam[]> {
  const teams = await all(reader.list(listTeams, standing.actAs));
  const given = await givenTo(reader, standing, resource, teams);
  for (const { kind, via, level } of paths) {
    const team = kind === 'team' && teams.find((one) => one.name === via);
    if (team && !given.has(team.id)) given.set(team.id, level);
  }
  return teams.flatMap(({ id, name, members }) => {
    const level = given.get(id);
    const holds = members.some((one) => one.id === member);
    return level === undefined ? [] : [{ id, name, people: members.length, holds, level }];
  });
}

/** What each team is known to have been given. */
async function givenTo(
  reader: Reader,
  { administrator, actAs }: Standing,
  { type, id, record, space }: AskedResource,
  teams: readonly Team[],
): Promise<Map<Id, Level>> {
  const shares: readonly { grantee: { type: string; id: Id }; access: Level | null }[] | undefined =
    record?.shares ?? space?.members;
  if (shares) {
    const given = shares.filter(({ grantee }) => grantee.type === 'team');
    return new Map(given.map(({ grantee, access }) => [grantee.id, access ?? 'member']));
  }
  if (!administrator || id === null) return new Map();
  const ids = teams.map((team) => team.id);
  const rows = await all(reader.listByFilter(listAccess, 'team', ids, { query: { [type]: [id] }, ...actAs }));
  return new Map(rows.flatMap((row) => (row.team ? [[row.team.id, row.level]] : [])));
}
