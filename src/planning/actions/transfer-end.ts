import type { ActionName, ResolvedOf } from '../../model/intents/index.ts';
import type { Id, State } from '../../model/organization.ts';
import type { Snapshot } from '../../model/snapshot.ts';
import type { Action, Becoming, Verdict } from '../action.ts';
import type { Refusal } from '../refusals/index.ts';
import { detailOf, hiddenOn, onTransfer, recordIn, type TransferSight } from './on-transfer.ts';
import { endedOtherwise, notTheirs } from './transfer-accept.ts';
import { tell } from './transferring.ts';

type Ending = Extract<ActionName, 'transfer.decline' | 'transfer.cancel'>;

/** Declining a record (T3): everybody has again what they had (T4), and whoever sent it is told (N3). */
export const transferDecline: Action<'transfer.decline', TransferSight> = {
  name: 'transfer.decline',
  ...ending('declined', ({ transfer }) => transfer.sentBy, notTheirs),
};

/** Cancelling a transfer (T3, T15): everybody has again what they had (T4), and the recipient is told (N3). */
export const transferCancel: Action<'transfer.cancel', TransferSight> = {
  name: 'transfer.cancel',
  ...ending('cancelled', ({ transfer }) => transfer.to, mayNotCancel),
};

function ending(
  status: 'declined' | 'cancelled',
  told: (sight: TransferSight) => Id,
  refusalTo: (intent: ResolvedOf<Ending>, sight: TransferSight) => Refusal | null,
): Omit<Action<Ending, TransferSight>, 'name'> {
  return {
    ...onTransfer,
    subject: () => null,
    claim: ({ transfer }) => ({ key: `${transfer} ends`, wants: status }),
    judge(intent, sight): Verdict {
      const refusal = refusalTo(intent, sight) ?? endedOtherwise(sight, status);
      if (refusal) return { verdict: 'refused', refusal };
      return { verdict: sight.transfer.status === status ? 'unchanged' : 'change' };
    },
    describe: (_, sight) => ({ detail: detailOf(sight), stage: 3 }),
    become: withoutTransfer,
    effects: ({ actor }, sight) =>
      tell(['notification'], { to: told(sight), actor, record: sight.transfer.record }, sight.state),
    hidden: (_, sight) => hiddenOn(sight, [sight.transfer.to]),
  };
}

function withoutTransfer(intent: ResolvedOf<Ending>, state: State, snapshot: Snapshot): Becoming {
  const record = recordIn(intent, state, snapshot);
  return record ? { records: [{ ...record, transfer: null }] } : {};
}

/** T3: its sender, the owner or a coordinator cancels. */
function mayNotCancel({ actor }: ResolvedOf<Ending>, { transfer, state, snapshot }: TransferSight): Refusal | null {
  const may =
    transfer.sentBy === actor || transfer.from === actor || state.members.get(actor)?.roles.includes('coordinator');
  return may ? null : { reason: 'may-not-cancel', rule: 'T3', couldActAs: snapshot.couldActAs };
}
