import type { Grantee } from '../../contract/common.ts';
import type { Store } from '../database/store.ts';
import type { Done } from '../writing/audit.ts';

export type { Grantee };

/** The member or team with this id, or undefined. */
export function findGrantee(store: Store, id: string): Grantee | undefined {
  const member = store.get<{ email: string; status: 'invited' | 'active' | 'inactive' }>(
    'SELECT email, status FROM members WHERE id = :id',
    { id },
  );
  if (member) return { type: 'member', id, email: member.email, status: member.status };
  const team = store.get<{ name: string }>('SELECT name FROM teams WHERE id = :id', { id });
  return team && { type: 'team', id, name: team.name };
}

/** A grantee as the audit names them. */
export const granteeOf = (grantee: Grantee): Pick<Done, 'member' | 'team'> =>
  grantee.type === 'team'
    ? { team: { id: grantee.id, name: grantee.name } }
    : { member: { id: grantee.id, email: grantee.email } };
