import type { Reader } from '../../api/index.ts';
import { listMembers } from '../../contract/members.ts';
import type { Id } from '../../model/organization.ts';
import { all } from '../take.ts';

/** Everyone who can reach anything: O5, nobody else does. */
export async function activeIds(reader: Reader): Promise<Id[]> {
  const members = await all(reader.list(listMembers, { query: { status: ['active'] } }));
  return members.map((member) => member.id);
}
