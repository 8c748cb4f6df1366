import type * as z from 'zod';
import { createSpace, type NewSpace, type Space } from '../../contract/spaces.ts';
import { sightOn } from '../access/sight.ts';
import { notFound, refused } from '../http/problem.ts';
import { type Call, type Reply, route } from '../http/routing.ts';
import { folded } from '../world/names.ts';
import { audit } from '../writing/audit.ts';
import { freshId, freshVersion } from '../writing/fresh.ts';
import { mayCreateFor } from './profiles.ts';
import { findSpace, SPACES, type SpaceRow, showSpaces } from './space-rows.ts';

type CreateCall = Call<unknown, unknown, z.output<typeof NewSpace>>;
type ProfileRow = { id: string; name: string };

/** C6: for a profile of one's own schools; administrators and coordinators, any. */
function profileOf({ store, asker }: CreateCall, id: string): ProfileRow {
  const row = store.get<ProfileRow & { allowed: number | null }>(
    `SELECT p.id, p.name, ${mayCreateFor(asker.me)} AS allowed FROM profiles p WHERE p.id = :id`,
    { id, me: asker.me.id },
  );
  if (!row) throw notFound('profile');
  if (!row.allowed) throw refused('C6', 'a member creates spaces for profiles of their own schools');
  return row;
}

/** C1: from a record one has read or more on; a copy counts as that (T10). */
function checkRecord({ store, asker }: CreateCall, recordId: string): void {
  const sight = sightOn(store, asker.me, recordId);
  if (!sight.any) throw notFound('record');
  if (!sight.reads && !sight.copy) throw refused('C1', 'a space is created from a record one has read or more on');
}

function answerOf(call: CreateCall, id: string): Reply<Space> {
  const row = findSpace(call.store, call.asker.me, id);
  const [answer] = row ? showSpaces(call, [row]) : [];
  if (!row || !answer) throw notFound('space');
  return { answer, version: row.version };
}

function insert(call: CreateCall, name: string, profileId: string | null, recordId: string | null): Reply<Space> {
  const { store, asker, body } = call;
  const id = freshId();
  store.run(
    `INSERT INTO spaces (id, kind, name, profile_id, record_id, creator_id, search, version)
     VALUES (:id, :kind, :name, :profileId, :recordId, :creator, :search, :version)`,
    {
      id,
      kind: body.kind,
      name,
      profileId,
      recordId,
      creator: asker.me.id,
      search: folded(name),
      version: freshVersion(call),
    },
  );
  audit(call, { action: 'space.create', space: { id } });
  return answerOf(call, id);
}

/** C2: from a profile, whose name it takes; C6: a second one only where it is asked for. */
function createMulti(call: CreateCall): Reply<Space> {
  const { body } = call;
  if (body.profile === undefined) throw refused('C2', 'a multi-space is created from a profile');
  if (body.record !== undefined) throw refused('C2', 'a multi-space is created from a profile, not from a record');
  if (body.name !== undefined) throw refused('C2', 'a multi-space takes its name from its profile');
  const profile = profileOf(call, body.profile);
  const there = body.another ? [] : multiSpacesOf(call, profile.id);
  const mine = there.find((row) => row.inside);
  if (mine) return answerOf(call, mine.id);
  if (there.length > 0) throw refused('C6', 'this profile has a multi-space already');
  return insert(call, profile.name, profile.id, null);
}

const multiSpacesOf = ({ store, asker }: CreateCall, profileId: string): SpaceRow[] =>
  store.all<SpaceRow>(`${SPACES} WHERE s.profile_id = :profileId AND s.kind = 'multi' ORDER BY s.rowid`, {
    profileId,
    me: asker.me.id,
  });

/** C1: around a record or on its own; nobody else is in it yet. */
function createCollaborative(call: CreateCall): Reply<Space> {
  const { body } = call;
  const profile = body.profile === undefined ? undefined : profileOf(call, body.profile);
  if (body.record !== undefined) checkRecord(call, body.record);
  return insert(call, body.name ?? '', profile?.id ?? null, body.record ?? null);
}

/** Creating spaces: C1, C2, C6, C8. */
export const spaceCreationRoutes = [
  route(createSpace, (call) => (call.body.kind === 'multi' ? createMulti(call) : createCollaborative(call))),
];
