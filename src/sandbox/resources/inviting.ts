import type * as z from 'zod';
import { type Invitation, invite, type NewInvitation } from '../../contract/members.ts';
import type { Store } from '../database/store.ts';
import { notFound, ProblemError, refused } from '../http/problem.ts';
import { type Call, type Reply, route } from '../http/routing.ts';
import { emailKey, folded } from '../world/names.ts';
import { audit } from '../writing/audit.ts';
import { freshId, freshVersion } from '../writing/fresh.ts';
import { tellColleague } from '../writing/outbox.ts';
import { findInvited, type InvitedRow, invitationId, showInvitations } from './invited.ts';
import type { MemberRow } from './member-rows.ts';
import { checkRoles, checkSchools, checkSeat, setRoles, setSchools } from './member-rules.ts';
import { checkAdministrator } from './rights.ts';
import { addToTeam } from './team-members.ts';
import { findTeam, type TeamRow, touchTeam } from './teams.ts';

type InviteCall = Call<unknown, unknown, z.output<typeof NewInvitation>>;

/** N4: one e-mail to the invited address; they have no notifications yet. */
export function tellInvited(call: Pick<Call, 'store' | 'now'>, email: string): void {
  tellColleague(call, email, { action: 'member.invite', resource: null }, ['email']);
}

/** O10: who is active or invited already; somebody inactive is restored instead. */
function checkNotInactive(known: MemberRow): void {
  if (known.status === 'inactive') throw refused('O10', 'an inactive member is restored, not invited');
  if (known.status === 'active') throw new ProblemError('conflict', 'this is an active member already', 'O10');
}

const replyOf = (store: Store, memberId: string): Reply<Invitation> => {
  const row = findInvited(store, invitationId(memberId));
  const [answer] = row ? showInvitations(store, [row]) : [];
  return answer ? { answer } : {};
};

function teamsOf(store: Store, ids: readonly string[]): TeamRow[] {
  return [...new Set(ids)].map((id) => {
    const team = findTeam(store, id);
    if (!team) throw notFound('team');
    return team;
  });
}

function sendInvitation(call: InviteCall): Reply<Invitation> {
  const { store, body } = call;
  checkAdministrator(call, 'O2', 'invite members');
  const known = store.get<InvitedRow>('SELECT * FROM members WHERE email_key = :key', { key: emailKey(body.email) });
  if (known) {
    checkNotInactive(known);
    return replyOf(store, known.id);
  }
  checkRoles(store, body.roles);
  checkSchools(store, body.schools);
  const teams = teamsOf(store, body.teams);
  checkSeat(store, 'O6');
  const member = { id: freshId(), email: body.email };
  insertInvited(call, member);
  setRoles(store, member.id, body.roles);
  setSchools(store, member.id, body.schools);
  audit(call, { action: 'member.invite', member, detail: { roles: [...new Set(body.roles)].join(',') } });
  for (const team of teams) {
    addToTeam(call, team, member);
    touchTeam(store, team);
  }
  tellInvited(call, body.email);
  return replyOf(store, member.id);
}

function insertInvited(call: InviteCall, { id, email }: { id: string; email: string }): void {
  call.store.run(
    `INSERT INTO members (id, email, email_key, name, title, status, invited_at, search, version)
     VALUES (:id, :email, :key, '', NULL, 'invited', :now, :search, :version)`,
    { id, email, key: emailKey(email), now: call.now, search: folded(` ${email}`), version: freshVersion(call) },
  );
}

/** Inviting: O2, O6, O9, O10, N4. */
export const invitingRoutes = [route(invite, sendInvitation)];
