import type { Reader } from '../api/index.ts';
import { listAccess, type Access as WireAccess } from '../contract/access.ts';
import { MAX_FILTER_VALUES } from '../contract/common.ts';
import { listMembers } from '../contract/members.ts';
import { groupBy } from '../model/collections.ts';
import type { Id } from '../model/organization.ts';
import type { Holding, KnownWay, Reach } from '../model/reach.ts';
import { type Resource, resourceKey } from '../model/resources.ts';
import { charactersOf } from './addresses.ts';
import { all } from './take.ts';

/** On whose behalf something is read. */
export type ActingFor = { readonly actAs?: Id };

/** What some members and teams reach (O11), and the numbers of the records among it. */
export interface ReadReach {
  readonly reach: Reach;
  readonly numbers: ReadonlyMap<Id, string>;
}

/**
 * Reads what members reach as if they were active, and what teams were given: only an administrator may. `invited` are
 * those the plan invites, who reach nothing yet; `teamIds` has the ids of the teams whose names ways in are told by.
 */
export async function readReach(
  reader: Reader,
  as: ActingFor,
  members: readonly Id[],
  invited: readonly Id[],
  teams: readonly Id[],
  teamIds: ReadonlyMap<string, Id>,
): Promise<ReadReach> {
  const [byMember, byTeam] = await Promise.all([
    all(reader.listByFilter(listAccess, 'member', members, { query: { ifActive: 'true' }, ...as })),
    all(reader.listByFilter(listAccess, 'team', teams, as)),
  ]);
  const holdings = new Map<Id, Map<string, Holding<readonly KnownWay[]>>>();
  for (const id of [...members, ...invited]) holdings.set(id, new Map());
  for (const row of byMember) {
    const { key, resource } = resourceOf(row);
    if (row.member) holdings.get(row.member.id)?.set(key, { resource, ways: waysOf(row, teamIds) });
  }
  const given = new Map<Id, Map<string, Holding<KnownWay>>>(teams.map((id) => [id, new Map()]));
  for (const row of byTeam) {
    const { key, resource } = resourceOf(row);
    const [way] = waysOf(row, teamIds);
    if (row.team && way) given.get(row.team.id)?.set(key, { resource, ways: { ...way, via: row.team.id } });
  }
  return { reach: { members: holdings, teams: given }, numbers: numbersIn([...byMember, ...byTeam]) };
}

/** How much of an address the members may take beside the records or spaces, in characters (see `ADDRESS_CHARACTERS`). */
const MEMBERS_CHARACTERS = 2500;

/** Everyone active who reaches some records and spaces, and by which ways, by `resourceKey`: asked by both at once. */
export async function readWho(
  reader: Reader,
  as: ActingFor,
  resources: readonly Resource[],
): Promise<Map<string, WireAccess[]>> {
  if (resources.length === 0) return new Map();
  const members = await all(reader.list(listMembers, { query: { status: ['active'] } }));
  const rows: WireAccess[] = [];
  for (const member of packed(members.map(({ id }) => id))) {
    for (const type of ['record', 'space'] as const) {
      const ids = resources.filter((resource) => resource.type === type).map(({ id }) => id);
      rows.push(...(await all(reader.listByFilter(listAccess, type, ids, { query: { member }, ...as }))));
    }
  }
  return groupBy(rows, (row) => resourceOf(row).key);
}

/** Ids in lists of at most a hundred, that leave an address room for more. */
function* packed(ids: readonly Id[]): Generator<Id[]> {
  let list: Id[] = [];
  let length = 0;
  for (const id of ids) {
    const written = charactersOf(id);
    if (list.length === MAX_FILTER_VALUES || length + written > MEMBERS_CHARACTERS) {
      yield list;
      [list, length] = [[], 0];
    }
    list.push(id);
    length += written;
  }
  if (list.length > 0) yield list;
}

const resourceOf = ({ resource: { type, id } }: WireAccess) => {
  const resource: Resource = { type, id };
  return { resource, key: resourceKey(resource) };
};

const waysOf = ({ paths }: WireAccess, teamIds: ReadonlyMap<string, Id>): KnownWay[] =>
  paths.map(({ kind, level, via, state, requireApproval }) => ({
    kind,
    level,
    via: via === null ? null : (teamIds.get(via) ?? via),
    state,
    ...(requireApproval && { requireApproval }),
  }));

const numbersIn = (rows: readonly WireAccess[]): Map<Id, string> =>
  new Map(rows.flatMap(({ resource: { id, number } }) => (number === undefined ? [] : [[id, number] as const])));

/** Whether somebody has something on a resource by more than a role (O4). */
export const isMoreThanRole = (ways: readonly KnownWay[]): boolean =>
  ways.some(({ kind, state }) => state === 'active' && kind !== 'coordinator' && kind !== 'manager');
