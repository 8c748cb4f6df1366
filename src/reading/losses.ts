import type { Access as WireAccess } from '../contract/access.ts';
import type { Member as WireMember } from '../contract/members.ts';
import type { Team as WireTeam } from '../contract/teams.ts';
import { ALWAYS_ALLOWED_LOSSES } from '../model/losses.ts';
import type { Id } from '../model/organization.ts';
import type { Reach } from '../model/reach.ts';
import { type Resource, resourceKey } from '../model/resources.ts';
import type { PeopleWanted } from './people.ts';
import { isMoreThanRole } from './reach.ts';

/**
 * The resources on which somebody may lose all access by some changes: of these alone `--max-losses` needs to know how
 * many reach them today. None where there are so few losses that they pass anyway; what a role closes is no loss (O4).
 */
export function resourcesAtStake(
  wanted: readonly PeopleWanted[],
  reach: Reach,
  teams: readonly WireTeam[],
  members: readonly WireMember[],
): Resource[] {
  const isActive = activeAmong(teams, members);
  const losses = new Map<string, Resource>();
  for (const { member, keys } of wanted.flatMap((intent) => closedBy(intent, reach, teams))) {
    if (!isActive(member)) continue;
    for (const [key, { resource, ways }] of reach.members.get(member) ?? []) {
      if ((keys === null || keys.has(key)) && isMoreThanRole(ways)) losses.set(`${member} ${key}`, resource);
    }
  }
  if (losses.size <= ALWAYS_ALLOWED_LOSSES) return [];
  return [...new Map([...losses.values()].map((resource) => [resourceKey(resource), resource])).values()];
}

/** Whom a change may close something to, and what: null for everything they reach. */
interface Closing {
  readonly member: Id;
  readonly keys: ReadonlySet<string> | null;
}

function closedBy(intent: PeopleWanted, reach: Reach, teams: readonly WireTeam[]): Closing[] {
  const given = (team: Id) => new Set(reach.teams.get(team)?.keys() ?? []);
  if (intent.action === 'member.revoke') return [{ member: intent.member, keys: null }];
  if (intent.action === 'team.remove') return [{ member: intent.member, keys: given(intent.team) }];
  if (intent.action !== 'team.delete') return [];
  const keys = given(intent.team);
  const inIt = teams.find(({ id }) => id === intent.team)?.members ?? [];
  return inIt.map(({ id }) => ({ member: id, keys }));
}

function activeAmong(teams: readonly WireTeam[], members: readonly WireMember[]): (id: Id) => boolean {
  const known = [...teams.flatMap((team) => team.members), ...members];
  const active = new Set(known.filter(({ status }) => status === 'active').map(({ id }) => id));
  return (id) => active.has(id);
}

/** How many members reach each resource today, by `resourceKey`. */
export const reachingOf = (who: ReadonlyMap<string, readonly WireAccess[]>): Map<string, number> =>
  new Map([...who].map(([key, rows]) => [key, rows.length]));
