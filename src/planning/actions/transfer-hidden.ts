import type { ResolvedOf } from '../../model/intents/index.ts';
import type { Id, State } from '../../model/organization.ts';
import type { Action, Ground } from '../action.ts';
import type { Refusal } from '../refusals/index.ts';
import { ledgerOf } from './transfer-ledger.ts';
import { refusalOfRecipient, tell } from './transferring.ts';

type Intent = ResolvedOf<'transfer.send-hidden'>;

/** Sending the confidential records of somebody, which the coordinator who does it can count and not see (T1, A3). */
export const transferHidden: Action<'transfer.send-hidden', Ground> = {
  name: 'transfer.send-hidden',
  target: ({ from }) => ({ type: 'member', id: from }),
  subject: ({ to }) => ({ type: 'member', id: to }),
  see: (_, ground) => ground,
  claim: ({ from, to, include, keepCopy }) => ({
    key: `${from} hidden`,
    wants: `${to} ${[...include].sort().join(',')} ${keepCopy}`,
  }),

  judge(intent, { state, snapshot }) {
    const refusal =
      refusalToSend(intent, state, snapshot.couldActAs) ?? refusalOfRecipient(intent.to, intent.from, state);
    return refusal ? { verdict: 'refused', refusal } : { verdict: intent.records > 0 ? 'change' : 'unchanged' };
  },

  describe: ({ records, include, keepCopy }) => ({
    detail: { capacity: 'coordinator', include: [...include], keepCopy, count: records },
    stage: 3,
  }),
  become: () => ({}),
  touches: () => [],
  resources: () => [],

  effects(intent, { state }) {
    const { actor, to, from, records: count } = intent;
    return [
      ...tell(['email', 'notification'], { to, actor, record: null, count }, state),
      ...tell(['notification'], { to: from, actor, record: null, count }, state),
      ...tell(['notification'], { to: actor, actor: to, record: null, count, phase: 'accepted' }, state),
      ...ledgerOf(null, intent, 'accepted'),
    ];
  },

  hidden: ({ from, to, records }) =>
    (
      [
        ['applied', to],
        ['accepted', to],
        ['accepted', from],
      ] as const
    ).map(([phase, member]) => ({ phase, member, record: null, records })),
};

/** A1: nobody acts for somebody who isn't active. T1: a coordinator alone takes all that is somebody else's. */
function refusalToSend(
  { actor, from }: Pick<Intent, 'actor' | 'from'>,
  state: State,
  couldActAs: boolean,
): Refusal | null {
  const status = (id: Id) => state.members.get(id)?.status;
  if (actor === from && status(actor) !== 'active') return { reason: 'owner-inactive', rule: 'A1' };
  return state.members.get(actor)?.roles.includes('coordinator')
    ? null
    : { reason: 'may-not-transfer-all', rule: 'T1', couldActAs };
}
