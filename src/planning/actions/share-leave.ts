import { recordAccessOf } from '../../model/access.ts';
import type { ResolvedOf } from '../../model/intents/index.ts';
import type { Grantee, Id } from '../../model/organization.ts';
import type { Action, Situation } from '../action.ts';
import type { Refusal } from '../refusals/index.ts';
import { withDetails } from './on-record.ts';
import { shareOf, unseenShares, withShare } from './sharing.ts';

const self = (intent: ResolvedOf<'share.leave'>): Grantee => ({ type: 'member', id: intent.actor });

/** Leaving a record shared with oneself directly (S6). */
export const shareLeave: Action<'share.leave'> = {
  name: 'share.leave',
  ...withDetails(unseenShares),
  subject: self,

  claim: (intent) => ({ key: `${intent.record} ${intent.actor}`, wants: 'nothing' }),

  judge(intent, situation) {
    const refusal = refusalToLeave(intent.actor, situation);
    if (refusal) return { verdict: 'refused', refusal };
    return { verdict: shareOf(situation.record, self(intent)) ? 'change' : 'unchanged' };
  },

  // It may be what the actor's other steps rest on (S2), so it always comes last.
  describe: () => ({ detail: {}, stage: 4 }),

  become(intent, state) {
    const record = state.records.get(intent.record);
    return record ? { records: [withShare(record, self(intent), null)] } : {};
  },

  touches: (intent) => [intent.actor],
  effects: () => [],
};

function refusalToLeave(actor: Id, { record, state }: Situation): Refusal | null {
  if (record.owner === actor) return { reason: 'owner-cannot-leave', rule: 'S6' };
  const { paths } = recordAccessOf(actor, record, state);
  if (paths.some((path) => path.state === 'suspended')) return { reason: 'suspended', rule: 'T14' };
  const teams = paths.filter((path) => path.kind === 'team').flatMap((path) => path.via ?? []);
  const direct = paths.some((path) => path.kind === 'share');
  return !direct && teams.length > 0 ? { reason: 'held-through-team', rule: 'S6', teams } : null;
}
