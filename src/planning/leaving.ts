import type { Id } from '../model/organization.ts';
import type { Snapshot } from '../model/snapshot.ts';
import type { Leaving, Step } from './plan.ts';

const TO: ReadonlySet<string> = new Set(['transfer.send', 'transfer.send-hidden', 'transfer.reassign']);

/** Of those who are to take records over, the ones whose own records go to others: by this plan, or by transfers that are pending. */
export function leavingIn(changes: readonly Step[], { state, transfers }: Snapshot): Leaving[] {
  const sending = changes.filter(({ action }) => TO.has(action));
  const recipients = new Map(sending.flatMap(({ subject }) => (subject ? [[subject.id, new Set<Id>()]] : [])));
  const note = (from: Id | undefined, record: Id) => recipients.get(from ?? '')?.add(record);
  for (const { from, record, status } of transfers.values()) if (status === 'pending') note(from, record);
  for (const { action, target } of sending) {
    if (action === 'transfer.send') note(state.records.get(target.id)?.owner, target.id);
  }
  return [...recipients].flatMap(([member, away]) => (away.size > 0 ? [{ member, records: away.size }] : []));
}
