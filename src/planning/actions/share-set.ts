import type { ResolvedOf } from '../../model/intents/index.ts';
import type { Share } from '../../model/organization.ts';
import type { Action, Situation } from '../action.ts';
import type { Refusal } from '../refusals/index.ts';
import { withDetails } from './on-record.ts';
import { carriesActor, messagesOfShare, reached, refusalToShare, shareOf, unseenShares, withShare } from './sharing.ts';

type Intent = ResolvedOf<'share.set'>;

/** S1, S9: the share as it will be; approval left unsaid keeps what is required, and read never requires it (S4). */
function wanted(intent: Intent, held: Share | undefined): Share {
  const kept = intent.level === 'read' ? false : (held?.requireApproval ?? false);
  return { grantee: intent.grantee, level: intent.level, requireApproval: intent.requireApproval ?? kept };
}

const same = (a: Share | undefined, b: Share) => a?.level === b.level && a.requireApproval === b.requireApproval;

/** Sharing a record with a member or a team (S1 to S9, R4, R5, T14). */
export const shareSet: Action<'share.set'> = {
  name: 'share.set',
  ...withDetails(unseenShares),
  subject: ({ grantee }) => grantee,

  claim(intent, { record }) {
    const { level, requireApproval } = wanted(intent, shareOf(record, intent.grantee));
    return { key: `${intent.record} ${intent.grantee.id}`, wants: `${level} ${requireApproval}` };
  },

  judge(intent, situation) {
    const refusal = refusalToShare(intent.actor, situation) ?? impossible(intent, situation);
    if (refusal) return { verdict: 'refused', refusal };
    const held = shareOf(situation.record, intent.grantee);
    if (same(held, wanted(intent, held))) return { verdict: 'unchanged' };
    const untimely = notNow(intent, situation);
    return untimely ? { verdict: 'refused', refusal: untimely } : { verdict: 'change' };
  },

  describe(intent, situation) {
    const { level, requireApproval } = wanted(intent, shareOf(situation.record, intent.grantee));
    return {
      detail: { access: level, requireApproval },
      stage: level !== 'full' && carriesActor(intent.actor, intent.grantee, situation) ? 4 : 3,
    };
  },

  become(intent, state) {
    const record = state.records.get(intent.record);
    if (!record) return {};
    return { records: [withShare(record, intent.grantee, wanted(intent, shareOf(record, intent.grantee)))] };
  },

  touches: (intent, state) => reached(intent.grantee, state),
  effectsInTurn: 'where-people-move',
  effects: (intent, situation) => messagesOfShare(intent.actor, intent.grantee, situation),
};

/** What no record could be shared with, or how. */
function impossible({ grantee, level, requireApproval }: Intent, { record }: Situation): Refusal | null {
  if (grantee.id === record.owner) return { reason: 'grantee-is-owner', rule: 'S8' };
  if (requireApproval && grantee.type === 'team') return { reason: 'approval-of-team', rule: 'S4' };
  if (requireApproval && level === 'read') return { reason: 'approval-on-read', rule: 'S4' };
  return null;
}

/** What stands in the way of a new or changed share as things are. */
function notNow({ grantee }: Intent, { record, state }: Situation): Refusal | null {
  if (record.status === 'deleted') return { reason: 'record-deleted', rule: 'R4' };
  if (record.status === 'archived') return { reason: 'record-archived', rule: 'R5' };
  if (record.transfer) return { reason: 'transfer-pending', rule: 'T14' };
  const status = grantee.type === 'member' ? state.members.get(grantee.id)?.status : 'active';
  return status && status !== 'active' ? { reason: 'grantee-not-active', rule: 'S8', status } : null;
}
