import type { World } from '../../src/contract/world.ts';
import type { PeopleIntent } from '../../src/model/intents/people.ts';
import type { Role } from '../../src/model/organization.ts';
import type { Draw, TriedCommand } from './commands.ts';

const ROLES: readonly Role[] = ['practitioner', 'coordinator', 'administrator', 'manager'];
const ADMIN = 'admin@example.org';

/** Makes a command about teams or members of a draw: one to four rows of one verb, by the administrator, or by anybody. */
export function peopleCommand(draw: Draw, world: World): TriedCommand {
  let at = 0;
  const pick = <T>(of: readonly T[]): T => of[(draw[at++ % draw.length] ?? 0) % of.length] as T;
  const some = <T>(of: readonly T[]): T[] => of.filter(() => pick([true, false]));
  const people = world.members.map((member) => member.email);
  const verb = pick<PeopleIntent['action']>([
    'team.create',
    'team.rename',
    'team.delete',
    'team.add',
    'team.add',
    'team.remove',
    'team.remove',
    'member.invite',
    'member.invite',
    'member.cancel-invitation',
    'member.revoke',
    'member.revoke',
    'member.restore',
    'member.restore',
    'member.set-roles',
    'member.set-roles',
    'member.assign-schools',
    'member.assign-schools',
  ]);
  const as = pick([undefined, undefined, undefined, ...people]);
  const teams = world.teams.map((team) => team.name);
  const resend = pick([false, false, true]);
  const rows = teams.length === 0 && verb.startsWith('team.') && verb !== 'team.create' ? 0 : pick([1, 1, 2, 4]);
  const member = (text: string) => ({ ref: 'member' as const, text, place: {} });
  const school = (text: string) => ({ ref: 'school' as const, text, place: {} });
  const team = (text: string) => ({ ref: 'team' as const, text, place: {} });
  const newName = () => pick(['Team 0', 'Team 1', 'Équipe neuve', 'Team 9']);
  // Whoever looks at it all afterwards has to stay; where nobody else administers, they can't be lost (O3).
  const others = world.members.some(
    ({ email, status, roles }) => email !== ADMIN && status === 'active' && roles.includes('administrator'),
  );
  const mayStay = others || (verb === 'member.set-roles' && rows > 1);
  const losable = mayStay ? people.filter((email) => email !== ADMIN) : people;

  const intents = Array.from({ length: rows }, (_, n): PeopleIntent => {
    const row = n + 1;
    switch (verb) {
      case 'team.create': {
        const name = newName();
        return { action: verb, row, team: { ...team(name), orNew: true }, name };
      }
      case 'team.rename':
        return { action: verb, row, team: team(pick(teams)), name: newName() };
      case 'team.delete':
        return { action: verb, row, team: team(pick(teams)) };
      case 'team.add':
      case 'team.remove':
        return { action: verb, row, team: team(pick(teams)), member: member(pick(people)) };
      case 'member.invite': {
        const email = pick(['new@example.org', 'New@example.org', 'another@example.org', ...people]);
        return {
          action: verb,
          row,
          member: { ...member(email), orNew: true },
          email,
          roles: [pick(ROLES)],
          schools: some(['010', '020']).map(school),
          teams: some(teams).map(team),
          resend,
          fillSeats: false,
        };
      }
      case 'member.set-roles':
        return { action: verb, row, member: member(pick(losable)), ...setChange(ROLES) };
      case 'member.assign-schools': {
        const { set, add, remove } = setChange(['010', '020']);
        const schools = { set: set?.map(school) ?? null, add: add.map(school), remove: remove.map(school) };
        return { action: verb, row, member: member(pick(people)), ...schools };
      }
      default:
        return { action: verb, row, member: member(pick(losable)) };
    }
  });
  return {
    as,
    intents,
    ...(resend && verb === 'member.invite' ? { repeatable: false } : {}),
  };

  function setChange<T>(of: readonly T[]) {
    const value = pick(of);
    const change = pick(['set', 'add', 'remove'] as const);
    const values = [...new Set([value, pick(of)])];
    return {
      set: change === 'set' ? values : null,
      add: change === 'add' ? values : [],
      remove: change === 'remove' ? [value] : [],
    };
  }
}
