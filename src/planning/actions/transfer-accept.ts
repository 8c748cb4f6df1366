import type { Action, Verdict } from '../action.ts';
import type { Refusal } from '../refusals/index.ts';
import { detailOf, onTransfer, recordIn, type TransferSight } from './on-transfer.ts';
import { handedOver, ledgerOf } from './transfer-ledger.ts';
import { tell } from './transferring.ts';

/** Accepting a record (T3, T6, T9 to T12, T15): from then on it is the recipient's, and what was excluded is gone. */
export const transferAccept: Action<'transfer.accept', TransferSight> = {
  name: 'transfer.accept',
  ...onTransfer,
  subject: () => null,
  claim: ({ transfer }) => ({ key: `${transfer} ends`, wants: 'accepted' }),

  judge(intent, sight): Verdict {
    const refusal = notTheirs(intent, sight) ?? endedOtherwise(sight, 'accepted') ?? mayNotTake(sight);
    if (refusal) return { verdict: 'refused', refusal };
    return { verdict: sight.transfer.status === 'accepted' ? 'unchanged' : 'change' };
  },

  describe: (_, sight) => ({ detail: detailOf(sight), stage: 3 }),

  become(intent, state, snapshot) {
    const record = recordIn(intent, state, snapshot);
    const transfer = snapshot.transfers.get(intent.transfer);
    return record && transfer ? { records: [handedOver(record, transfer.to, transfer)] } : {};
  },

  effects: ({ actor }, { transfer, record, state }) => [
    ...tell(['notification'], { to: transfer.sentBy, actor, record: transfer.record }, state),
    ...ledgerOf(record ?? { id: transfer.record, contents: null }, transfer, 'applied'),
  ],
};

/** T3: the recipient accepts or declines, and nobody else. */
export function notTheirs(
  { actor }: { readonly actor: string },
  { transfer, snapshot }: TransferSight,
): Refusal | null {
  if (transfer.to === actor) return null;
  return { reason: 'not-the-recipient', rule: 'T3', recipient: transfer.to, couldActAs: snapshot.couldActAs };
}

/** T3: only what is pending ends; what has ended so already is no reason to refuse. */
export function endedOtherwise({ transfer: { status } }: TransferSight, wanted: string): Refusal | null {
  return status === 'pending' || status === wanted ? null : { reason: 'transfer-ended', rule: 'T3', status };
}

/** T15: an inactive recipient, or one who is no longer a practitioner, can't accept. */
function mayNotTake({ transfer, state }: TransferSight): Refusal | null {
  const recipient = state.members.get(transfer.to);
  if (transfer.status !== 'pending') return null;
  const status = recipient?.status ?? 'inactive';
  return status === 'active' && recipient?.roles.includes('practitioner')
    ? null
    : { reason: 'may-not-accept', rule: 'T15', status };
}
