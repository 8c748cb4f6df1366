import type * as z from 'zod';
import { getSpace, listSpaces } from '../../contract/spaces.ts';
import { cut, pageReply, pageWanted } from '../http/paging.ts';
import { notFound } from '../http/problem.ts';
import { type Call, type Reply, route } from '../http/routing.ts';
import { folded } from '../world/names.ts';
import { Filters } from './filters.ts';
import { findSpace, INSIDE, SPACES, type SpaceRow, showSpaces, spaceVersion } from './space-rows.ts';

type ListCall = Call<unknown, z.output<typeof listSpaces.query>>;

/** A1: the scope `act-as` resolves any space, and a profile's multi-space, to its creator; nothing else finds them. */
function visible({ asker, query }: ListCall): string {
  const { id, profile, kind, q } = query;
  if (!asker.resolves || q !== undefined) return INSIDE;
  if (id && !profile && !kind) return `(${INSIDE} OR 1)`;
  const multi = profile !== undefined && (kind ?? []).every((each) => each === 'multi');
  return multi ? `(${INSIDE} OR s.kind = 'multi')` : INSIDE;
}

/** Those the asker is in. */
function list(call: ListCall): Reply<z.input<typeof listSpaces.answer>> {
  const { store, query, asker } = call;
  const { limit, after } = pageWanted(call);
  const filters = new Filters()
    .where(visible(call), { me: asker.me.id })
    .after('s.id', after)
    .anyOf('id', query.id, (ids) => `s.id IN ${ids}`)
    .anyOf('kind', query.kind, (kinds) => `s.kind IN ${kinds}`)
    .anyOf('profile', query.profile, (ids) => `s.profile_id IN ${ids}`);
  if (query.q !== undefined) filters.where('instr(s.search, :q) > 0', { q: folded(query.q) });
  const found = store.all<SpaceRow>(`${SPACES} WHERE ${filters.sql} ORDER BY s.id LIMIT :limit`, {
    ...filters.parameters,
    limit: limit + 1,
  });
  const { rows, last } = cut(found, limit, (row) => row.id);
  return pageReply(call, showSpaces(call, rows), last);
}

function get(call: Call<{ id: string }>): Reply<z.input<typeof getSpace.answer>> {
  const row = findSpace(call.store, call.asker.me, call.params.id);
  if (!row || !(row.inside || call.asker.resolves)) throw notFound('space');
  const [answer] = showSpaces(call, [row]);
  return { ...(answer && { answer }), ...(row.inside && { version: row.version }) };
}

/** Reading spaces: the list, and one. */
export const spaceRoutes = [route(listSpaces, list), route(getSpace, get, spaceVersion)];
