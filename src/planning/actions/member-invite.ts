import type { ResolvedOf } from '../../model/intents/index.ts';
import type { Action, Becoming, Ground, Verdict } from '../action.ts';
import { aboutMember, givenToTeam, invitationTo, seat, withOneMore } from './on-people.ts';

type Intent = ResolvedOf<'member.invite'>;

/** Inviting somebody (O2, O6, O10, N4): they have nothing until they are active (O12). */
export const memberInvite: Action<'member.invite', Ground> = {
  name: 'member.invite',
  ...aboutMember,
  creates: true,
  claim({ member, roles, schools, teams }) {
    const told = [roles, schools, teams].map((values) => [...new Set(values)].sort());
    return { key: `${member} invited`, wants: JSON.stringify(told) };
  },
  judge,
  describe: ({ roles, schools, teams }, { state }) => ({
    detail: { roles, schools, teams: teams.map((id) => state.teams.get(id)?.name ?? id) },
    stage: 1,
  }),
  become,
  touches: ({ member }) => [member],
  resources: ({ teams }, state) => teams.flatMap((team) => givenToTeam(team, state)),
  effects: ({ member }, { state }) =>
    state.members.has(member) ? [invitationTo(member)] : [invitationTo(member), seat(member, 1)],
};

/** O10: who is there already is neither changed nor written to, unless on purpose. */
function judge({ member, roles, resend, teams }: Intent, { state, snapshot }: Ground): Verdict {
  const known = state.members.get(member);
  if (known?.status === 'inactive') return { verdict: 'refused', refusal: { reason: 'restore-instead', rule: 'O10' } };
  if (known) return { verdict: known.status === 'invited' && resend ? 'change' : 'unchanged' };
  if (roles.includes('manager') && snapshot.kind !== 'school-service-centre') {
    return { verdict: 'refused', refusal: { reason: 'manager-elsewhere', rule: 'O2' } };
  }
  const missing = teams.some((team) => !state.teams.has(team));
  return missing ? { verdict: 'refused', refusal: { reason: 'not-created', rule: 'O7' } } : { verdict: 'change' };
}

function become(
  { member: id, email, roles, schools, teams: ids }: Intent,
  { members, teams }: Ground['state'],
): Becoming {
  if (members.has(id)) return {};
  const joined = ids.flatMap((team) => teams.get(team) ?? []);
  const member = { id, email, name: email, status: 'invited' as const, roles: [...new Set(roles)], schools };
  return { members: [member], teams: joined.map((team) => withOneMore(team, id)) };
}
