import type * as z from 'zod';
import { listProfiles, type Profile } from '../../contract/profiles.ts';
import type { Person } from '../http/asker.ts';
import { cut, pageReply, pageWanted } from '../http/paging.ts';
import { type Call, type Reply, route } from '../http/routing.ts';
import { folded } from '../world/names.ts';
import { Filters } from './filters.ts';

type Query = z.output<typeof listProfiles.query>;
type Row = { id: string; key: string; school: string | null; name: string; multi: number; nameable: number };

const HAS_MULTI = `EXISTS (SELECT 1 FROM spaces s WHERE s.profile_id = p.id AND s.kind = 'multi')`;

/**
 * C6, as a condition on `profiles p`: where the member `:me` may create spaces, and so sees the name. In an
 * organization with schools, profiles of their own; administrators and coordinators, any.
 */
export const mayCreateFor = (me: Person): string =>
  me.roles.has('administrator') || me.roles.has('coordinator')
    ? `(1 OR :me = '')`
    : `(p.school IN (SELECT code FROM member_schools WHERE member_id = :me) OR NOT EXISTS (SELECT 1 FROM schools))`;

function list(call: Call<unknown, Query>): Reply<z.input<typeof listProfiles.answer>> {
  const { store, query, asker } = call;
  const { limit, after } = pageWanted(call);
  const nameable = mayCreateFor(asker.me);
  const filters = new Filters()
    .where('1', { me: asker.me.id })
    .after('p.key', after)
    .anyOf('id', query.id, (ids) => `p.id IN ${ids}`)
    .anyOf('key', query.key, (keys) => `p.key IN ${keys}`)
    .anyOf('school', query.school, (codes) => `p.school IN ${codes}`);
  if (query.hasMultiSpace) filters.where(`${HAS_MULTI} = :multi`, { multi: Number(query.hasMultiSpace === 'true') });
  if (query.q !== undefined) {
    // A name the asker may not see is not found by it either (A2).
    const found = `(instr(lower(p.key), :q) > 0 OR (${nameable} AND instr(p.search, :q) > 0))`;
    filters.where(found, { q: folded(query.q) });
  }
  const rows = store.all<Row>(
    `SELECT p.id, p.key, p.school, p.name, ${HAS_MULTI} AS multi, ${nameable} AS nameable
     FROM profiles p WHERE ${filters.sql} ORDER BY p.key LIMIT :limit`,
    { ...filters.parameters, limit: limit + 1 },
  );
  const page = cut(rows, limit, (row) => row.key);
  return pageReply(call, page.rows.map(show), page.last);
}

const show = ({ id, key, school, name, multi, nameable }: Row): Profile => ({
  id,
  key,
  school,
  hasMultiSpace: multi === 1,
  ...(nameable === 1 && { name }),
});

/** Profiles of students and clients: C6. */
export const profileRoutes = [route(listProfiles, list)];
