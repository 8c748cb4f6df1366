import type * as z from 'zod';
import { getMember, listMembers } from '../../contract/members.ts';
import { cut, pageReply, pageWanted } from '../http/paging.ts';
import { type Call, type Reply, route } from '../http/routing.ts';
import { emailKey, folded } from '../world/names.ts';
import { Filters } from './filters.ts';
import { type MemberRow, memberReply, memberVersion, showMembers } from './member-rows.ts';

type Query = z.output<typeof listMembers.query>;

/** Members of every status, for any active member. */
function list(call: Call<unknown, Query>): Reply<z.input<typeof listMembers.answer>> {
  const { store, query } = call;
  const { limit, after } = pageWanted(call);
  const holds = (table: string, column: string) => (values: string) =>
    `m.id IN (SELECT member_id FROM ${table} WHERE ${column} IN ${values})`;
  const filters = new Filters()
    .after('m.email_key', after)
    .anyOf('id', query.id, (ids) => `m.id IN ${ids}`)
    .anyOf('email', query.email?.map(emailKey), (emails) => `m.email_key IN ${emails}`)
    .anyOf('status', query.status, (statuses) => `m.status IN ${statuses}`)
    .anyOf('role', query.role, holds('member_roles', 'role'))
    .anyOf('school', query.school, holds('member_schools', 'code'))
    .where(
      query.q === undefined ? '1' : 'instr(m.search, :q) > 0',
      query.q === undefined ? {} : { q: folded(query.q) },
    );
  const found = store.all<MemberRow>(
    `SELECT m.* FROM members m WHERE ${filters.sql} ORDER BY m.email_key LIMIT :limit`,
    { ...filters.parameters, limit: limit + 1 },
  );
  const { rows, last } = cut(found, limit, (row) => row.email_key);
  return pageReply(call, showMembers(store, rows), last);
}

/** Reading members: the list, and one. */
export const memberRoutes = [
  route(listMembers, list),
  route(getMember, ({ store, params }) => memberReply(store, params.id), memberVersion),
];
