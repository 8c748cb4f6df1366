import type { Id, State } from '../../model/organization.ts';
import type { Action, Becoming, Ground } from '../action.ts';
import type { DetailValue } from '../plan.ts';
import { leftBehind } from './left-behind.ts';
import { aboutMember, reachedByMember, seat, teamsWithout, withMember } from './on-people.ts';

type About = { readonly member: Id };

const common = {
  ...aboutMember,
  touches: ({ member }: About) => [member],
  resources: ({ member }: About, state: State) => reachedByMember(member, state),
};

const isInvited = (id: Id, { members }: State): boolean => members.get(id)?.status === 'invited';

/** O12: whose invitation is cancelled leaves organization and teams. */
const leaving = (id: Id, state: State): Becoming => ({ gone: [id], teams: teamsWithout(id, state) });

/** Taking somebody's access away (O2, O3, O5); of somebody invited, cancelling the invitation (O12). Nobody is written to (N5). */
export const memberRevoke: Action<'member.revoke', Ground> = {
  name: 'member.revoke',
  ...common,
  claim: ({ member }) => ({ key: `${member} status`, wants: 'without access' }),
  judge: ({ member }, { state }) => ({
    verdict: (state.members.get(member)?.status ?? 'inactive') === 'inactive' ? 'unchanged' : 'change',
  }),
  describe: ({ member }, ground) => ({
    detail: isInvited(member, ground.state) ? {} : leftBehind(member, ground),
    stage: 4,
  }),
  become: ({ member }, state) =>
    isInvited(member, state) ? leaving(member, state) : withMember(member, state, { status: 'inactive' }),
  effects: ({ member }) => [seat(member, -1)],
};

/** Cancelling an invitation (O2, O12). */
export const memberCancelInvitation: Action<'member.cancel-invitation', Ground> = {
  name: 'member.cancel-invitation',
  ...common,
  claim: ({ member }) => ({ key: `${member} status`, wants: 'without access' }),
  judge({ member }, { state }) {
    const status = state.members.get(member)?.status;
    if (status === 'active') return { verdict: 'refused', refusal: { reason: 'not-invited', rule: 'O12', status } };
    return { verdict: status === 'invited' ? 'change' : 'unchanged' };
  },
  describe: () => ({ detail: {}, stage: 4 }),
  become: ({ member }, state) => (isInvited(member, state) ? leaving(member, state) : {}),
  effects: ({ member }) => [seat(member, -1)],
};

/** Giving an inactive member their access back, where there is a seat (O2, O5, O12). */
export const memberRestore: Action<'member.restore', Ground> = {
  name: 'member.restore',
  ...common,
  claim: ({ member }) => ({ key: `${member} status`, wants: 'active' }),
  judge({ member }, { state }) {
    const status = state.members.get(member)?.status;
    if (status === 'invited') return { verdict: 'refused', refusal: { reason: 'restore-invited', rule: 'O12' } };
    return { verdict: status === 'active' ? 'unchanged' : 'change' };
  },
  describe: ({ member }, ground) => ({ detail: { records: owned(member, ground) }, stage: 2 }),
  become: ({ member }, state) => withMember(member, state, { status: 'active' }),
  effects: ({ member }) => [seat(member, 1)],
};

const owned = (member: Id, ground: Ground): DetailValue => leftBehind(member, ground)['records'] ?? null;
