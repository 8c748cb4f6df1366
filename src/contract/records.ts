import * as z from 'zod';
import { Capacity, Grantee, Id, MemberRef, Moment, many, pageOf, paging, RecordStatus, ShareLevel } from './common.ts';
import { get, post, put, remove } from './endpoint.ts';

const count = z.number().int().min(0).default(0);

/** R2: how many items of each kind a record holds. `upcomingAppointments` are its owner's (T9). */
export const Contents = z
  .object({
    progressNotes: count,
    draftNotes: count,
    documents: count,
    confidentialNotes: count,
    confidentialDocuments: count,
    rawData: count,
    invoices: count,
    upcomingAppointments: count,
    tasks: count,
    memos: count,
  })
  .meta({ id: 'Contents' });
/** How many items of each kind a record holds. */
export type Contents = z.infer<typeof Contents>;

/** S1, S4: what somebody was given on a record, directly or as a team. */
export const Share = z
  .object({ grantee: Grantee, access: ShareLevel, requireApproval: z.boolean() })
  .meta({ id: 'Share' });
/** What somebody was given on a record. */
export type Share = z.infer<typeof Share>;

/** T3, T17: the transfer a record waits for; `id` and `to` only for those who see the transfer itself. */
export const PendingTransfer = z
  .object({ capacity: Capacity, id: Id.optional(), to: MemberRef.optional() })
  .meta({ id: 'PendingTransfer' });
/** The transfer a record waits for. */
export type PendingTransfer = z.infer<typeof PendingTransfer>;

/** T10: an archived copy kept by a former owner. */
export const Copy = z.object({ holder: MemberRef, at: Moment }).meta({ id: 'Copy' });
/** An archived copy kept by a former owner. */
export type Copy = z.infer<typeof Copy>;

/**
 * A record, as far as the asker sees it: what is left out is not known to them, which is not the same as
 * there being none (A2). Somebody with the scope `act-as` alone sees id, number and owner.
 */
export const Record = z
  .object({
    id: Id,
    number: z.string(),
    owner: MemberRef.optional(),
    title: z.string().optional(),
    status: RecordStatus.optional(),
    confidential: z.boolean().optional(),
    partiallyConfidential: z.boolean().optional().describe('derived: it holds a confidential item (R3)'),
    profiles: z.array(z.object({ id: Id, key: z.string(), school: z.string().nullable() })).optional(),
    counts: Contents.optional(),
    shares: z.array(Share).optional(),
    pendingTransfer: PendingTransfer.nullable().optional(),
    copies: z.array(Copy).optional(),
    etag: z.string().optional().describe('the record’s ETag, where the API has them'),
  })
  .meta({ id: 'Record' });
/** A record, as far as the asker sees it. */
export type Record = z.infer<typeof Record>;

/** What a share is changed to; approval left out keeps what is required (S9). */
export const ShareChange = z
  .strictObject({ access: ShareLevel, requireApproval: z.boolean().optional() })
  .meta({ id: 'ShareChange' });

/** `GET /v1/records` */
export const listRecords = get({
  path: '/v1/records',
  summary: 'The records the asker has a way to (A2, O4)',
  query: z.strictObject({
    id: many(Id),
    number: many(z.string()),
    owner: many(Id),
    status: many(RecordStatus),
    school: many(z.string()),
    sharedWith: many(Id).describe('ids of members or teams'),
    q: z.string().optional(),
    ...paging,
  }),
  answer: pageOf(Record).extend({
    hidden: z
      .number()
      .int()
      .optional()
      .describe('by owner, for a coordinator, on the last page: confidential records left out'),
  }),
});
/** `GET /v1/records/{id}` */
export const getRecord = get({ path: '/v1/records/{id}', summary: 'A record', answer: Record, etag: true });
/** `PUT /v1/records/{id}/shares/{granteeId}` */
export const setShare = put({
  path: '/v1/records/{id}/shares/{granteeId}',
  summary: 'Share a record, or change a share (S1 to S9)',
  body: ShareChange,
  answer: Share,
  etag: true,
});
/** `DELETE /v1/records/{id}/shares/{granteeId}` */
export const removeShare = remove({
  path: '/v1/records/{id}/shares/{granteeId}',
  summary: 'End a share, or leave a record (S2, S6)',
  etag: true,
});
/** `POST /v1/records/{id}/archive` */
export const archiveRecord = post({
  path: '/v1/records/{id}/archive',
  summary: 'Archive a record (R6)',
  answer: Record,
  etag: true,
});
/** `POST /v1/records/{id}/reactivate` */
export const reactivateRecord = post({
  path: '/v1/records/{id}/reactivate',
  summary: 'Make an archived record active again (R6)',
  answer: Record,
  etag: true,
});
