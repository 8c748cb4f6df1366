import { Role } from '../../contract/common.ts';
import type { Member } from '../../contract/members.ts';
import { listed, type Store } from '../database/store.ts';
import { notFound } from '../http/problem.ts';
import type { Call, Reply } from '../http/routing.ts';
import { grouped } from '../world/rows.ts';

/** A member as the database has them. */
export type MemberRow = Pick<Member, 'id' | 'email' | 'name' | 'title' | 'status'> & {
  email_key: string;
  version: number;
};

/** The codes of the schools a member holds. */
export const schoolsOf = (store: Store, memberId: string): string[] =>
  store
    .all<{ code: string }>('SELECT code FROM member_schools WHERE member_id = :memberId ORDER BY code', { memberId })
    .map((row) => row.code);

/** Members as the contract has them, with roles and schools. */
export function showMembers(store: Store, rows: readonly MemberRow[]): Member[] {
  const ids = { ids: listed(rows.map((row) => row.id)) };
  const those = 'WHERE member_id IN (SELECT value FROM json_each(:ids))';
  const roles = grouped(
    store.all<{ member_id: string; role: Role }>(`SELECT member_id, role FROM member_roles ${those}`, ids),
    'member_id',
  );
  const schools = grouped(
    store.all<{ member_id: string; code: string }>(
      `SELECT member_id, code FROM member_schools ${those} ORDER BY member_id, code`,
      ids,
    ),
    'member_id',
  );
  return rows.map(({ id, email, name, title, status }) => {
    const held = new Set((roles.get(id) ?? []).map((row) => row.role));
    return {
      id,
      email,
      name,
      title,
      status,
      roles: Role.options.filter((role) => held.has(role)),
      schools: (schools.get(id) ?? []).map((row) => row.code),
    };
  });
}

/** A member as the database has them, whatever their status. */
export const findMember = (store: Store, id: string): MemberRow | undefined =>
  store.get<MemberRow>('SELECT * FROM members WHERE id = :id', { id });

/** The version of a member, for `If-Match` in a batch. */
export const memberVersion = (store: Store, params: Record<string, string>): number | undefined =>
  findMember(store, params['id'] ?? '')?.version;

/**
 * The member a change is about.
 * @throws ProblemError `not-found`; `stale` where they changed since the asker read them
 */
export function memberToChange(call: Call<{ id: string }>): MemberRow {
  const row = findMember(call.store, call.params.id);
  if (!row) throw notFound('member');
  call.precondition(row.version);
  return row;
}

/** Marks a member as changed: their ETag moves. */
export function touchMember(store: Store, memberId: string): void {
  store.run('UPDATE members SET version = version + 1 WHERE id = :memberId', { memberId });
}

/** A member as they now stand, as an answer. */
export function memberReply(store: Store, memberId: string): Reply<Member> {
  const row = findMember(store, memberId);
  const [answer] = row ? showMembers(store, [row]) : [];
  if (!row || !answer) throw notFound('member');
  return { answer, version: row.version };
}
