import type { Reader } from '../../api/index.ts';
import { type Access, listAccess } from '../../contract/access.ts';
import type { Grantee } from '../../model/organization.ts';
import { all } from '../take.ts';
import type { Standing } from './standing.ts';

/**
 * Everything a member or a team reaches (O11); `ifActive` leaves a member's status out of account (O12). Throws
 * `forbidden` where it is about others and no administrator asks.
 */
export function reachedBy(
  reader: Reader,
  { actAs }: Standing,
  { type, id }: Grantee,
  ifActive = false,
): Promise<Access[]> {
  const of = type === 'team' ? { team: [id] } : { member: [id] };
  return all(reader.list(listAccess, { query: ifActive ? { ...of, ifActive: 'true' } : of, ...actAs }));
}
