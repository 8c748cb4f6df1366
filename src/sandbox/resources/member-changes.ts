import type * as z from 'zod';
import type { Role } from '../../contract/common.ts';
import { changeMember, type Member, type MemberChange } from '../../contract/members.ts';
import { refused } from '../http/problem.ts';
import { type Call, type Reply, route } from '../http/routing.ts';
import { audit } from '../writing/audit.ts';
import {
  type MemberRow,
  memberReply,
  memberToChange,
  memberVersion,
  schoolsOf,
  showMembers,
  touchMember,
} from './member-rows.ts';
import { checkOtherAdministrator, checkRoles, checkSchools, setRoles, setSchools } from './member-rules.ts';
import { checkAdministrator } from './rights.ts';

type ChangeCall = Call<{ id: string }, unknown, z.output<typeof MemberChange>>;

const sameSet = (a: readonly string[], b: readonly string[]): boolean =>
  [...new Set(a)].sort().join('\n') === [...new Set(b)].sort().join('\n');

/** O2, O3, O12: roles change whatever the status; nobody is written to (N5). */
function changeRoles(call: ChangeCall, row: MemberRow, before: readonly Role[], roles: readonly Role[]): void {
  const { store } = call;
  checkAdministrator(call, 'O2', 'set roles');
  if (sameSet(before, roles)) return;
  checkRoles(store, roles);
  if (row.status === 'active' && before.includes('administrator') && !roles.includes('administrator')) {
    checkOtherAdministrator(store, row.id);
  }
  setRoles(store, row.id, roles);
  touchMember(store, row.id);
  const detail = { before: before.join(','), roles: [...new Set(roles)].join(',') };
  audit(call, { action: 'member.set-roles', member: row, detail });
}

/** O8: administrators and coordinators assign any school; managers add and remove only those they hold. */
function checkMayAssign({ store, asker }: ChangeCall, before: readonly string[], codes: readonly string[]): void {
  const { me } = asker;
  if (me.roles.has('administrator') || me.roles.has('coordinator')) return;
  if (!me.roles.has('manager')) {
    throw refused('O8', 'schools are assigned by administrators, coordinators and managers');
  }
  const held = schoolsOf(store, me.id);
  const changed = [
    ...codes.filter((code) => !before.includes(code)),
    ...before.filter((code) => !codes.includes(code)),
  ];
  if (changed.some((code) => !held.includes(code))) {
    throw refused('O8', 'a manager adds and removes only the schools they hold');
  }
}

function changeSchools(call: ChangeCall, row: MemberRow, before: readonly string[], codes: readonly string[]): void {
  const { store } = call;
  checkMayAssign(call, before, codes);
  checkSchools(store, codes);
  if (sameSet(before, codes)) return;
  setSchools(store, row.id, codes);
  touchMember(store, row.id);
  const detail = { before: before.join(','), schools: [...new Set(codes)].join(',') };
  audit(call, { action: 'member.assign-schools', member: row, detail });
}

function change(call: ChangeCall): Reply<Member> {
  const { store, body } = call;
  const row = memberToChange(call);
  const [before] = showMembers(store, [row]);
  if (body.roles) changeRoles(call, row, before?.roles ?? [], body.roles);
  if (body.schools) changeSchools(call, row, before?.schools ?? [], body.schools);
  return memberReply(store, row.id);
}

/** Roles and schools of a member: O2, O3, O8, O12. */
export const memberChangeRoutes = [route(changeMember, change, memberVersion)];
