import type * as z from 'zod';
import { getRecord, listRecords } from '../../contract/records.ts';
import { type Need, reached } from '../access/reach.ts';
import { RECORD_COLUMNS, RECORD_FIELDS, RECORD_TABLES, type RecordRow, showRecords } from '../access/records.ts';
import { sightOf, waysOf } from '../access/sight.ts';
import { cut, pageReply, pageWanted } from '../http/paging.ts';
import { notFound } from '../http/problem.ts';
import { type Call, type Reply, route } from '../http/routing.ts';
import { folded } from '../world/names.ts';
import { Filters } from './filters.ts';
import { findRecord, recordVersion } from './lookup.ts';

type Query = z.output<typeof listRecords.query>;
type ListCall = Call<unknown, Query>;

/** What must be seen of a record for a filter to find it: else a filter would tell what is hidden (A2). */
function needOf(query: Query): Need {
  if (query.sharedWith) return 'shares';
  return query.owner || query.status || query.school ? 'metadata' : 'any';
}

/** A1: the scope `act-as` resolves numbers to owners, when asked by number or id and by nothing hidden. */
const resolves = ({ asker, query }: ListCall): boolean =>
  asker.resolves &&
  Boolean(query.id ?? query.number) &&
  [query.status, query.school, query.sharedWith, query.q].every((filter) => filter === undefined);

function filtersOf(call: ListCall): Filters {
  const { query, asker } = call;
  const coordinator = asker.me.roles.has('coordinator');
  const seen = reached(needOf(query), coordinator);
  return new Filters()
    .where(resolves(call) ? `(1 OR :me = '')` : seen, { me: asker.me.id })
    .anyOf('id', query.id, (list) => `r.id IN ${list}`)
    .anyOf('number', query.number, (list) => `r.number IN ${list}`)
    .anyOf('owner', query.owner, (list) => `r.owner_id IN ${list}`)
    .anyOf('status', query.status, (list) => `r.status IN ${list}`)
    .anyOf(
      'school',
      query.school,
      (list) => `r.id IN (SELECT rp.record_id FROM record_profiles rp
       JOIN profiles p ON p.id = rp.profile_id WHERE p.school IN ${list})`,
    )
    .anyOf(
      'sharedWith',
      query.sharedWith,
      (list) => `r.id IN (SELECT record_id FROM shares WHERE grantee_id IN ${list})`,
    )
    .where(
      query.q === undefined ? '1' : 'instr(r.search, :q) > 0',
      query.q === undefined ? {} : { q: folded(query.q) },
    );
}

function list(call: ListCall): Reply<z.input<typeof listRecords.answer>> {
  const { limit, after } = pageWanted(call);
  const filters = filtersOf(call).after('r.number', after);
  const found = call.store.many<RecordRow>(
    RECORD_FIELDS,
    `SELECT ${RECORD_COLUMNS} FROM ${RECORD_TABLES} WHERE ${filters.sql} ORDER BY r.number LIMIT :limit`,
    { ...filters.parameters, limit: limit + 1 },
  );
  const { rows, last } = cut(found, limit, (row) => row.number);
  const items = showRecords(call.store, call.asker, rows, call.etags);
  return pageReply(call, items, last, last === undefined ? hiddenOf(call) : {});
}

/** O4: of confidential records a coordinator learns how many there are, by owner, and nothing else. */
function hiddenOf({ store, asker, query }: ListCall): { hidden?: number } {
  const others = [query.id, query.number, query.school, query.sharedWith, query.q];
  if (!query.owner || !asker.me.roles.has('coordinator') || others.some((filter) => filter !== undefined)) return {};
  const filters = new Filters()
    .where(`r.confidential = 1 AND r.status <> 'deleted' AND NOT ${reached('metadata', false)}`, { me: asker.me.id })
    .anyOf('owner', query.owner, (ids) => `r.owner_id IN ${ids}`)
    .anyOf('status', query.status, (statuses) => `r.status IN ${statuses}`);
  const row = store.get<{ n: number }>(`SELECT count(*) AS n FROM records r WHERE ${filters.sql}`, filters.parameters);
  return { hidden: row?.n ?? 0 };
}

function get(call: Call<{ id: string }>): Reply<z.input<typeof getRecord.answer>> {
  const row = findRecord(call.store, call.params.id);
  if (!row) throw notFound('record');
  const ways = waysOf(call.store, call.asker.me, [row.id]);
  const sight = sightOf(ways.get(row.id) ?? []);
  if (!sight.any && !call.asker.resolves) throw notFound('record');
  const [answer] = showRecords(call.store, call.asker, [row], call.etags, ways);
  return { ...(answer && { answer }), ...(sight.metadata && { version: row.version }) };
}

/** Reading records: the list, and one. */
export const recordRoutes = [route(listRecords, list), route(getRecord, get, recordVersion)];
