import * as z from 'zod';
import { flag, Id, many, pageOf, paging } from './common.ts';
import { get } from './endpoint.ts';

/** The profile of a student or client; the name only where C6 lets the asker see it. */
export const Profile = z
  .object({
    id: Id,
    key: z.string(),
    school: z.string().nullable().describe('the code of its school'),
    hasMultiSpace: z.boolean(),
    name: z.string().optional(),
  })
  .meta({ id: 'Profile' });
/** The profile of a student or client. */
export type Profile = z.infer<typeof Profile>;

/** `GET /v1/profiles` */
export const listProfiles = get({
  path: '/v1/profiles',
  summary: 'Profiles of students and clients (C6)',
  query: z.strictObject({
    id: many(Id),
    key: many(z.string()),
    school: many(z.string()),
    hasMultiSpace: flag,
    q: z.string().optional(),
    ...paging,
  }),
  answer: pageOf(Profile),
});
