import type * as z from 'zod';
import { getTransfer, listTransfers } from '../../contract/transfers.ts';
import { cut, pageReply, pageWanted } from '../http/paging.ts';
import { notFound } from '../http/problem.ts';
import { type Call, type Reply, route } from '../http/routing.ts';
import { Filters } from './filters.ts';
import {
  findTransfer,
  SEEN,
  seeing,
  showTransfers,
  TRANSFERS,
  type TransferRow,
  transferVersion,
} from './transfer-rows.ts';

type Query = z.output<typeof listTransfers.query>;

/** In the order they were sent. */
function list(call: Call<unknown, Query>): Reply<z.input<typeof listTransfers.answer>> {
  const { store, query, asker } = call;
  const { limit, after } = pageWanted(call);
  const filters = new Filters()
    .where(SEEN, seeing(asker))
    .after('t.seq', after)
    .anyOf('id', query.id, (ids) => `t.id IN ${ids}`)
    .anyOf('status', query.status, (statuses) => `t.status IN ${statuses}`)
    .anyOf('record', query.record, (ids) => `t.record_id IN ${ids}`)
    .anyOf('from', query.from, (ids) => `t.from_id IN ${ids}`)
    .anyOf('to', query.to, (ids) => `t.to_id IN ${ids}`);
  const found = store.all<TransferRow>(`${TRANSFERS} WHERE ${filters.sql} ORDER BY t.seq LIMIT :limit`, {
    ...filters.parameters,
    limit: limit + 1,
  });
  const { rows, last } = cut(found, limit, (row) => row.seq);
  return pageReply(call, showTransfers(call, rows), last);
}

function get(call: Call<{ id: string }>): Reply<z.input<typeof getTransfer.answer>> {
  const row = findTransfer(call.store, call.asker, call.params.id);
  const [answer] = row ? showTransfers(call, [row]) : [];
  if (!row || !answer) throw notFound('transfer');
  return { answer, version: row.version };
}

/** Reading transfers: the list, and one (T17). */
export const transferRoutes = [route(listTransfers, list), route(getTransfer, get, transferVersion)];
