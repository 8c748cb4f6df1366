import * as z from 'zod';
import { Moment } from './common.ts';
import { Capability } from './organization.ts';

/** A message the sandbox would have sent; `to` is null for a client. */
export const OutboxMessage = z.object({
  kind: z.enum(['email', 'notification']),
  to: z.string().nullable(),
  audience: z.enum(['colleague', 'client']),
  about: z.object({ action: z.string(), resource: z.string().nullable() }),
  at: Moment,
});
/** A message the sandbox would have sent. */
export type OutboxMessage = z.infer<typeof OutboxMessage>;

const rate = z.number().min(0).max(1).default(0);

/** What the sandbox is told to get wrong, for tests: rates from 0 to 1, times in milliseconds. */
export const Faults = z.strictObject({
  seed: z.number().int().default(1),
  latencyMs: z.number().min(0).max(60_000).default(0),
  errorRate: rate,
  dropBefore: rate,
  dropAfter: rate,
  rateLimit: z
    .strictObject({ requests: z.number().int().min(1), perSeconds: z.number().positive() })
    .nullable()
    .default(null),
  disable: z.array(Capability).default([]),
});
/** What the sandbox is told to get wrong. */
export type Faults = z.infer<typeof Faults>;
