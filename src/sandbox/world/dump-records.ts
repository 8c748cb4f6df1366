import type { World } from '../../contract/world.ts';
import type { Store } from '../database/store.ts';
import { type ContentColumns, contentsOf } from './contents.ts';
import { grouped, WITH } from './rows.ts';

type WorldRecord = World['records'][number];
type RecordRow = ContentColumns & {
  id: string;
  number: string;
  title: string;
  owner: string;
  status: WorldRecord['status'];
  confidential: number;
};
type ShareRow = { record_id: string; with: string; access: WorldRecord['shares'][number]['access']; approval: number };
type TransferRow = {
  id: string;
  record: string;
  to: string;
  by: string;
  capacity: 'owner' | 'coordinator';
  confidential: number;
  raw_data: number;
  keep_copy: number;
};

/** Records, pending transfers and archived copies, as a world has them. */
export function dumpRecords(store: Store): Pick<World, 'records' | 'transfers' | 'copies'> {
  return { records: records(store), transfers: transfers(store), copies: copies(store) };
}

function records(store: Store): World['records'] {
  const profiles = grouped(
    store.all<{ record_id: string; key: string }>(
      `SELECT rp.record_id, p.key FROM record_profiles rp JOIN profiles p ON p.id = rp.profile_id
       ORDER BY rp.record_id, rp.position`,
    ),
    'record_id',
  );
  const shares = grouped(
    store.all<ShareRow>(
      `SELECT s.record_id, ${WITH} AS "with", s.access, s.require_approval AS approval FROM shares s
       LEFT JOIN members m ON m.id = s.grantee_id LEFT JOIN teams t ON t.id = s.grantee_id`,
    ),
    'record_id',
  );
  return store
    .all<RecordRow>('SELECT r.*, m.email AS owner FROM records r JOIN members m ON m.id = r.owner_id ORDER BY r.rowid')
    .map((row) => ({
      id: row.id,
      number: row.number,
      title: row.title,
      owner: row.owner,
      profiles: (profiles.get(row.id) ?? []).map((profile) => profile.key),
      status: row.status,
      confidential: row.confidential === 1,
      contents: contentsOf(row),
      shares: (shares.get(row.id) ?? []).map((share) => ({
        with: share.with,
        access: share.access,
        requireApproval: share.approval === 1,
      })),
    }));
}

function transfers(store: Store): World['transfers'] {
  const rows = store.all<TransferRow>(
    `SELECT t.id, r.number AS record, recipient.email AS "to", sender.email AS "by", t.capacity,
       t.include_confidential AS confidential, t.include_raw_data AS raw_data, t.keep_copy
     FROM transfers t JOIN records r ON r.id = t.record_id JOIN members recipient ON recipient.id = t.to_id
     JOIN members sender ON sender.id = t.sent_by WHERE t.status = 'pending' ORDER BY t.seq`,
  );
  return rows.map((row) => ({
    id: row.id,
    record: row.record,
    to: row.to,
    by: row.by,
    capacity: row.capacity,
    include: [
      ...(row.confidential ? (['confidential'] as const) : []),
      ...(row.raw_data ? (['raw-data'] as const) : []),
    ],
    keepCopy: row.keep_copy === 1,
  }));
}

function copies(store: Store): World['copies'] {
  return store.all<World['copies'][number]>(
    `SELECT r.number AS record, m.email AS holder, c.at FROM copies c JOIN records r ON r.id = c.record_id
     JOIN members m ON m.id = c.holder_id ORDER BY c.record_id, c.at, m.email_key`,
  );
}
