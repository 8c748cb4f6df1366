import { createSpace, removeSpaceMember, setSpaceMember } from '../../api/endpoints.ts';
import type { SpaceIntent } from '../../model/intents/spaces.ts';
import type { RequestsOf } from './index.ts';

/** What is sent for changes of spaces and of who is in them. */
export const SPACE_REQUESTS: RequestsOf<SpaceIntent['action']> = {
  'space.create': ({ kind, profile, record, name, another }) => ({
    endpoint: createSpace,
    params: {},
    body: {
      kind,
      ...(profile !== null && { profile }),
      ...(record !== null && { record }),
      ...(name !== null && { name }),
      another,
    },
  }),
  'space.share': ({ space, grantee, level }, { idOf }) => ({
    endpoint: setSpaceMember,
    params: { id: idOf(space), granteeId: idOf(grantee.id) },
    body: level === null ? {} : { access: level },
  }),
  'space.unshare': ({ space, grantee }) => ({
    endpoint: removeSpaceMember,
    params: { id: space, granteeId: grantee.id },
    body: undefined,
  }),
  'space.leave': ({ space, actor }) => ({
    endpoint: removeSpaceMember,
    params: { id: space, granteeId: actor },
    body: undefined,
  }),
};
