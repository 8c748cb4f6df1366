import type { ResolvedOf } from '../../model/intents/index.ts';
import type { Action, Verdict } from '../action.ts';
import type { Refusal } from '../refusals/index.ts';
import { detailOf, hiddenOn, onTransfer, recordIn, type TransferSight } from './on-transfer.ts';
import { handedOver, ledgerOf } from './transfer-ledger.ts';
import { refusalOfRecipient, tell } from './transferring.ts';

type Intent = ResolvedOf<'transfer.reassign'>;

/** Sending a pending transfer to somebody else (T3, T15), in the capacity and by whom it was sent (T16). */
export const transferReassign: Action<'transfer.reassign', TransferSight> = {
  name: 'transfer.reassign',
  ...onTransfer,
  subject: ({ to }) => ({ type: 'member', id: to }),
  claim: ({ transfer, to }) => ({ key: `${transfer} ends`, wants: to }),

  judge(intent, sight): Verdict {
    const refusal = refusalTo(intent, sight);
    if (refusal) return { verdict: 'refused', refusal };
    if (sight.transfer.to === intent.to) return { verdict: 'unchanged' };
    const unfit = refusalOfRecipient(intent.to, sight.transfer.from, sight.state);
    return unfit ? { verdict: 'refused', refusal: unfit } : { verdict: 'change' };
  },

  describe: (_, sight) => ({ detail: detailOf(sight), stage: 3 }),

  become(intent, state, snapshot) {
    const record = recordIn(intent, state, snapshot);
    return record?.transfer ? { records: [{ ...record, transfer: { ...record.transfer, to: intent.to } }] } : {};
  },

  accepted(intent, state, snapshot) {
    const record = recordIn(intent, state, snapshot);
    const transfer = snapshot.transfers.get(intent.transfer);
    return record && transfer ? { records: [handedOver(record, intent.to, transfer)] } : {};
  },

  *touches(intent, state, snapshot) {
    yield intent.to;
    yield* onTransfer.touches(intent, state, snapshot);
  },

  effects({ actor, to }, { transfer, record, state }) {
    const about = { actor, record: transfer.record };
    return [
      // N3: the new recipient; the owner where another reassigns; the former recipient; once accepted, the sender.
      ...tell(['email', 'notification'], { ...about, to }, state),
      ...tell(['notification'], { ...about, to: transfer.from }, state),
      ...tell(['notification'], { ...about, to: transfer.to }, state),
      ...tell(['notification'], { ...about, to: transfer.sentBy, actor: to, phase: 'accepted' }, state),
      ...ledgerOf(record ?? { id: transfer.record, contents: null }, transfer, 'accepted'),
    ];
  },

  hidden: ({ to }, sight) => [
    ...hiddenOn(sight, [sight.transfer.to, to]),
    ...hiddenOn(sight, [sight.transfer.to, to, sight.transfer.from], 'accepted'),
  ],
};

/** T3: a coordinator reassigns what is pending. */
function refusalTo({ actor }: Intent, { transfer, state, snapshot }: TransferSight): Refusal | null {
  if (!state.members.get(actor)?.roles.includes('coordinator')) {
    return { reason: 'may-not-reassign', rule: 'T3', couldActAs: snapshot.couldActAs };
  }
  return transfer.status === 'pending' ? null : { reason: 'transfer-ended', rule: 'T3', status: transfer.status };
}
