import type { RecordRow } from '../access/records.ts';
import type { Call } from '../http/routing.ts';
import { audit } from '../writing/audit.ts';
import { tellClient } from '../writing/outbox.ts';
import { notify } from './transfer-messages.ts';
import type { TransferRow } from './transfer-rows.ts';

/** What acceptance takes out of a record, item by item (T9, T11). */
type Excluded = { confidentialNotes: number; confidentialDocuments: number; rawData: number };

const excludedOf = (record: RecordRow, transfer: TransferRow): Excluded => ({
  confidentialNotes: transfer.include_confidential ? 0 : record.confidential_notes,
  confidentialDocuments: transfer.include_confidential ? 0 : record.confidential_documents,
  rawData: transfer.include_raw_data ? 0 : record.raw_data,
});

/**
 * Hands a record over: T6, the recipient is its owner and their share ends; T9 to T11, what is excluded leaves it, into
 * the former owner's copy or for good, as it stands now (T12).
 */
export function handOver(call: Call, transfer: TransferRow, record: RecordRow): void {
  const { store } = call;
  const excluded = excludedOf(record, transfer);
  const ids = { record: record.id, to: transfer.to_id };
  store.run('DELETE FROM shares WHERE record_id = :record AND grantee_id = :to', ids);
  store.run(
    `UPDATE records SET owner_id = :to, invoices = 0, upcoming_appointments = 0, tasks = 0, memos = 0,
       confidential_notes = confidential_notes - :confidentialNotes, raw_data = raw_data - :rawData,
       confidential_documents = confidential_documents - :confidentialDocuments WHERE id = :record`,
    { ...ids, ...excluded },
  );
  if (transfer.keep_copy) keepCopy(call, transfer);
  const kept = transfer.keep_copy === 1;
  const deleted = record.tasks + record.memos + (kept ? 0 : totalOf(excluded));
  const detail = { capacity: transfer.capacity, keepCopy: kept, deleted, appointments: record.upcoming_appointments };
  audit(call, { action: 'transfer.accept', record, member: { id: transfer.to_id, email: transfer.to_email }, detail });
  const about = { action: 'transfer.accept', resource: `record:${record.number}` };
  for (let i = 0; i < record.upcoming_appointments; i += 1) tellClient(call, about);
  notify(call, transfer.sent_by, about);
}

const totalOf = (excluded: Excluded): number => Object.values(excluded).reduce((sum, count) => sum + count, 0);

/** T10: it is told by whose it is and when it was made; what it holds, nobody else sees. */
function keepCopy({ store, now }: Call, transfer: TransferRow): void {
  store.run('INSERT INTO copies (record_id, holder_id, at) VALUES (:record, :holder, :now)', {
    record: transfer.record_id,
    holder: transfer.from_id,
    now,
  });
}
