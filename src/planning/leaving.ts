import type { Id } from '../model/organization.ts';
import type { Snapshot } from '../model/snapshot.ts';
import type { Leaving, Step } from './plan.ts';

const TO: ReadonlySet<string> = new Set(['transfer.send', 'transfer.send-hidden', 'transfer.reassign']);

/** Of those who are to take records over, the ones whose own records go to others: by this plan, or by transfers that are pending. */
export function leavingIn(changes: readonly Step[], { state, transfers }: Snapshot): Leaving[] {
  const sending = changes.filter(({ action }) => TO.has(action));
  const away = new Map<Id, Set<Id>>();
  const note = (from: Id | undefined, record: Id) => {
    if (from !== undefined) away.set(from, (away.get(from) ?? new Set()).add(record));
  };
  for (const { from, record, status } of transfers.values()) if (status === 'pending') note(from, record);
  for (const { action, target } of sending) {
    if (action === 'transfer.send') note(state.records.get(target.id)?.owner, target.id);
  }
  const recipients = new Set(sending.flatMap(({ subject }) => subject?.id ?? []));
  return [...recipients].flatMap((member) => {
    const records = away.get(member)?.size ?? 0;
    return records > 0 ? [{ member, records }] : [];
  });
}
