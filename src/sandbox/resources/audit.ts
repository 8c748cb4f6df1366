import type * as z from 'zod';
import { type AuditEntry, listAudit } from '../../contract/audit.ts';
import type { Person } from '../http/asker.ts';
import { cut, pageReply, pageWanted } from '../http/paging.ts';
import { type Call, type Reply, route } from '../http/routing.ts';
import { Filters } from './filters.ts';

type Query = z.output<typeof listAudit.query>;
type Row = {
  seq: number;
  at: string;
  actor_id: string;
  actor_email: string;
  acting_for_id: string | null;
  acting_for_email: string | null;
  reason: string | null;
  action: string;
  record_id: string | null;
  record_number: string | null;
  space_id: string | null;
  member_id: string | null;
  member_email: string | null;
  team_id: string | null;
  team_name: string | null;
  detail: string;
  told: number;
};

/** Administrators read all of it; the others, of what they own or have full access to. */
const readable = (me: Person): string =>
  me.roles.has('administrator')
    ? `(1 OR :me = '')`
    : `(a.record_id IN (SELECT record_id FROM ways WHERE member_id = :me AND state = 'active' AND level IN ('owner', 'full'))
       OR a.space_id IN (SELECT space_id FROM space_paths WHERE member_id = :me AND (kind = 'creator' OR level = 'full')))`;

/** T17: whoever reads of a transfer without seeing it learns that there is one, not to whom. */
const told = (me: Person): string =>
  me.roles.has('administrator') || me.roles.has('coordinator')
    ? '1'
    : `(a.action NOT LIKE 'transfer.%' OR :me IN (a.actor_id, ifnull(a.acting_for_id, ''), ifnull(a.member_id, ''))
       OR a.record_id IN (SELECT id FROM records WHERE owner_id = :me))`;

/** Newest first. */
function list(call: Call<unknown, Query>): Reply<z.input<typeof listAudit.answer>> {
  const { store, query, asker } = call;
  const { limit, after } = pageWanted(call);
  const filters = new Filters()
    .where(readable(asker.me), { me: asker.me.id })
    .anyOf('record', query.record, (ids) => `a.record_id IN ${ids}`)
    .anyOf('space', query.space, (ids) => `a.space_id IN ${ids}`)
    .anyOf('member', query.member, (ids) => `(a.member_id IN ${ids} AND ${told(asker.me)})`)
    .anyOf('team', query.team, (ids) => `a.team_id IN ${ids}`);
  if (after !== undefined) filters.where('a.seq < :after', { after });
  // Moments are kept in UTC with milliseconds, so that they compare as text.
  if (query.since !== undefined) filters.where('a.at >= :since', { since: new Date(query.since).toISOString() });
  if (query.until !== undefined) filters.where('a.at <= :until', { until: new Date(query.until).toISOString() });
  const found = store.all<Row>(
    `SELECT a.*, ${told(asker.me)} AS told FROM audit a WHERE ${filters.sql} ORDER BY a.seq DESC LIMIT :limit`,
    { ...filters.parameters, limit: limit + 1 },
  );
  const { rows, last } = cut(found, limit, (row) => row.seq);
  return pageReply(call, rows.map(show), last);
}

const show = (row: Row): AuditEntry => ({
  id: `audit-${row.seq}`,
  at: row.at,
  actor: { id: row.actor_id, email: row.actor_email },
  actingFor: row.acting_for_id === null ? null : { id: row.acting_for_id, email: row.acting_for_email ?? '' },
  reason: row.reason,
  action: row.action,
  record: row.record_id === null ? null : { id: row.record_id, number: row.record_number ?? '' },
  space: row.space_id === null ? null : { id: row.space_id },
  member: row.member_id === null || !row.told ? null : { id: row.member_id, email: row.member_email ?? '' },
  team: row.team_id === null ? null : { id: row.team_id, name: row.team_name ?? '' },
  detail: row.told ? (JSON.parse(row.detail) as AuditEntry['detail']) : {},
});

/** Who did what. */
export const auditRoutes = [route(listAudit, list)];
