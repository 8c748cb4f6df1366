import type { Reader } from '../../api/index.ts';
import { getMe } from '../../contract/organization.ts';
import type { Id } from '../../model/organization.ts';
import { type Asker, actAsOf } from '../asker.ts';

/** Whose rights a question about access rests on (A4), before anybody's record is asked about on its owner's behalf. */
export interface Standing {
  readonly id: Id;
  /** What goes with every request made on their behalf. */
  readonly actAs: { readonly actAs?: Id };
  /** O11: learns what every member and team reaches. */
  readonly administrator: boolean;
}

/** Finds out whose rights count: the named member's, or, acting for owners too, those of the token itself. */
export async function standingOf(reader: Reader, asker: Asker): Promise<Standing> {
  const actAs = actAsOf(asker);
  const me = actAs.actAs === undefined ? asker.me : (await reader.read(getMe, actAs)).body;
  return { id: me.id, actAs, administrator: me.roles.includes('administrator') };
}
