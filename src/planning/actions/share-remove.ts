import { recordAccessOf } from '../../model/access.ts';
import type { Id } from '../../model/organization.ts';
import type { Action, Situation } from '../action.ts';
import type { Refusal } from '../refusals/index.ts';
import { withDetails } from './on-record.ts';
import { carriesActor, reached, refusalToShare, shareOf, unseenShares, withShare } from './sharing.ts';

/** Ending a share (S2); allowed on an archived or deleted record (R5) and while a transfer is pending (T14). It writes to nobody (S5). */
export const shareRemove: Action<'share.remove'> = {
  name: 'share.remove',
  ...withDetails(unseenShares),
  subject: ({ grantee }) => grantee,

  claim: (intent) => ({ key: `${intent.record} ${intent.grantee.id}`, wants: 'nothing' }),

  judge(intent, situation) {
    // S6: anyone may end their own share, unless a transfer has cut them off.
    const own = intent.grantee.id === intent.actor;
    const refusal = own ? refusalToEndOwn(intent.actor, situation) : refusalToShare(intent.actor, situation);
    if (refusal) return { verdict: 'refused', refusal };
    return { verdict: shareOf(situation.record, intent.grantee) ? 'change' : 'unchanged' };
  },

  describe: (intent, situation) => ({
    detail: {},
    stage: carriesActor(intent.actor, intent.grantee, situation) ? 4 : 3,
  }),

  become(intent, state) {
    const record = state.records.get(intent.record);
    return record ? { records: [withShare(record, intent.grantee, null)] } : {};
  },

  touches: (intent, state) => reached(intent.grantee, state),
  effects: () => [],
};

/** T14: whoever a pending transfer cuts off may do nothing, not even give back what they hold. */
function refusalToEndOwn(actor: Id, { record, state }: Situation): Refusal | null {
  const { paths } = recordAccessOf(actor, record, state);
  const cutOff = paths.some((path) => path.kind === 'share' && path.state === 'suspended');
  return cutOff ? { reason: 'suspended', rule: 'T14' } : null;
}
