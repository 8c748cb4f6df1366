import type * as z from 'zod';
import type { Capacity } from '../../contract/common.ts';
import { type NewTransfer, sendTransfer, type Transfer } from '../../contract/transfers.ts';
import { reached } from '../access/reach.ts';
import { RECORD_COLUMNS, RECORD_TABLES, type RecordRow } from '../access/records.ts';
import { type Sight, sightOn } from '../access/sight.ts';
import type { Store } from '../database/store.ts';
import { notFound, ProblemError, refused } from '../http/problem.ts';
import { type Call, type Reply, route } from '../http/routing.ts';
import { audit } from '../writing/audit.ts';
import { freshId, freshVersion } from '../writing/fresh.ts';
import { findRecord, isPending, recordVersion, touchRecord } from './lookup.ts';
import { findMember, type MemberRow } from './member-rows.ts';
import { tellSent } from './transfer-messages.ts';
import { recipientOf } from './transfer-recipient.ts';
import { type SentTransfer, showTransfer, showTransfers } from './transfer-rows.ts';

type Wanted = z.output<typeof NewTransfer>;
type WantedOne = Extract<Wanted, { record: string }>;
type WantedAll = Extract<Wanted, { allFrom: string }>;
type SendCall = Call<unknown, unknown, Wanted>;

/** T1, T16: an owner sends as owner, whatever their roles; a coordinator what is not confidential; nobody else. */
function capacityOf(sight: Sight): Capacity {
  if (sight.owner) return 'owner';
  if (sight.coordinator) return 'coordinator';
  throw refused('T1', 'a record is transferred by its owner, or by a coordinator where it is not confidential');
}

/** T1, T3: a record is sent while it is active and waits for no other transfer. */
function checkSendable(store: Store, record: RecordRow): void {
  if (record.status !== 'active') throw refused('T1', `a record that is ${record.status} is not transferred`);
  if (isPending(store, record.id)) throw refused('T3', 'a record has at most one pending transfer');
}

function sendOne(call: SendCall, wanted: WantedOne): Reply<Transfer> {
  const { store, asker } = call;
  const record = findRecord(store, wanted.record);
  const sight = record && sightOn(store, asker.me, record.id);
  if (!record || !sight?.any) throw notFound('record');
  call.precondition(record.version);
  const capacity = capacityOf(sight);
  checkSendable(store, record);
  const sent = send(call, record, recipientOf(store, wanted.to, record.owner_id), capacity);
  // Whoever may send a record owns it or is a coordinator, and that no transfer that is pending takes from them (T4).
  return { answer: showTransfer(sent, sight.any, call.etags), version: sent.version };
}

/** T1, A3: a coordinator's transfer of all a member has; as many as they were told there are. */
function sendAll(call: SendCall, wanted: WantedAll): Reply<{ items: Transfer[] }> {
  const { store, asker } = call;
  if (!asker.me.roles.has('coordinator'))
    throw refused('T1', 'a coordinator alone transfers all of a member’s records');
  if (!findMember(store, wanted.allFrom)) throw notFound('member');
  const recipient = recipientOf(store, wanted.to, wanted.allFrom);
  const records = recordsOf(call, wanted);
  if (records.length !== wanted.expected) {
    throw new ProblemError('stale', `there are not ${wanted.expected} such records any more`, 'A3');
  }
  const capacity = wanted.allFrom === asker.me.id ? 'owner' : 'coordinator';
  return {
    answer: {
      items: showTransfers(
        call,
        records.map((record) => send(call, record, recipient, capacity)),
      ),
    },
  };
}

/** The active records of a member that wait for no transfer: those the coordinator sees, those they don't, or both. */
function recordsOf({ store, asker }: SendCall, { allFrom, only }: WantedAll): RecordRow[] {
  const seen = reached('metadata', true);
  const wanted = only === undefined ? `(1 OR :me = '')` : only === 'visible' ? seen : `NOT ${seen}`;
  return store.all<RecordRow>(
    `SELECT ${RECORD_COLUMNS} FROM ${RECORD_TABLES} WHERE r.owner_id = :allFrom AND r.status = 'active' AND ${wanted}
       AND NOT EXISTS (SELECT 1 FROM transfers t WHERE t.record_id = r.id AND t.status = 'pending') ORDER BY r.number`,
    { allFrom, me: asker.me.id },
  );
}

function send(call: SendCall, record: RecordRow, recipient: MemberRow, capacity: Capacity): SentTransfer {
  const { store, asker, body } = call;
  const [confidential, rawData] = [body.include.includes('confidential'), body.include.includes('raw-data')];
  const row = {
    id: freshId(),
    record_id: record.id,
    from_id: record.owner_id,
    to_id: recipient.id,
    sent_by: asker.me.id,
    capacity,
    include_confidential: Number(confidential),
    include_raw_data: Number(rawData),
    keep_copy: Number(body.keepCopy),
    status: 'pending' as const,
    sent_at: call.now,
    ended_at: null,
    version: freshVersion(call),
  };
  store.run(
    `INSERT INTO transfers (id, record_id, from_id, to_id, sent_by, capacity, include_confidential, include_raw_data,
       keep_copy, status, sent_at, ended_at, version)
     VALUES (:id, :record_id, :from_id, :to_id, :sent_by, :capacity, :include_confidential, :include_raw_data,
       :keep_copy, :status, :sent_at, :ended_at, :version)`,
    row,
  );
  touchRecord(store, record);
  const detail = { capacity, confidential, rawData, keepCopy: body.keepCopy };
  audit(call, { action: 'transfer.send', record, member: recipient, detail });
  const about = { action: 'transfer.send', resource: `record:${record.number}` };
  tellSent(call, { owner: record.owner_id, to: recipient.id }, about);
  const emails = { from_email: record.owner_email, to_email: recipient.email, sender_email: asker.me.email };
  return { ...row, ...emails, number: record.number, title: record.title };
}

/** `If-Match` speaks of the record that is sent; the body is not validated yet. */
function versionOf(store: Store, _: unknown, body: unknown): number | undefined {
  const id = (body as { record?: unknown } | null | undefined)?.record;
  return typeof id === 'string' ? recordVersion(store, { id }) : undefined;
}

/** Sending transfers: T1, T2, T3, T16, N3. */
export const transferSendingRoutes = [
  route(
    sendTransfer,
    (call): Reply<z.input<typeof sendTransfer.answer>> =>
      'record' in call.body ? sendOne(call, call.body) : sendAll(call, call.body),
    versionOf,
  ),
];
