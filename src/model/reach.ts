import type { PathState, Way } from './access.ts';
import type { Id, Member, Team } from './organization.ts';
import type { Resource } from './resources.ts';

/** A way in as an administrator is told of it (O11), and whether the resource lets it work, whoever takes it. */
export interface KnownWay extends Way {
  readonly state: PathState;
}

/** What somebody has on one resource. */
export interface Holding<Ways> {
  readonly resource: Resource;
  readonly ways: Ways;
}

/** By `resourceKey`. */
export type Holdings<Ways = readonly KnownWay[]> = ReadonlyMap<string, Holding<Ways>>;

/**
 * What members and teams reach of resources whose details the reader doesn't see (O11): enough to say what a change of
 * membership, status or roles opens and closes. It is what was true before the plan; memberships, statuses and roles
 * as they become are the state's.
 */
export interface Reach {
  /** By member: all their ways, their teams' included, as they would be if they were active. */
  readonly members: ReadonlyMap<Id, Holdings>;
  /** By team: the one way it gives. */
  readonly teams: ReadonlyMap<Id, Holdings<KnownWay>>;
}

/** Nothing was read of what people reach. */
export const NO_REACH: Reach = { members: new Map(), teams: new Map() };

/** Every resource a member may have a way into, before or after their teams change. */
export function resourcesReachedBy(member: Id, teams: Iterable<Team>, reach: Reach): Map<string, Resource> {
  const resources = new Map<string, Resource>();
  for (const [key, { resource }] of reach.members.get(member) ?? []) resources.set(key, resource);
  for (const team of teams) {
    if (!team.members.has(member)) continue;
    for (const [key, { resource }] of reach.teams.get(team.id) ?? []) resources.set(key, resource);
  }
  return resources;
}

/** A member's ways into a resource, with their teams and roles as a state has them (O7, O4). */
export function* knownWays(
  key: string,
  member: Member,
  teams: ReadonlyMap<Id, Team>,
  reach: Reach,
): Generator<KnownWay> {
  const had = reach.members.get(member.id)?.get(key)?.ways ?? [];
  const through = new Set<Id>();
  for (const way of had) {
    if (way.via !== null) through.add(way.via);
    if (stillHeld(way, member, teams)) yield way;
  }
  for (const [team, holdings] of reach.teams) {
    const way = holdings.get(key)?.ways;
    if (way && !through.has(team) && teams.get(team)?.members.has(member.id)) yield way;
  }
}

function stillHeld(way: KnownWay, member: Member, teams: ReadonlyMap<Id, Team>): boolean {
  const { kind, via } = way;
  if (kind === 'team') return via !== null && (teams.get(via)?.members.has(member.id) ?? false);
  return !endsWithRole(way, member);
}

/** Whether a way in is by a role that somebody, as they become, no longer has (O4). */
export function endsWithRole({ kind }: Way, { roles, schools }: Pick<Member, 'roles' | 'schools'>): boolean {
  if (kind === 'coordinator') return !roles.includes(kind);
  // Which records go with some of their schools isn't known here; with the last of them, all do.
  return kind === 'manager' && !(roles.includes(kind) && schools.length > 0);
}
