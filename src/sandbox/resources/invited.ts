import type { Invitation } from '../../contract/members.ts';
import { listed, type Store } from '../database/store.ts';
import { grouped } from '../world/rows.ts';
import { type MemberRow, showMembers } from './member-rows.ts';

/** Somebody invited, as the database has them. */
export type InvitedRow = MemberRow & { invited_at: string };

const PREFIX = 'invitation-';
/** An invitation is not its member: it has an id of its own. */
export const invitationId = (memberId: string): string => `${PREFIX}${memberId}`;

const INVITED = `SELECT m.* FROM members m WHERE m.status = 'invited'`;
/** A query of those who are invited, up to its further conditions. */
export const invitedWhere = (condition: string): string => `${INVITED} AND ${condition}`;

/** The invited member an invitation is for, or undefined. */
export const findInvited = (store: Store, id: string): InvitedRow | undefined =>
  store.get<InvitedRow>(invitedWhere(`'${PREFIX}' || m.id = :id`), { id });

/** Invitations as the contract has them. */
export function showInvitations(store: Store, rows: readonly InvitedRow[]): Invitation[] {
  const teams = grouped(
    store.all<{ member_id: string; id: string; name: string }>(
      `SELECT tm.member_id, t.id, t.name FROM team_members tm JOIN teams t ON t.id = tm.team_id
       WHERE tm.member_id IN (SELECT value FROM json_each(:ids)) ORDER BY t.name`,
      { ids: listed(rows.map((row) => row.id)) },
    ),
    'member_id',
  );
  const sentAt = new Map(rows.map((row) => [row.id, row.invited_at]));
  return showMembers(store, rows).map(({ id, email, roles, schools }) => ({
    id: invitationId(id),
    member: id,
    email,
    roles,
    schools,
    teams: (teams.get(id) ?? []).map((team) => ({ id: team.id, name: team.name })),
    sentAt: sentAt.get(id) ?? '',
  }));
}

/** O12: whose invitation is cancelled leaves organization and teams; the teams' ETags move. */
export function forgetInvited(store: Store, memberId: string): void {
  const id = { id: memberId };
  store.run(
    'UPDATE teams SET version = version + 1 WHERE id IN (SELECT team_id FROM team_members WHERE member_id = :id)',
    id,
  );
  for (const table of ['team_members', 'member_roles', 'member_schools', 'tokens']) {
    store.run(`DELETE FROM ${table} WHERE member_id = :id`, id);
  }
  store.run('DELETE FROM members WHERE id = :id', id);
}
