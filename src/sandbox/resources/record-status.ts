import { type Record as ApiRecord, archiveRecord, reactivateRecord } from '../../contract/records.ts';
import { showRecords } from '../access/records.ts';
import type { Sight } from '../access/sight.ts';
import { refused } from '../http/problem.ts';
import { type Call, type Reply, route } from '../http/routing.ts';
import { audit } from '../writing/audit.ts';
import { findRecord, isPending, recordToChange, recordVersion, touchRecord } from './lookup.ts';

/** R6: the owner; a coordinator or a manager, who have no such way into a confidential record (O4). */
function checkMayArchive(sight: Sight): void {
  if (sight.owner || sight.coordinator || sight.manager) return;
  throw refused('R6', 'a record is archived and reactivated by its owner, a coordinator, or a manager of its school');
}

function setStatus(call: Call<{ id: string }>, status: 'active' | 'archived', action: string): Reply<ApiRecord> {
  const { store, asker } = call;
  const { row, sight } = recordToChange(call);
  checkMayArchive(sight);
  if (row.status === 'deleted') throw refused('R4', 'a deleted record is restored, not archived or reactivated');
  if (row.status !== status) {
    if (isPending(store, row.id)) throw refused('T14', 'a record is not archived while its transfer is pending');
    store.run('UPDATE records SET status = :status WHERE id = :id', { status, id: row.id });
    touchRecord(store, row);
    audit(call, { action, record: row });
  }
  const now = findRecord(store, row.id) ?? row;
  const [answer] = showRecords(store, asker, [now], call.etags);
  return { ...(answer && { answer }), version: now.version };
}

/** Archiving and reactivating: R6, T14, N5. */
export const recordStatusRoutes = [
  route(archiveRecord, (call) => setStatus(call, 'archived', 'record.archive'), recordVersion),
  route(reactivateRecord, (call) => setStatus(call, 'active', 'record.reactivate'), recordVersion),
];
