import type { Record as ApiRecord, Copy, PendingTransfer, Share } from '../../contract/records.ts';
import { listed, type Store } from '../database/store.ts';
import type { Asker } from '../http/asker.ts';
import { etagOf } from '../http/preconditions.ts';
import { CONTENT_COLUMNS, type ContentColumns, contentsOf } from '../world/contents.ts';
import { grouped } from '../world/rows.ts';
import { type Sight, sightOf, waysOf } from './sight.ts';

/** A record as the database has it, with its owner's e-mail. */
export type RecordRow = ContentColumns & {
  id: string;
  number: string;
  title: string;
  owner_id: string;
  owner_email: string;
  status: 'active' | 'archived' | 'deleted';
  confidential: number;
  version: number;
};

/** What a query of records gives. */
export const RECORD_FIELDS: readonly (keyof RecordRow)[] = [
  ...(['id', 'number', 'title', 'owner_id', 'owner_email', 'status', 'confidential', 'version'] as const),
  ...Object.values(CONTENT_COLUMNS),
];
/** What it selects. */
export const RECORD_COLUMNS = RECORD_FIELDS.map((field) =>
  field === 'owner_email' ? 'o.email AS owner_email' : `r.${field}`,
).join(', ');
/** What a query of records reads. */
export const RECORD_TABLES = 'records r JOIN members o ON o.id = r.owner_id';

type ShareRow = {
  record_id: string;
  grantee_id: string;
  grantee_type: 'member' | 'team';
  access: Share['access'];
  require_approval: number;
  email: string;
  status: 'invited' | 'active' | 'inactive';
  name: string;
};
type TransferRow = {
  record_id: string;
  id: string;
  capacity: 'owner' | 'coordinator';
  to_id: string;
  to_email: string;
  sent_by: string;
};
type CopyRow = { record_id: string; holder_id: string; email: string; at: string };
type ProfileRow = { record_id: string; id: string; key: string; school: string | null };

/** Shares of records given by `:ids`, as the contract has them. */
const SHARES = `SELECT s.record_id, s.grantee_id, s.grantee_type, s.access, s.require_approval, m.email, m.status, t.name
  FROM shares s LEFT JOIN members m ON m.id = s.grantee_id LEFT JOIN teams t ON t.id = s.grantee_id`;

/** A share as the contract has it. */
export const shareOf = (row: ShareRow): Share => ({
  grantee:
    row.grantee_type === 'team'
      ? { type: 'team', id: row.grantee_id, name: row.name }
      : { type: 'member', id: row.grantee_id, email: row.email, status: row.status },
  access: row.access,
  requireApproval: row.require_approval === 1,
});

/** One share of a record, or undefined. */
export const findShare = (store: Store, recordId: string, granteeId: string): Share | undefined => {
  const row = store.get<ShareRow>(`${SHARES} WHERE s.record_id = :recordId AND s.grantee_id = :granteeId`, {
    recordId,
    granteeId,
  });
  return row && shareOf(row);
};

/** Shows each record as far as the asker sees it; fields left out are not known to them (A2). */
export function showRecords(
  store: Store,
  asker: Asker,
  rows: readonly RecordRow[],
  etags: boolean,
  ways = waysOf(
    store,
    asker.me,
    rows.map((row) => row.id),
  ),
): ApiRecord[] {
  if (rows.length === 0) return [];
  const sights = new Map(rows.map(({ id }) => [id, sightOf(ways.get(id) ?? [])]));
  // Of what isn't seen nothing more is told (A1).
  const seen = rows.filter(({ id }) => sights.get(id)?.any).map(({ id }) => id);
  const parts = partsOf(store, seen);
  return rows.map((row) => showRecord(asker, row, sights.get(row.id) ?? sightOf([]), parts, etags));
}

/** What is kept about records beside them, by record. */
interface Parts {
  readonly shares: ReadonlyMap<string, readonly ShareRow[]>;
  readonly profiles: ReadonlyMap<string, readonly ProfileRow[]>;
  readonly transfers: ReadonlyMap<string, TransferRow>;
  readonly copies: ReadonlyMap<string, readonly CopyRow[]>;
}

