import type { Transfer } from '../../contract/transfers.ts';
import { sightOf, waysOf } from '../access/sight.ts';
import type { Parameters, Store } from '../database/store.ts';
import type { Asker } from '../http/asker.ts';
import { etagOf } from '../http/preconditions.ts';
import { notFound } from '../http/problem.ts';
import type { Call } from '../http/routing.ts';

/** A transfer as the database has it, with what its record and its parties are called. */
export type TransferRow = Pick<Transfer, 'id' | 'capacity' | 'status'> & {
  seq: number;
  record_id: string;
  number: string;
  title: string;
  from_id: string;
  from_email: string;
  to_id: string;
  to_email: string;
  sent_by: string;
  sender_email: string;
  include_confidential: number;
  include_raw_data: number;
  keep_copy: number;
  sent_at: string;
  ended_at: string | null;
  version: number;
};

/** One that was just written: nobody asked the database for its place among the others. */
export type SentTransfer = Omit<TransferRow, 'seq'>;

/** A query of transfers, up to its conditions. */
export const TRANSFERS = `SELECT t.*, r.number, r.title, f.email AS from_email, o.email AS to_email,
    s.email AS sender_email FROM transfers t JOIN records r ON r.id = t.record_id JOIN members f ON f.id = t.from_id
  JOIN members o ON o.id = t.to_id JOIN members s ON s.id = t.sent_by`;

/** T17: owner, sender, recipient and coordinators see a transfer. */
export const SEEN = '(:coordinator OR :me IN (t.from_id, t.sent_by, t.to_id))';

/** What `SEEN` asks of the asker. */
export const seeing = ({ me }: Asker): Parameters => ({
  me: me.id,
  coordinator: Number(me.roles.has('coordinator')),
});

/** A transfer the asker sees (T17), or undefined. */
export const findTransfer = (store: Store, asker: Asker, id: string): TransferRow | undefined =>
  store.get<TransferRow>(`${TRANSFERS} WHERE t.id = :id AND ${SEEN}`, { id, ...seeing(asker) });

/** The version of a transfer, for `If-Match` in a batch. */
export const transferVersion = (store: Store, params: Record<string, string>): number | undefined =>
  store.get<{ version: number }>('SELECT version FROM transfers WHERE id = :id', { id: params['id'] ?? '' })?.version;

/**
 * The transfer a change is about.
 * @throws ProblemError `not-found` where they don't see it (T17); `stale` where it changed since they read it
 */
export function transferToChange(call: Call<{ id: string }>): TransferRow {
  const row = findTransfer(call.store, call.asker, call.params.id);
  if (!row) throw notFound('transfer');
  call.precondition(row.version);
  return row;
}

/** Transfers as the contract has them: number and title for whoever has a way to the record (T17, A2). */
export function showTransfers(
  { store, asker, etags }: Pick<Call, 'store' | 'asker' | 'etags'>,
  rows: readonly SentTransfer[],
): Transfer[] {
  const recordIds = [...new Set(rows.map((row) => row.record_id))];
  const ways = waysOf(store, asker.me, recordIds);
  return rows.map((row) => showTransfer(row, sightOf(ways.get(row.record_id) ?? []).any, etags));
}

/** A transfer as the contract has it; number and title for whoever has a way to the record (T17, A2). */
export const showTransfer = (row: SentTransfer, knowsRecord: boolean, etags: boolean): Transfer => ({
  id: row.id,
  record: { id: row.record_id, ...(knowsRecord && { number: row.number, title: row.title }) },
  from: { id: row.from_id, email: row.from_email },
  to: { id: row.to_id, email: row.to_email },
  sentBy: { id: row.sent_by, email: row.sender_email },
  capacity: row.capacity,
  include: [
    ...(row.include_confidential ? (['confidential'] as const) : []),
    ...(row.include_raw_data ? (['raw-data'] as const) : []),
  ],
  keepCopy: row.keep_copy === 1,
  status: row.status,
  sentAt: row.sent_at,
  endedAt: row.ended_at,
  ...(etags && { etag: etagOf(row.version) }),
});
