import * as z from 'zod';
import { Email, Id, MemberStatus, Moment, many, pageOf, paging, Role } from './common.ts';
import { get, noBody, patch, post, remove } from './endpoint.ts';

/** A member of the organization (O1). */
export const Member = z
  .object({
    id: Id,
    email: z.string(),
    name: z.string().describe('empty until an invited person has given one'),
    title: z.string().nullable(),
    roles: z.array(Role),
    schools: z.array(z.string()).describe('codes of the schools they hold'),
    status: MemberStatus,
  })
  .meta({ id: 'Member' });
/** A member of the organization. */
export type Member = z.infer<typeof Member>;

/** What may be changed of a member: each given set replaces the whole one. */
export const MemberChange = z
  .strictObject({ roles: z.array(Role).min(1).optional(), schools: z.array(z.string()).optional() })
  .meta({ id: 'MemberChange' });

/** An invitation that awaits its answer (O6, O9, O10). */
export const Invitation = z
  .object({
    id: Id,
    member: Id,
    email: z.string(),
    roles: z.array(Role),
    schools: z.array(z.string()),
    teams: z.array(z.object({ id: Id, name: z.string() })),
    sentAt: Moment,
  })
  .meta({ id: 'Invitation' });
/** An invitation that awaits its answer. */
export type Invitation = z.infer<typeof Invitation>;

/** What an invitation is made of; `teams` are ids, `schools` codes. */
export const NewInvitation = z
  .strictObject({
    email: Email,
    roles: z.array(Role).min(1),
    schools: z.array(z.string()).default([]),
    teams: z.array(Id).default([]),
  })
  .meta({ id: 'NewInvitation' });

/** `GET /v1/members` */
export const listMembers = get({
  path: '/v1/members',
  summary: 'Members, of every status',
  query: z.strictObject({
    id: many(Id),
    email: many(z.string()),
    status: many(MemberStatus),
    role: many(Role),
    school: many(z.string()),
    q: z.string().optional(),
    ...paging,
  }),
  answer: pageOf(Member),
});
/** `GET /v1/members/{id}` */
export const getMember = get({ path: '/v1/members/{id}', summary: 'A member', answer: Member, etag: true });
/** `PATCH /v1/members/{id}` */
export const changeMember = patch({
  path: '/v1/members/{id}',
  summary: 'Set the roles or the schools of a member (O2, O3, O8)',
  body: MemberChange,
  answer: Member,
  etag: true,
});
/** `POST /v1/members/{id}/revoke` */
export const revokeMember = post({
  path: '/v1/members/{id}/revoke',
  summary: 'Take a member’s access away; an invited one leaves altogether (O5, O12)',
  body: noBody,
  answer: Member,
  etag: true,
});
/** `POST /v1/members/{id}/restore` */
export const restoreMember = post({
  path: '/v1/members/{id}/restore',
  summary: 'Give an inactive member their access back (O5, O12)',
  body: noBody,
  answer: Member,
  etag: true,
});
/** `GET /v1/invitations` */
export const listInvitations = get({
  path: '/v1/invitations',
  summary: 'Invitations that await an answer',
  query: z.strictObject({ email: many(z.string()), ...paging }),
  answer: pageOf(Invitation),
});
/** `POST /v1/invitations` */
export const invite = post({
  path: '/v1/invitations',
  summary: 'Invite somebody (O6, O10, N4)',
  body: NewInvitation,
  answer: Invitation,
  status: 201,
});
/** `DELETE /v1/invitations/{id}` */
export const cancelInvitation = remove({
  path: '/v1/invitations/{id}',
  summary: 'Cancel an invitation: they leave organization and teams (O12)',
});
/** `POST /v1/invitations/{id}/resend` */
export const resendInvitation = post({
  path: '/v1/invitations/{id}/resend',
  summary: 'Write to an invited person again (N4)',
  answer: Invitation,
});
