import type { Space, SpaceMember } from '../../contract/spaces.ts';
import { sightOf, waysOf } from '../access/sight.ts';
import { listed, type Store } from '../database/store.ts';
import { etagOf } from '../http/preconditions.ts';
import { notFound } from '../http/problem.ts';
import type { Call } from '../http/routing.ts';
import { grouped } from '../world/rows.ts';

/** A space as the database has it, with its creator's e-mail and its profile's key. */
export type SpaceRow = {
  id: string;
  kind: 'multi' | 'collaborative';
  name: string;
  profile_id: string | null;
  profile_key: string | null;
  record_id: string | null;
  creator_id: string;
  creator_email: string;
  version: number;
  /** Whether the asker is in it. */
  inside: number;
};

type EntryRow = {
  space_id: string;
  grantee_id: string;
  grantee_type: 'member' | 'team';
  access: SpaceMember['access'];
  email: string;
  status: 'invited' | 'active' | 'inactive';
  name: string;
};

/** A condition on `spaces s`: the member `:me` is in it, through a team too (C1). */
export const INSIDE = 's.id IN (SELECT space_id FROM space_paths WHERE member_id = :me)';

/** A query of spaces as seen by `:me`, up to its conditions. */
export const SPACES = `SELECT s.*, c.email AS creator_email, p.key AS profile_key, ${INSIDE} AS inside
  FROM spaces s JOIN members c ON c.id = s.creator_id LEFT JOIN profiles p ON p.id = s.profile_id`;

const ENTRIES = `SELECT sm.space_id, sm.grantee_id, sm.grantee_type, sm.access, m.email, m.status, t.name
  FROM space_members sm LEFT JOIN members m ON m.id = sm.grantee_id LEFT JOIN teams t ON t.id = sm.grantee_id`;

/** A space as the database has it, whoever asks; `inside` says whether the asker is in it. */
export const findSpace = (store: Store, me: { id: string }, id: string): SpaceRow | undefined =>
  store.get<SpaceRow>(`${SPACES} WHERE s.id = :id`, { id, me: me.id });

/** The version of a space, for `If-Match` in a batch. */
export const spaceVersion = (store: Store, params: Record<string, string>): number | undefined =>
  store.get<{ version: number }>('SELECT version FROM spaces WHERE id = :id', { id: params['id'] ?? '' })?.version;

/**
 * The space a change is about.
 * @throws ProblemError `not-found` where the asker is not in it (A2); `stale` where it changed since they read it
 */
export function spaceToChange(call: Call<{ id: string }>): SpaceRow {
  const row = findSpace(call.store, call.asker.me, call.params.id);
  if (!row?.inside) throw notFound('space');
  call.precondition(row.version);
  return row;
}

const memberOf = (row: EntryRow): SpaceMember => ({
  grantee:
    row.grantee_type === 'team'
      ? { type: 'team', id: row.grantee_id, name: row.name }
      : { type: 'member', id: row.grantee_id, email: row.email, status: row.status },
  access: row.access,
});

/** One share of a space, or undefined. */
export function findSpaceMember(store: Store, spaceId: string, granteeId: string): SpaceMember | undefined {
  const row = store.get<EntryRow>(`${ENTRIES} WHERE sm.space_id = :spaceId AND sm.grantee_id = :granteeId`, {
    spaceId,
    granteeId,
  });
  return row && memberOf(row);
}

/** Spaces as far as the asker sees them: whoever is not in one learns whose it is, and nothing more (A1). */
export function showSpaces(call: Pick<Call, 'store' | 'asker' | 'etags'>, rows: readonly SpaceRow[]): Space[] {
  const { store, asker } = call;
  const entries = grouped(
    store.all<EntryRow>(
      `${ENTRIES} WHERE sm.space_id IN (SELECT value FROM json_each(:ids)) ORDER BY ifnull(m.email_key, '~' || t.name)`,
      { ids: listed(rows.map((row) => row.id)) },
    ),
    'space_id',
  );
  const recordIds = [...new Set(rows.flatMap((row) => row.record_id ?? []))];
  const ways = recordIds.length > 0 ? waysOf(store, asker.me, recordIds) : new Map<string, never>();
  const knows = (recordId: string) => sightOf(ways.get(recordId) ?? []).any;
  return rows.map((row) => show(call, row, (entries.get(row.id) ?? []).map(memberOf), knows));
}

/** C3, A2: the record it was created from is named to whoever has a way to it. */
function show(
  { etags }: Pick<Call, 'etags'>,
  row: SpaceRow,
  members: SpaceMember[],
  knows: (recordId: string) => boolean,
): Space {
  const creator = { id: row.creator_id, email: row.creator_email };
  if (!row.inside) return { id: row.id, creator };
  const { profile_id, profile_key, record_id } = row;
  return {
    id: row.id,
    creator,
    kind: row.kind,
    name: row.name,
    profile: profile_id === null ? null : { id: profile_id, key: profile_key ?? '' },
    ...((record_id === null || knows(record_id)) && { record: record_id }),
    members,
    ...(etags && { etag: etagOf(row.version) }),
  };
}
