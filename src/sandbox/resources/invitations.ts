import type * as z from 'zod';
import { cancelInvitation, type Invitation, listInvitations, resendInvitation } from '../../contract/members.ts';
import type { Store } from '../database/store.ts';
import { cut, pageReply, pageWanted } from '../http/paging.ts';
import { notFound } from '../http/problem.ts';
import { type Call, type Reply, route } from '../http/routing.ts';
import { emailKey } from '../world/names.ts';
import { audit } from '../writing/audit.ts';
import { Filters } from './filters.ts';
import { findInvited, forgetInvited, type InvitedRow, invitedWhere, showInvitations } from './invited.ts';
import { tellInvited } from './inviting.ts';
import { checkAdministrator } from './rights.ts';

type Params = { id: string };

/** For any active member, as who is invited is. */
function list(
  call: Call<unknown, z.output<typeof listInvitations.query>>,
): Reply<z.input<typeof listInvitations.answer>> {
  const { store, query } = call;
  const { limit, after } = pageWanted(call);
  const filters = new Filters()
    .after('m.email_key', after)
    .anyOf('email', query.email?.map(emailKey), (emails) => `m.email_key IN ${emails}`);
  const found = store.all<InvitedRow>(`${invitedWhere(filters.sql)} ORDER BY m.email_key LIMIT :limit`, {
    ...filters.parameters,
    limit: limit + 1,
  });
  const { rows, last } = cut(found, limit, (row) => row.email_key);
  return pageReply(call, showInvitations(store, rows), last);
}

function invitedToChange(call: Call<Params>): InvitedRow {
  const row = findInvited(call.store, call.params.id);
  if (!row) throw notFound('invitation');
  call.precondition(row.version);
  return row;
}

function cancel(call: Call<Params>): Reply<undefined> {
  const row = invitedToChange(call);
  checkAdministrator(call, 'O2', 'cancel invitations');
  audit(call, { action: 'member.cancel-invitation', member: row });
  forgetInvited(call.store, row.id);
  return {};
}

/** N4: they are written to again only on purpose. */
function resend(call: Call<Params>): Reply<Invitation> {
  const { store } = call;
  const row = invitedToChange(call);
  checkAdministrator(call, 'O2', 'send invitations');
  store.run('UPDATE members SET invited_at = :now WHERE id = :id', { now: call.now, id: row.id });
  audit(call, { action: 'member.invite', member: row, detail: { again: true } });
  tellInvited(call, row.email);
  const [answer] = showInvitations(store, [{ ...row, invited_at: call.now }]);
  return answer ? { answer } : {};
}

const versionOf = (store: Store, params: Record<string, string>): number | undefined =>
  findInvited(store, params['id'] ?? '')?.version;

/** Invitations that await an answer: O12, N4. */
export const invitationRoutes = [
  route(listInvitations, list),
  route(cancelInvitation, cancel, versionOf),
  route(resendInvitation, resend, versionOf),
];
