import type { Reader } from '../../api/index.ts';
import type { Access as WireAccess } from '../../contract/access.ts';
import type { Member } from '../../contract/members.ts';
import type { Path } from '../../model/access.ts';
import { highest, type Level } from '../../model/levels.ts';
import type { Asker } from '../asker.ts';
import type { AskedResource } from './asked.ts';
import { everyWay, type SeenWell, seeWell, wereActive } from './details.ts';
import { type Way, withOrigins } from './origins.ts';
import { pathOf } from './paths.ts';
import { memberIfActive, memberOn } from './reach.ts';
import { type SharingTeam, sharingTeams } from './sharing-teams.ts';
import type { Standing } from './standing.ts';

/** What a member reaches of a resource, through what, and what stands in the way. */
export interface Diagnosis {
  readonly member: Member;
  readonly resource: AskedResource;
  /** Null where it can't be known. */
  readonly level: Level | null;
  /** Every way in, working or not, as far as they are seen. */
  readonly paths: readonly Way[];
  /** O12: what somebody who isn't active would reach; null where that can't be known, or they are. */
  readonly onceActive: Level | null;
  /** The teams the resource is shared with, as far as the asker may know. */
  readonly teams: readonly SharingTeam[];
  /** Whether ways in that don't work would be seen, if there were any: where the whole record is, and in a space. */
  readonly latentSeen: boolean;
}

/** Finds out what a member reaches of a resource, and why, or why not. */
export async function explain(
  reader: Reader,
  asker: Asker,
  standing: Standing,
  member: Member,
  resource: AskedResource,
): Promise<Diagnosis> {
  const [observed, seen] = await Promise.all([
    memberOn(reader, standing, resource, member.id),
    seeWell(reader, asker, resource, [member]),
  ]);
  const unknown = { member, resource, level: null, paths: [], onceActive: null, teams: [], latentSeen: false };
  if (!observed) return unknown;
  const found = idFrom(resource, observed.row);
  const once = await onceActive(reader, standing, found, member, seen);
  const paths = pathsOf(observed.row, seen, member, once?.paths ?? []);
  const [ways, teams] = await Promise.all([
    withOrigins(reader, asker, found, member.id, paths),
    sharingTeams(reader, standing, found, member.id, paths),
  ]);
  return {
    member,
    resource: found,
    level: observed.row?.level ?? 'none',
    paths: ways,
    onceActive: once?.level ?? null,
    teams,
    latentSeen: seen !== null || resource.type === 'space',
  };
}

/** What was found through a member now has an id to ask more about. */
const idFrom = (resource: AskedResource, row: WireAccess | null): AskedResource =>
  resource.id === null && row
    ? { ...resource, id: row.resource.id, name: row.resource.number ?? resource.name }
    : resource;

async function onceActive(
  reader: Reader,
  standing: Standing,
  resource: AskedResource,
  member: Member,
  seen: SeenWell | null,
): Promise<{ level: Level; paths: readonly Path[] } | null> {
  if (member.status === 'active') return null;
  if (seen) {
    // A pending transfer ends some day: what it suspends counts (T4); what a deletion closed does not (R4).
    const then = wereActive(seen, member.id).paths.filter((path) => path.state !== 'inactive');
    return { level: highest(then.map((path) => path.level)), paths: everyWay(seen).get(member.id)?.paths ?? [] };
  }
  if (!standing.administrator) return null;
  const row = await memberIfActive(reader, standing, resource, member.id);
  return {
    level: row?.level ?? 'none',
    paths: (row?.paths ?? []).map((path) => ({ ...pathOf(path), state: 'inactive' as const })),
  };
}

/** As the API tells them; for somebody who reaches nothing it tells none, and they follow from what is seen. */
function pathsOf(row: WireAccess | null, seen: SeenWell | null, member: Member, latent: readonly Path[]): Path[] {
  const known = (seen && everyWay(seen).get(member.id)?.paths) ?? latent;
  if (!row) return known.filter((path) => path.state !== 'active');
  const approved = new Set(known.filter((path) => path.requireApproval).map((path) => path.kind));
  return row.paths.map((path) => ({
    ...pathOf(path),
    ...(approved.has(path.kind) && { requireApproval: true as const }),
  }));
}
