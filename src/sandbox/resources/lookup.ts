import { RECORD_COLUMNS, RECORD_TABLES, type RecordRow } from '../access/records.ts';
import { type Sight, sightOn } from '../access/sight.ts';
import type { Store } from '../database/store.ts';
import { notFound } from '../http/problem.ts';
import type { Call } from '../http/routing.ts';

/** A record as the database has it, whoever asks. */
export const findRecord = (store: Store, id: string): RecordRow | undefined =>
  store.get<RecordRow>(`SELECT ${RECORD_COLUMNS} FROM ${RECORD_TABLES} WHERE r.id = :id`, { id });

/** The version of a record, for `If-Match` in a batch. */
export const recordVersion = (store: Store, params: Record<string, string>): number | undefined =>
  store.get<{ version: number }>('SELECT version FROM records WHERE id = :id', { id: params['id'] ?? '' })?.version;

/**
 * The record a change is about, and what the asker sees of it.
 * @throws ProblemError `not-found` where they have no way to it (A2); `stale` where it changed since they read it
 */
export function recordToChange(call: Call<{ id: string }>): { row: RecordRow; sight: Sight } {
  const row = findRecord(call.store, call.params.id);
  const sight = row && sightOn(call.store, call.asker.me, row.id);
  if (!row || !sight?.any) throw notFound('record');
  call.precondition(row.version);
  return { row, sight };
}

/** Marks a record as changed: its ETag moves. */
export function touchRecord(store: Store, row: RecordRow): number {
  store.run('UPDATE records SET version = version + 1 WHERE id = :id', { id: row.id });
  return row.version + 1;
}

/** Whether a record waits for a transfer (T14). */
export const isPending = (store: Store, recordId: string): boolean =>
  store.get(`SELECT id FROM transfers WHERE record_id = :recordId AND status = 'pending'`, { recordId }) !== undefined;
