import type { ResolvedOf } from '../../model/intents/index.ts';
import type { Id, Member, Role, State } from '../../model/organization.ts';
import { endsWithRole } from '../../model/reach.ts';
import type { Resource } from '../../model/resources.ts';
import type { Action, Ground, Verdict } from '../action.ts';
import { hangingBy } from './left-behind.ts';
import { aboutMember, withMember } from './on-people.ts';
import { changed, sameSet, told } from './set-change.ts';

type Intent = ResolvedOf<'member.set-roles'>;

const ROLES: readonly Role[] = ['practitioner', 'coordinator', 'administrator', 'manager'];

/** Changing what a member may be (O2, O3), whatever their status (O12); it writes to nobody (N5). */
export const memberSetRoles: Action<'member.set-roles', Ground> = {
  name: 'member.set-roles',
  ...aboutMember,
  claim: (intent, { state }) => ({
    key: `${intent.member} roles`,
    wants: told(changed(state.members.get(intent.member)?.roles ?? [], intent)),
  }),
  judge,
  describe(intent, ground) {
    const member = ground.state.members.get(intent.member);
    const roles = inOrder(changed(member?.roles ?? [], intent));
    const loses = (role: Role) => member?.roles.includes(role) && !roles.includes(role);
    const parts = [
      ...(loses('practitioner') ? (['recipient'] as const) : []),
      ...(loses('coordinator') ? (['sender'] as const) : []),
    ];
    return {
      detail: {
        before: member?.roles ?? [],
        roles,
        ...(parts.length > 0 ? hangingBy(intent.member, ground, parts) : {}),
      },
      stage: loses('administrator') ? 4 : 3,
    };
  },
  become: (intent, state) =>
    withMember(intent.member, state, {
      roles: inOrder(changed(state.members.get(intent.member)?.roles ?? [], intent)),
    }),
  touches: ({ member }) => [member],
  resources: (intent, state) =>
    reachedByEndingRole(intent.member, state, (member) => ({ ...member, roles: changed(member.roles, intent) })),
  effects: () => [],
};

const inOrder = (roles: readonly Role[]): Role[] => ROLES.filter((role) => roles.includes(role));

function judge(intent: Intent, { state, snapshot }: Ground): Verdict {
  const held = state.members.get(intent.member)?.roles ?? [];
  const roles = changed(held, intent);
  if (roles.length === 0) return { verdict: 'refused', refusal: { reason: 'no-role-left', rule: 'O1' } };
  if (sameSet(held, roles)) return { verdict: 'unchanged' };
  if (roles.includes('manager') && snapshot.kind !== 'school-service-centre') {
    return { verdict: 'refused', refusal: { reason: 'manager-elsewhere', rule: 'O2' } };
  }
  return { verdict: 'change' };
}

/**
 * What somebody reaches by a role they no longer have as they become: also where another role opens the same, so that
 * the way in that goes is told, and told of their own row (S7).
 */
export function reachedByEndingRole(
  id: Id,
  { members, reach }: State,
  becoming: (member: Member) => Member,
): Resource[] {
  const member = members.get(id);
  if (!member) return [];
  const then = becoming(member);
  const holdings = [...(reach.members.get(id)?.values() ?? [])];
  return holdings.filter(({ ways }) => ways.some((way) => endsWithRole(way, then))).map(({ resource }) => resource);
}
