import * as z from 'zod';
import { Id, MemberRef, Moment, many, pageOf, paging } from './common.ts';
import { get } from './endpoint.ts';

/** One thing that was done: by whom, acting for whom, why (A1). Never a title. */
export const AuditEntry = z
  .object({
    id: Id,
    at: Moment,
    actor: MemberRef.describe('the member whose token it was'),
    actingFor: MemberRef.nullable(),
    reason: z.string().nullable(),
    action: z.string().describe('noun of the resource, dot, verb: share.set, member.revoke'),
    record: z.object({ id: Id, number: z.string() }).nullable(),
    space: z.object({ id: Id }).nullable(),
    member: MemberRef.nullable().describe('the member it was about, or shared with'),
    team: z.object({ id: Id, name: z.string() }).nullable().describe('the team it was about, or shared with'),
    detail: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])).default({}),
  })
  .meta({ id: 'AuditEntry' });
/** One thing that was done. */
export type AuditEntry = z.infer<typeof AuditEntry>;

/** `GET /v1/audit`: newest first */
export const listAudit = get({
  path: '/v1/audit',
  summary: 'Who did what and when: for the owner, full access, administrators; newest first',
  query: z.strictObject({
    record: many(Id),
    space: many(Id),
    member: many(Id),
    team: many(Id),
    since: Moment.optional(),
    until: Moment.optional(),
    ...paging,
  }),
  answer: pageOf(AuditEntry),
});
