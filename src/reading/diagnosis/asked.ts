import type { Reader } from '../../api/index.ts';
import { listMembers, type Member } from '../../contract/members.ts';
import type { Record as WireRecord } from '../../contract/records.ts';
import type { Space } from '../../contract/spaces.ts';
import type { Id } from '../../model/organization.ts';
import type { Asker } from '../asker.ts';
import { all } from '../take.ts';
import type { Standing } from './standing.ts';

/** A record or a space as somebody typed it; `either` may be a record's number or id, or a space's id. */
export interface TypedResource {
  readonly type: 'record' | 'space' | 'multi-space' | 'either';
  readonly text: string;
}

/** What a question of access is about. */
export interface AskedResource {
  readonly type: 'record' | 'space';
  /** Null for a record whose number alone is known: found, if at all, through what members reach. */
  readonly id: Id | null;
  /** A record's number, a space's id. */
  readonly name: string;
  /** A record as it is seen on whose behalf it is asked about. */
  readonly record: WireRecord | null;
  /** A space as it is seen on whose behalf it is asked about. */
  readonly space: Space | null;
  /** A record's owner, a space's creator. */
  readonly owner: Member | null;
  /** On whose behalf it can be asked about, and who that is. */
  readonly asking: { readonly actAs?: Id };
  readonly self: Id;
}

/** Under `--as owner` that is the owner, where they are active: for nobody else can anybody act (A1). */
export function behalf(
  { acting, me }: Asker,
  standing: Standing,
  owner: Member | null,
): Pick<AskedResource, 'asking' | 'self'> {
  if (acting.as !== 'owner' || owner?.status !== 'active') return { asking: standing.actAs, self: standing.id };
  return { asking: owner.id === me.id ? {} : { actAs: owner.id }, self: owner.id };
}

/** A member of any status, or null. */
export async function memberById(reader: Reader, id: Id): Promise<Member | null> {
  const [member] = await all(reader.list(listMembers, { query: { id: [id] } }));
  return member ?? null;
}
