import * as z from 'zod';
import { flag, Id, MemberRef, many, pageOf, paging } from './common.ts';
import { get } from './endpoint.ts';

/** The ways in: of a record (S7), and of a space (`creator`, `share`, `team`). */
export const PathKind = z.enum([
  'owner',
  'creator',
  'share',
  'team',
  'coordinator',
  'manager',
  'recipient',
  'archived-copy',
]);
/** Every level of a record or a space, `none` included. */
export const AccessLevel = z.enum(['none', 'metadata', 'read', 'write', 'full', 'owner', 'member']);
/** Whether a way in works now: T4 suspends it; a status, or a deletion, makes it inactive. */
export const PathState = z.enum(['active', 'suspended', 'inactive']);

/** One way in; `via` is the team's name. */
export const AccessPath = z
  .object({
    kind: PathKind,
    level: AccessLevel,
    via: z.string().nullable(),
    state: PathState,
    requireApproval: z.literal(true).optional().describe('where notes need the owner’s approval (S4, S9)'),
  })
  .meta({ id: 'AccessPath' });
/** One way in. */
export type AccessPath = z.infer<typeof AccessPath>;

/** What one member, or one team, reaches of one resource (S7). */
export const Access = z
  .object({
    member: MemberRef.nullable().describe('null where a team was asked about'),
    team: z.object({ id: Id, name: z.string() }).nullable().default(null),
    resource: z.object({
      type: z.enum(['record', 'space']),
      id: Id,
      number: z.string().optional().describe('records only'),
    }),
    level: AccessLevel,
    paths: z.array(AccessPath),
  })
  .meta({ id: 'Access' });
/** What one member, or one team, reaches of one resource. */
export type Access = z.infer<typeof Access>;

/**
 * `GET /v1/access`: by `record` or `space`, for who has read or more (a coordinator: what O4 lets them see); by
 * `member` or `team`, for oneself and administrators (O11). Asked by member or team, `record` and `space` narrow it.
 */
export const listAccess = get({
  path: '/v1/access',
  summary: 'Who reaches what, through which paths (S7, O11); never a resource over two pages',
  query: z.strictObject({
    record: many(Id),
    space: many(Id),
    member: many(Id),
    team: many(Id),
    ifActive: flag.describe('leaves the status of members out of account'),
    ...paging,
  }),
  answer: pageOf(Access),
});
