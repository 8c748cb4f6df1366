import * as z from 'zod';
import { Grantee, Id, MemberRef, many, pageOf, paging, ShareLevel } from './common.ts';
import { get, post, put, remove } from './endpoint.ts';

/** C1, C2: the kinds of space. */
export const SpaceKind = z.enum(['multi', 'collaborative']);
/** The kinds of space. */
export type SpaceKind = z.infer<typeof SpaceKind>;

/** Who is in a space; a collaborative one has no levels (C1). */
export const SpaceMember = z.object({ grantee: Grantee, access: ShareLevel.nullable() }).meta({ id: 'SpaceMember' });
/** Who is in a space. */
export type SpaceMember = z.infer<typeof SpaceMember>;

/** A space, as far as the asker sees it; with `act-as` alone: id and creator (A1). */
export const Space = z
  .object({
    id: Id,
    creator: MemberRef,
    kind: SpaceKind.optional(),
    name: z.string().optional(),
    profile: z.object({ id: Id, key: z.string() }).nullable().optional(),
    record: Id.nullable().optional(),
    members: z.array(SpaceMember).optional(),
    etag: z.string().optional().describe('the space’s ETag, where the API has them'),
  })
  .meta({ id: 'Space' });
/** A space, as far as the asker sees it. */
export type Space = z.infer<typeof Space>;

/** What a space is made of; a multi-space takes its name from its profile (C2). */
export const NewSpace = z
  .strictObject({
    kind: SpaceKind,
    profile: Id.optional(),
    record: Id.optional(),
    name: z.string().trim().min(1).max(200).optional(),
    another: z.boolean().default(false).describe('a second multi-space for one profile, on purpose (C6)'),
  })
  .meta({ id: 'NewSpace' });

/** `GET /v1/spaces` */
export const listSpaces = get({
  path: '/v1/spaces',
  summary: 'The spaces the asker is in',
  query: z.strictObject({
    id: many(Id),
    kind: many(SpaceKind),
    profile: many(Id),
    q: z.string().optional(),
    ...paging,
  }),
  answer: pageOf(Space),
});
/** `GET /v1/spaces/{id}` */
export const getSpace = get({ path: '/v1/spaces/{id}', summary: 'A space', answer: Space, etag: true });
/** `POST /v1/spaces` */
export const createSpace = post({
  path: '/v1/spaces',
  summary: 'Create a space (C1, C2, C6)',
  body: NewSpace,
  answer: Space,
  status: 201,
  etag: true,
});
/** `PUT /v1/spaces/{id}/members/{granteeId}` */
export const setSpaceMember = put({
  path: '/v1/spaces/{id}/members/{granteeId}',
  summary: 'Have a member or a team in a space (C1, C4, N2)',
  body: z.strictObject({ access: ShareLevel.optional() }),
  answer: SpaceMember,
  etag: true,
});
/** `DELETE /v1/spaces/{id}/members/{granteeId}` */
export const removeSpaceMember = remove({
  path: '/v1/spaces/{id}/members/{granteeId}',
  summary: 'Have a member or a team no longer in a space (C4, C8)',
  etag: true,
});