const NO_PARTS: Parts = { shares: new Map(), profiles: new Map(), transfers: new Map(), copies: new Map() };

/** A list as one parameter is bound sooner than hundreds; in a view it couldn't be looked into (see `among`). */
const THOSE = 'IN (SELECT value FROM json_each(:ids))';

function partsOf(store: Store, recordIds: readonly string[]): Parts {
  if (recordIds.length === 0) return NO_PARTS;
  const ids = { ids: listed(recordIds) };
  return {
    shares: grouped(store.all<ShareRow>(`${SHARES} WHERE s.record_id ${THOSE}`, ids), 'record_id'),
    profiles: grouped(
      store.all<ProfileRow>(
        `SELECT rp.record_id, p.id, p.key, p.school FROM record_profiles rp JOIN profiles p ON p.id = rp.profile_id
         WHERE rp.record_id ${THOSE} ORDER BY rp.record_id, rp.position`,
        ids,
      ),
      'record_id',
    ),
    transfers: new Map(
      store
        .all<TransferRow>(
          `SELECT t.record_id, t.id, t.capacity, t.to_id, m.email AS to_email, t.sent_by FROM transfers t
           JOIN members m ON m.id = t.to_id WHERE t.status = 'pending' AND t.record_id ${THOSE}`,
          ids,
        )
        .map((row) => [row.record_id, row]),
    ),
    copies: grouped(
      store.all<CopyRow>(
        `SELECT c.record_id, c.holder_id, m.email, c.at FROM copies c JOIN members m ON m.id = c.holder_id
         WHERE c.record_id ${THOSE} ORDER BY c.record_id, c.at, m.email_key`,
        ids,
      ),
      'record_id',
    ),
  };
}

function showRecord(asker: Asker, row: RecordRow, sight: Sight, parts: Parts, etags: boolean): ApiRecord {
  const owner = { id: row.owner_id, email: row.owner_email };
  // A1: the scope alone resolves a number to its owner, and nothing more.
  if (!sight.any) return { id: row.id, number: row.number, owner };
  const { me } = asker;
  const copies = (parts.copies.get(row.id) ?? []).filter((copy) => sight.shares || copy.holder_id === me.id);
  return {
    id: row.id,
    number: row.number,
    title: row.title,
    ...((sight.metadata || asker.resolves) && { owner }),
    ...(sight.metadata && { status: row.status, profiles: profilesOf(parts, row.id) }),
    ...(marksKnown(sight) && { confidential: row.confidential === 1 }),
    ...(sight.shares && countsOf(row)),
    ...(sight.shares && { shares: (parts.shares.get(row.id) ?? []).map(shareOf) }),
    ...(sight.metadata && { pendingTransfer: transferOf(asker, row, parts) }),
    ...((sight.shares || sight.copy) && { copies: copies.map(copyOf) }),
    ...(etags && sight.metadata && { etag: etagOf(row.version) }),
  };
}

/** Whether it is marked is seen with the record, and follows from seeing it by a role (O4). */
const marksKnown = (sight: Sight): boolean => sight.reads || sight.coordinator || sight.manager;

const profilesOf = (parts: Parts, recordId: string) =>
  (parts.profiles.get(recordId) ?? []).map(({ id, key, school }) => ({ id, key, school }));

const copyOf = (row: CopyRow): Copy => ({ holder: { id: row.holder_id, email: row.email }, at: row.at });

function countsOf(row: RecordRow) {
  const counts = contentsOf(row);
  return { counts, partiallyConfidential: counts.confidentialNotes + counts.confidentialDocuments > 0 };
}

/** T17: owner, sender, recipient and coordinators see the transfer; the others only that there is one. */
function transferOf({ me }: Asker, row: RecordRow, parts: Parts): PendingTransfer | null {
  const transfer = parts.transfers.get(row.id);
  if (!transfer) return null;
  const party = [row.owner_id, transfer.sent_by, transfer.to_id].includes(me.id) || me.roles.has('coordinator');
  const { id, capacity, to_id, to_email } = transfer;
  return { capacity, ...(party && { id, to: { id: to_id, email: to_email } }) };
}
