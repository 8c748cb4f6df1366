import { administratorsOf } from '../../model/administrators.ts';
import type { ResolvedOf } from '../../model/intents/index.ts';
import type { Action, Ground, Verdict } from '../action.ts';
import type { Refusal } from '../refusals/index.ts';
import { reachedByEndingRole } from './member-roles.ts';
import { aboutMember, withMember } from './on-people.ts';
import { changed, difference, sameSet, told } from './set-change.ts';

type Intent = ResolvedOf<'member.assign-schools'>;

/** Changing the schools a member holds (O8), whatever their status (O12); it writes to nobody (N5). */
export const memberAssignSchools: Action<'member.assign-schools', Ground> = {
  name: 'member.assign-schools',
  target: aboutMember.target,
  subject: aboutMember.subject,
  see: (_, ground) => ground,
  claim: (intent, { state }) => ({
    key: `${intent.member} schools`,
    wants: told(changed(state.members.get(intent.member)?.schools ?? [], intent)),
  }),
  judge,
  describe(intent, { state }) {
    const before = state.members.get(intent.member)?.schools ?? [];
    const schools = changed(before, intent).sort();
    const givesUp = intent.member === intent.actor && before.some((code) => !schools.includes(code));
    // A manager's right to assign a school goes with it (O8).
    return { detail: { before, schools }, stage: givesUp ? 4 : 3 };
  },
  become: (intent, state) =>
    withMember(intent.member, state, {
      schools: changed(state.members.get(intent.member)?.schools ?? [], intent).sort(),
    }),
  touches: ({ member }) => [member],
  resources: (intent, state) =>
    reachedByEndingRole(intent.member, state, (member) => ({ ...member, schools: changed(member.schools, intent) })),
  effects: () => [],
};

function judge(intent: Intent, { state }: Ground): Verdict {
  const held = state.members.get(intent.member)?.schools ?? [];
  const schools = changed(held, intent);
  const refusal = refusalToAssign(intent, difference(held, schools), state);
  if (refusal) return { verdict: 'refused', refusal };
  return { verdict: sameSet(held, schools) ? 'unchanged' : 'change' };
}

/** O8: administrators and coordinators any; managers those they hold. */
function refusalToAssign({ actor }: Intent, changing: readonly string[], state: Ground['state']): Refusal | null {
  const { roles = [], schools = [] } = state.members.get(actor) ?? {};
  if (roles.includes('administrator') || roles.includes('coordinator')) return null;
  if (!roles.includes('manager')) {
    return { reason: 'may-not-assign', rule: 'O8', members: administratorsOf(state) };
  }
  const foreign = changing.filter((code) => !schools.includes(code));
  return foreign.length > 0 ? { reason: 'schools-not-held', rule: 'O8', schools: foreign } : null;
}
