import type { ResolvedOf } from '../../model/intents/index.ts';
import type { ServiceRecord } from '../../model/organization.ts';
import { NEW } from '../../model/references.ts';
import type { Action, Situation, Verdict } from '../action.ts';
import type { Refusal } from '../refusals/index.ts';
import { withDetails } from './on-record.ts';
import { handedOver, ledgerOf } from './transfer-ledger.ts';
import { capacityOf, parties, refusalOfRecipient, tell } from './transferring.ts';

type Intent = ResolvedOf<'transfer.send'>;

/** Sending a record to somebody else (T1 to T5, T8 to T12, T16). */
export const transferSend: Action<'transfer.send'> = {
  name: 'transfer.send',
  ...withDetails(({ couldActAs }) => ({ reason: 'may-not-transfer', rule: 'T1', couldActAs })),
  subject: ({ to }) => ({ type: 'member', id: to }),

  claim: (intent) => ({ key: `${intent.record} transfer`, wants: `${intent.to} ${termsOf(intent)}` }),

  judge(intent, situation): Verdict {
    const forbidden = refusalToSend(intent, situation);
    if (forbidden) return { verdict: 'refused', refusal: forbidden };
    const { record, state } = situation;
    if (isSent(intent, record)) return { verdict: 'unchanged' };
    if (record.transfer) return { verdict: 'refused', refusal: { reason: 'transfer-pending-already', rule: 'T3' } };
    const refusal = refusalOfRecipient(intent.to, record.owner, state);
    return refusal ? { verdict: 'refused', refusal } : { verdict: 'change' };
  },

  describe: ({ actor, include, keepCopy }, { record }) => ({
    detail: { capacity: capacityOf(actor, record.owner), include: [...include], keepCopy },
    stage: 3,
  }),

  become({ actor, record: id, to, include, keepCopy }, state) {
    const record = state.records.get(id);
    if (!record) return {};
    const terms = { id: `${NEW}${id}`, sentBy: actor, include, keepCopy };
    return { records: [{ ...record, transfer: { capacity: capacityOf(actor, record.owner), to, terms } }] };
  },

  accepted(intent, state) {
    const record = state.records.get(intent.record);
    return record ? { records: [handedOver(record, intent.to, intent)] } : {};
  },

  touches({ record: id, to }, state) {
    const record = state.records.get(id);
    return record ? parties(record, to, state) : [];
  },

  effects(intent, { record, state }) {
    const { actor, to } = intent;
    return [
      // N3: the recipient; the owner where another sends; once it is accepted, whoever sent it.
      ...tell(['email', 'notification'], { to, actor, record: record.id }, state),
      ...tell(['notification'], { to: record.owner, actor, record: record.id }, state),
      ...tell(['notification'], { to: actor, actor: to, record: record.id, phase: 'accepted' }, state),
      ...ledgerOf(record, intent, 'accepted'),
    ];
  },
};

const termsOf = ({ include, keepCopy }: Pick<Intent, 'include' | 'keepCopy'>): string =>
  `${[...new Set(include)].sort().join(',')} ${keepCopy}`;

/** Whether just that is pending already. */
const isSent = (intent: Intent, { transfer }: ServiceRecord): boolean =>
  transfer?.terms != null && transfer.to === intent.to && termsOf(transfer.terms) === termsOf(intent);

/** T1: the owner, of an active record; a coordinator, of one that is not confidential. T2: to somebody else. */
function refusalToSend({ actor, to }: Intent, { record, state, snapshot }: Situation): Refusal | null {
  const { couldActAs } = snapshot;
  if (record.owner !== actor) {
    const coordinator = state.members.get(actor)?.roles.includes('coordinator') ?? false;
    if (!coordinator) return { reason: 'may-not-transfer', rule: 'T1', couldActAs };
    if (record.confidential !== false) return { reason: 'confidential-transfer', rule: 'T1', couldActAs };
  }
  if (record.status !== 'active') return { reason: 'not-active-transfer', rule: 'T1', status: record.status };
  return to === record.owner ? { reason: 'recipient-is-owner', rule: 'T2' } : null;
}
