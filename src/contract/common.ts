import * as z from 'zod';

/** An opaque identifier: compared, never taken apart. */
export const Id = z.string().min(1);
/** A moment, ISO 8601 with its time zone. */
export const Moment = z.iso.datetime({ offset: true });
/** An e-mail address; compared without regard to case (O1). */
export const Email = z.string().min(3).max(254).includes('@');

/** The most values one filter may be repeated with. */
export const MAX_FILTER_VALUES = 100;
/** The most items of one page of a list. */
export const MAX_PAGE = 200;
/** The most changes of one batch. */
export const MAX_BATCH = 100;
/** The largest body a server takes, in bytes. */
export const MAX_BODY_BYTES = 1024 * 1024;

/** A filter that may be repeated: any of its values will do. */
export const many = <T extends z.ZodType>(value: T) => z.array(value).max(MAX_FILTER_VALUES).optional();
/** A filter that is on or off. */
export const flag = z.enum(['true', 'false']).optional();

/** What every list takes besides its own filters. */
export const paging = {
  limit: z.coerce.number().int().min(1).max(MAX_PAGE).optional(),
  cursor: z.string().min(1).optional(),
};

/** A page of a list; `nextCursor` is null on the last one. */
export const pageOf = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), nextCursor: z.string().nullable() });

/** The headers of the contract, as they are written. */
export const HEADERS = {
  actAs: 'Act-As',
  reason: 'Audit-Reason',
  idempotencyKey: 'Idempotency-Key',
  ifMatch: 'If-Match',
  etag: 'ETag',
  requestId: 'Request-Id',
  retryAfter: 'Retry-After',
  rateLimit: 'RateLimit',
  link: 'Link',
} as const;

/** The media type of an error (RFC 9457). */
export const PROBLEM_TYPE = 'application/problem+json';

/** The codes an error can carry, and the HTTP status each goes with. */
export const PROBLEM_STATUS = {
  malformed: 400,
  unauthenticated: 401,
  forbidden: 403,
  'not-found': 404,
  'method-not-allowed': 405,
  conflict: 409,
  'still-running': 409,
  stale: 412,
  'too-large': 413,
  refused: 422,
  'key-reused': 422,
  'rate-limited': 429,
  'server-error': 500,
  unavailable: 503,
} as const;
/** What went wrong, in a word. */
export type ProblemCode = keyof typeof PROBLEM_STATUS;

/** An error of the API (RFC 9457); `rule` names the rule of the field that refused. */
export const Problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    detail: z.string(),
    code: z.string(),
    rule: z.string().optional(),
  })
  .meta({ id: 'Problem', description: 'What went wrong, and the rule that refused it.' });
/** An error of the API. */
export type Problem = z.infer<typeof Problem>;

/** A member, as other resources speak of them. */
export const MemberRef = z.object({ id: Id, email: z.string() }).meta({ id: 'MemberRef' });
/** A member, as other resources speak of them. */
export type MemberRef = z.infer<typeof MemberRef>;

/** O1: where a member stands. */
export const MemberStatus = z.enum(['invited', 'active', 'inactive']);
/** O1: where a member stands. */
export type MemberStatus = z.infer<typeof MemberStatus>;
/** O2: what a member may be. */
export const Role = z.enum(['practitioner', 'coordinator', 'administrator', 'manager']);
/** O2: what a member may be. */
export type Role = z.infer<typeof Role>;
/** R4: where a record stands. */
export const RecordStatus = z.enum(['active', 'archived', 'deleted']);
/** R4: where a record stands. */
export type RecordStatus = z.infer<typeof RecordStatus>;
/** S1: what a share gives. */
export const ShareLevel = z.enum(['read', 'write', 'full']);
/** S1: what a share gives. */
export type ShareLevel = z.infer<typeof ShareLevel>;
/** T16: in which capacity a transfer was sent. */
export const Capacity = z.enum(['owner', 'coordinator']);
/** T16: in which capacity a transfer was sent. */
export type Capacity = z.infer<typeof Capacity>;

/** Whom something is shared with: a member or a team. */
export const Grantee = z
  .discriminatedUnion('type', [
    z.object({ type: z.literal('member'), id: Id, email: z.string(), status: MemberStatus }),
    z.object({ type: z.literal('team'), id: Id, name: z.string() }),
  ])
  .meta({ id: 'Grantee' });
/** Whom something is shared with: a member or a team. */
export type Grantee = z.infer<typeof Grantee>;
