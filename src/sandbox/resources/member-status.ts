import { type Member, restoreMember, revokeMember } from '../../contract/members.ts';
import type { Store } from '../database/store.ts';
import { refused } from '../http/problem.ts';
import { type Call, type Reply, route } from '../http/routing.ts';
import { audit } from '../writing/audit.ts';
import { forgetInvited } from './invited.ts';
import { type MemberRow, memberReply, memberToChange, memberVersion, showMembers, touchMember } from './member-rows.ts';
import { checkOtherAdministrator, checkSeat } from './member-rules.ts';
import { checkAdministrator } from './rights.ts';

type Params = { id: string };

function setStatus(store: Store, row: MemberRow, status: 'active' | 'inactive'): void {
  store.run('UPDATE members SET status = :status WHERE id = :id', { status, id: row.id });
  touchMember(store, row.id);
}

/** O5: access ends at once, and what they own and were given stays in place; O12: who was invited leaves altogether. */
function revoke(call: Call<Params>): Reply<Member> {
  const { store } = call;
  const row = memberToChange(call);
  checkAdministrator(call, 'O2', 'revoke members');
  if (row.status === 'inactive') return memberReply(store, row.id);
  audit(call, { action: 'member.revoke', member: row, detail: { before: row.status } });
  if (row.status === 'invited') return leave(store, row);
  checkOtherAdministrator(store, row.id);
  setStatus(store, row, 'inactive');
  return memberReply(store, row.id);
}

/** The answer is who they were: there is no such member any more, and no ETag. */
function leave(store: Store, row: MemberRow): Reply<Member> {
  const [answer] = showMembers(store, [row]);
  forgetInvited(store, row.id);
  return answer ? { answer } : {};
}

/** O5, O12: with a seat, what was theirs comes back. */
function restore(call: Call<Params>): Reply<Member> {
  const { store } = call;
  const row = memberToChange(call);
  checkAdministrator(call, 'O2', 'restore members');
  if (row.status === 'invited') throw refused('O12', 'an invited member is not restored');
  if (row.status === 'inactive') {
    checkSeat(store, 'O12');
    setStatus(store, row, 'active');
    audit(call, { action: 'member.restore', member: row });
  }
  return memberReply(store, row.id);
}

/** Revoking and restoring members: O3, O5, O6, O12, N5. */
export const memberStatusRoutes = [
  route(revokeMember, revoke, memberVersion),
  route(restoreMember, restore, memberVersion),
];
