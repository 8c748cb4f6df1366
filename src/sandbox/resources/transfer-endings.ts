import {
  acceptTransfer,
  cancelTransfer,
  declineTransfer,
  reassignTransfer,
  type Transfer,
} from '../../contract/transfers.ts';
import type { RecordRow } from '../access/records.ts';
import { notFound, refused } from '../http/problem.ts';
import { type Call, type Reply, route } from '../http/routing.ts';
import { audit } from '../writing/audit.ts';
import { findRecord, touchRecord } from './lookup.ts';
import { handOver } from './transfer-acceptance.ts';
import { notify, tellSent } from './transfer-messages.ts';
import { recipientOf } from './transfer-recipient.ts';
import { findTransfer, showTransfers, type TransferRow, transferToChange, transferVersion } from './transfer-rows.ts';

type Params = { id: string };

/** T3: only what is pending is accepted, declined, cancelled or reassigned. */
function checkPending(transfer: TransferRow): void {
  if (transfer.status !== 'pending') throw refused('T3', `this transfer is ${transfer.status}, no longer pending`);
}

function checkRecipient({ asker }: Call<Params>, transfer: TransferRow): void {
  if (transfer.to_id !== asker.me.id) throw refused('T3', 'its recipient accepts or declines a transfer');
}

function recordOf({ store }: Call<Params>, transfer: TransferRow): RecordRow {
  const record = findRecord(store, transfer.record_id);
  if (!record) throw notFound('record');
  return record;
}

/** The transfer as it now stands; to whoever no longer sees it, as it was when they acted. */
function replyOf(call: Call<Params>, before: TransferRow): Reply<Transfer> {
  const row = findTransfer(call.store, call.asker, before.id) ?? before;
  const [answer] = showTransfers(call, [row]);
  return { ...(answer && { answer }), version: row.version };
}

/** Ends a transfer: its ETag and its record's move. */
function end(call: Call<Params>, transfer: TransferRow, record: RecordRow, status: Transfer['status']): void {
  call.store.run('UPDATE transfers SET status = :status, ended_at = :now, version = version + 1 WHERE id = :id', {
    status,
    now: call.now,
    id: transfer.id,
  });
  touchRecord(call.store, record);
}

function accept(call: Call<Params>): Reply<Transfer> {
  const transfer = transferToChange(call);
  checkRecipient(call, transfer);
  checkPending(transfer);
  if (!call.asker.me.roles.has('practitioner')) throw refused('T15', 'only a practitioner accepts a record');
  const record = recordOf(call, transfer);
  end(call, transfer, record, 'accepted');
  handOver(call, transfer, record);
  return replyOf(call, transfer);
}

/** Ends a transfer that is not accepted: everybody has what they had before (T4); `told` gets a notification. */
function giveUp(
  call: Call<Params>,
  transfer: TransferRow,
  status: 'declined' | 'cancelled',
  told: string,
): Reply<Transfer> {
  checkPending(transfer);
  const record = recordOf(call, transfer);
  end(call, transfer, record, status);
  const action = status === 'declined' ? 'transfer.decline' : 'transfer.cancel';
  audit(call, { action, record, member: { id: transfer.to_id, email: transfer.to_email } });
  notify(call, told, { action, resource: `record:${record.number}` });
  return replyOf(call, transfer);
}

function decline(call: Call<Params>): Reply<Transfer> {
  const transfer = transferToChange(call);
  checkRecipient(call, transfer);
  return giveUp(call, transfer, 'declined', transfer.sent_by);
}

function cancel(call: Call<Params>): Reply<Transfer> {
  const transfer = transferToChange(call);
  const { me } = call.asker;
  if (![transfer.sent_by, transfer.from_id].includes(me.id) && !me.roles.has('coordinator')) {
    throw refused('T3', 'its sender, the owner or a coordinator cancels a transfer');
  }
  return giveUp(call, transfer, 'cancelled', transfer.to_id);
}

/** T16: to somebody else, in the capacity it was sent in, by whoever sent it. */
function reassign(call: Call<Params, unknown, { to: string }>): Reply<Transfer> {
  const { store, body } = call;
  const transfer = transferToChange(call);
  if (!call.asker.me.roles.has('coordinator')) throw refused('T3', 'a coordinator reassigns a transfer');
  checkPending(transfer);
  if (body.to === transfer.to_id) return replyOf(call, transfer);
  const record = recordOf(call, transfer);
  const recipient = recipientOf(store, body.to, transfer.from_id);
  store.run('UPDATE transfers SET to_id = :to, version = version + 1 WHERE id = :id', {
    to: recipient.id,
    id: transfer.id,
  });
  touchRecord(store, record);
  audit(call, { action: 'transfer.reassign', record, member: recipient, detail: { capacity: transfer.capacity } });
  const about = { action: 'transfer.reassign', resource: `record:${record.number}` };
  tellSent(call, { owner: transfer.from_id, to: recipient.id }, about);
  notify(call, transfer.to_id, about);
  return replyOf(call, transfer);
}

/** What becomes of a pending transfer: T3, T6, T9 to T12, T15, T16, N3. */
export const transferEndingRoutes = [
  route(acceptTransfer, accept, transferVersion),
  route(declineTransfer, decline, transferVersion),
  route(cancelTransfer, cancel, transferVersion),
  route(reassignTransfer, reassign, transferVersion),
];
