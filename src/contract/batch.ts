import * as z from 'zod';
import { Id, MAX_BATCH } from './common.ts';
import { post } from './endpoint.ts';

/** One request of a batch, with its own key, condition and actor. */
export const BatchItem = z
  .strictObject({
    id: Id,
    method: z.enum(['GET', 'POST', 'PUT', 'PATCH', 'DELETE']),
    path: z.string().startsWith('/v1/').describe('with its query'),
    headers: z.record(z.string(), z.string()).default({}),
    body: z.unknown().optional(),
  })
  .meta({ id: 'BatchItem' });
/** One request of a batch. */
export type BatchItem = z.infer<typeof BatchItem>;

/** The answer to one request of a batch, matched by `id`. */
export const BatchAnswer = z
  .object({
    id: Id,
    status: z.number().int(),
    headers: z.record(z.string(), z.string()),
    body: z.unknown().optional(),
  })
  .meta({ id: 'BatchAnswer' });
/** The answer to one request of a batch. */
export type BatchAnswer = z.infer<typeof BatchAnswer>;

/** `POST /v1/batch`: not atomic, not nested; items on one resource run in order. */
export const sendBatch = post({
  path: '/v1/batch',
  summary: 'Up to 100 requests at once, each answered by itself',
  body: z.strictObject({ items: z.array(BatchItem).min(1).max(MAX_BATCH) }),
  answer: z.object({ items: z.array(BatchAnswer) }),
});
