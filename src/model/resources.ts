import type { Id } from './organization.ts';

/** What somebody reaches: a record or a space; or, of a role, what it opens in the whole organization (O4). */
export interface Resource {
  readonly type: 'record' | 'space' | 'organization';
  readonly id: Id;
}

/** A record as a resource. */
export const recordResource = (id: Id): Resource => ({ type: 'record', id });
/** A space as a resource. */
export const spaceResource = (id: Id): Resource => ({ type: 'space', id });
/** All that a role opens: number and title of the records of the organization it lets see. */
export const ORGANIZATION: Resource = { type: 'organization', id: '' };

/** A resource as the key of a map. */
export const resourceKey = ({ type, id }: Resource): string => `${type}:${id}`;
