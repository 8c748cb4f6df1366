import * as z from 'zod';
import { Capacity, Id, MemberRef, Moment, many, pageOf, paging } from './common.ts';
import { get, post } from './endpoint.ts';

/** T8: what a transfer takes along only by choice. */
export const Inclusion = z.enum(['confidential', 'raw-data']);
/** What a transfer takes along only by choice. */
export type Inclusion = z.infer<typeof Inclusion>;
/** T3: where a transfer stands. */
export const TransferStatus = z.enum(['pending', 'accepted', 'declined', 'cancelled']);
/** T3: where a transfer stands. */
export type TransferStatus = z.infer<typeof TransferStatus>;

/** A transfer; of a confidential record a coordinator sees neither number nor title (T17). */
export const Transfer = z
  .object({
    id: Id,
    record: z.object({ id: Id, number: z.string().optional(), title: z.string().optional() }),
    from: MemberRef,
    to: MemberRef,
    sentBy: MemberRef,
    capacity: Capacity,
    include: z.array(Inclusion),
    keepCopy: z.boolean(),
    status: TransferStatus,
    sentAt: Moment,
    endedAt: Moment.nullable(),
    etag: z.string().optional().describe('the transfer’s ETag, where the API has them'),
  })
  .meta({ id: 'Transfer' });
/** A transfer. */
export type Transfer = z.infer<typeof Transfer>;

const choices = { include: z.array(Inclusion).default([]), keepCopy: z.boolean().default(false) };

/** One record's transfer, or a coordinator's of all a member's records; 412 when there are not `expected`. */
export const NewTransfer = z
  .union([
    z.strictObject({ record: Id, to: Id, ...choices }),
    z.strictObject({
      allFrom: Id,
      only: z.enum(['visible', 'hidden']).optional(),
      expected: z.number().int().min(0),
      to: Id,
      ...choices,
    }),
  ])
  .meta({ id: 'NewTransfer' });

/** `GET /v1/transfers` */
export const listTransfers = get({
  path: '/v1/transfers',
  summary: 'The transfers the asker may see (T17)',
  query: z.strictObject({
    id: many(Id),
    status: many(TransferStatus),
    record: many(Id),
    from: many(Id),
    to: many(Id),
    ...paging,
  }),
  answer: pageOf(Transfer),
});
/** `GET /v1/transfers/{id}` */
export const getTransfer = get({ path: '/v1/transfers/{id}', summary: 'A transfer', answer: Transfer, etag: true });
/** `POST /v1/transfers` */
export const sendTransfer = post({
  path: '/v1/transfers',
  summary: 'Transfer a record, or all of a member’s (T1, T2)',
  body: NewTransfer,
  answer: z.union([Transfer, z.object({ items: z.array(Transfer) })]),
  status: 201,
  etag: true,
});
const ends = (verb: string, summary: string) =>
  post({ path: `/v1/transfers/{id}/${verb}` as `/v1/transfers/{id}/${string}`, summary, answer: Transfer, etag: true });
/** `POST /v1/transfers/{id}/accept` */
export const acceptTransfer = ends('accept', 'Accept a transfer (T6, T9 to T12)');
/** `POST /v1/transfers/{id}/decline` */
export const declineTransfer = ends('decline', 'Decline a transfer (T3)');
/** `POST /v1/transfers/{id}/cancel` */
export const cancelTransfer = ends('cancel', 'Cancel a transfer (T3)');
/** `POST /v1/transfers/{id}/reassign` */
export const reassignTransfer = post({
  path: '/v1/transfers/{id}/reassign',
  summary: 'Send a pending transfer to somebody else (T3, T16)',
  body: z.strictObject({ to: Id }),
  answer: Transfer,
  etag: true,
});
