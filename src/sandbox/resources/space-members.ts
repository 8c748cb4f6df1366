import type { Access } from '../../contract/access.ts';
import type { ShareLevel } from '../../contract/common.ts';
import { removeSpaceMember, type SpaceMember, setSpaceMember } from '../../contract/spaces.ts';
import { RANKS } from '../access/levels.ts';
import type { Store } from '../database/store.ts';
import { notFound, refused } from '../http/problem.ts';
import { type Call, type Reply, route } from '../http/routing.ts';
import { audit } from '../writing/audit.ts';
import { reachedBy, tellColleague } from '../writing/outbox.ts';
import { findGrantee, type Grantee, granteeOf } from './grantees.ts';
import { findSpaceMember, type SpaceRow, spaceToChange, spaceVersion } from './space-rows.ts';

type Params = { id: string; granteeId: string };
type Change = { access?: ShareLevel | undefined };
type Level = Access['level'];

/** The level of each member who is in a space, the highest of their ways. */
function levelsIn(store: Store, spaceId: string): Map<string, Level> {
  const levels = new Map<string, Level>();
  const rows = store.all<{ member_id: string; level: Level }>(
    'SELECT member_id, level FROM space_paths WHERE space_id = :spaceId',
    { spaceId },
  );
  for (const { member_id, level } of rows) {
    if (RANKS[level] > RANKS[levels.get(member_id) ?? 'none']) levels.set(member_id, level);
  }
  return levels;
}

/** C1, C2: a level in a multi-space, none in a collaborative one. */
function accessOf(space: SpaceRow, { access }: Change): ShareLevel | null {
  if (space.kind === 'multi' && access === undefined) throw refused('C2', 'a multi-space is shared with a level');
  if (space.kind === 'collaborative' && access !== undefined)
    throw refused('C1', 'a collaborative space has no levels');
  return access ?? null;
}

/** C4: whoever has full access changes who is in a multi-space, its creator among them (C8). */
function checkFull({ asker }: Call, levels: ReadonlyMap<string, Level>): void {
  if (levels.get(asker.me.id) === 'full') return;
  throw refused('C4', 'the sharing of a multi-space is changed by its creator and those with full access');
}

/** C4, S8: spaces are shared with active members, the creator allowed, and with teams. */
function granteeToAdd(store: Store, id: string): Grantee {
  const grantee = findGrantee(store, id);
  if (!grantee) throw notFound('member or team');
  if (grantee.type === 'member' && grantee.status !== 'active') {
    throw refused('S8', `a space is shared with active members; this one is ${grantee.status}`);
  }
  return grantee;
}

function touchSpace(store: Store, space: SpaceRow): number {
  store.run('UPDATE spaces SET version = version + 1 WHERE id = :id', { id: space.id });
  return space.version + 1;
}

function set(call: Call<Params, unknown, Change>): Reply<SpaceMember> {
  const { store, params } = call;
  const space = spaceToChange(call);
  const levels = levelsIn(store, space.id);
  if (space.kind === 'multi') checkFull(call, levels);
  const access = accessOf(space, call.body);
  const before = findSpaceMember(store, space.id, params.granteeId);
  if (before && before.access === access) return { answer: before, version: space.version };
  const grantee = granteeToAdd(store, params.granteeId);
  store.run(
    `INSERT INTO space_members (space_id, grantee_id, grantee_type, access) VALUES (:space, :grantee, :type, :access)
     ON CONFLICT (space_id, grantee_id) DO UPDATE SET access = :access`,
    { space: space.id, grantee: grantee.id, type: grantee.type, access },
  );
  const detail = { access, before: before?.access ?? null };
  audit(call, { action: 'space.share', space, ...granteeOf(grantee), detail });
  tellAdded(call, space, grantee, levels, access ?? 'member');
  return { answer: { grantee, access }, version: touchSpace(store, space) };
}

/** C5, N2: each active member it reaches, but those in it already at that level or above. */
function tellAdded(
  call: Call,
  space: SpaceRow,
  grantee: Grantee,
  levels: ReadonlyMap<string, Level>,
  level: Level,
): void {
  const about = { action: 'space.share', resource: `space:${space.id}` };
  for (const { id, email } of reachedBy(call, grantee.id)) {
    if (RANKS[levels.get(id) ?? 'none'] < RANKS[level]) tellColleague(call, email, about);
  }
}

/** C4: one leaves what one was given directly; others are removed by full access, or by a collaborative space's creator. */
function checkMayRemove(call: Call<Params>, space: SpaceRow): void {
  const { store, asker, params } = call;
  if (params.granteeId === asker.me.id) return;
  if (space.kind === 'multi') checkFull(call, levelsIn(store, space.id));
  else if (space.creator_id !== asker.me.id) throw refused('C4', 'a collaborative space’s creator removes others');
}

/** C8, C4: what is not a share can't be taken away here. */
function noShare({ asker, params }: Call<Params>, space: SpaceRow): Error {
  if (params.granteeId === space.creator_id) return refused('C8', 'the creator of a space can’t be removed');
  if (params.granteeId === asker.me.id) return refused('C4', 'what a team gives is left by leaving the team');
  return notFound('member of this space');
}

function remove(call: Call<Params>): Reply<undefined> {
  const { store, params } = call;
  const space = spaceToChange(call);
  checkMayRemove(call, space);
  const share = findSpaceMember(store, space.id, params.granteeId);
  if (!share) throw noShare(call, space);
  store.run('DELETE FROM space_members WHERE space_id = :space AND grantee_id = :grantee', {
    space: space.id,
    grantee: params.granteeId,
  });
  const detail = { before: share.access };
  audit(call, { action: 'space.unshare', space, ...granteeOf(share.grantee), detail });
  return { version: touchSpace(store, space) };
}

/** Who is in a space: C1, C4, C5, C8, N2, N5. */
export const spaceMemberRoutes = [
  route(setSpaceMember, set, spaceVersion),
  route(removeSpaceMember, remove, spaceVersion),
];
