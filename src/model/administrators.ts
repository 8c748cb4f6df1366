import type { Id, State } from './organization.ts';

/** Whether somebody is an active administrator (O2). */
export function isAdministrator(id: Id, { members }: State): boolean {
  const member = members.get(id);
  return member?.status === 'active' && member.roles.includes('administrator');
}

/** Who administers, as far as they were read. */
export const administratorsOf = (state: State): Id[] =>
  [...state.members.keys()].filter((id) => isAdministrator(id, state));
