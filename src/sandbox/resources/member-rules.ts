import type { Role } from '../../contract/common.ts';
import type { Store } from '../database/store.ts';
import { notFound, refused } from '../http/problem.ts';

/** O3: whoever is the last active administrator stays one. */
export function checkOtherAdministrator(store: Store, memberId: string): void {
  const other = store.get(
    `SELECT m.id FROM members m JOIN member_roles mr ON mr.member_id = m.id
     WHERE m.status = 'active' AND mr.role = 'administrator' AND m.id <> :memberId`,
    { memberId },
  );
  if (!other) throw refused('O3', 'an organization always has an active administrator');
}

/** O6, O12: whoever is invited or restored needs a seat; a free trial has no limit of members. */
export function checkSeat(store: Store, rule: 'O6' | 'O12'): void {
  const full = store.get(
    `SELECT id FROM organization WHERE plan = 'paid' AND seats IS NOT NULL
       AND seats <= (SELECT count(*) FROM members WHERE status <> 'inactive')`,
  );
  if (full) throw refused(rule, 'every seat is taken by an invited or active member');
}

/** O2: managers are for educational organizations. */
export function checkRoles(store: Store, roles: readonly Role[]): void {
  if (!roles.includes('manager')) return;
  if (!store.get(`SELECT id FROM organization WHERE kind = 'school-service-centre'`)) {
    throw refused('O2', 'only an educational organization has managers');
  }
}

/** @throws ProblemError `not-found` where a code is no school's */
export function checkSchools(store: Store, codes: readonly string[]): void {
  for (const code of codes) {
    if (!store.get('SELECT code FROM schools WHERE code = :code', { code })) throw notFound('school');
  }
}

/** The whole set of a member's roles. */
export function setRoles(store: Store, memberId: string, roles: Iterable<Role>): void {
  store.run('DELETE FROM member_roles WHERE member_id = :memberId', { memberId });
  for (const role of new Set(roles)) {
    store.run('INSERT INTO member_roles (member_id, role) VALUES (:memberId, :role)', { memberId, role });
  }
}

/** The whole set of the schools a member holds. */
export function setSchools(store: Store, memberId: string, codes: Iterable<string>): void {
  store.run('DELETE FROM member_schools WHERE member_id = :memberId', { memberId });
  for (const code of new Set(codes)) {
    store.run('INSERT INTO member_schools (member_id, code) VALUES (:memberId, :code)', { memberId, code });
  }
}
