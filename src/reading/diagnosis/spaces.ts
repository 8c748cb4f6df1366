import type { Reader } from '../../api/index.ts';
import { listAccess } from '../../contract/access.ts';
import { listSpaces, type Space } from '../../contract/spaces.ts';
import { Failure } from '../../failures/failure.ts';
import type { Place } from '../../model/references.ts';
import type { Asker } from '../asker.ts';
import { resolveSpaces } from '../spaces.ts';
import { all } from '../take.ts';
import { type AskedResource, behalf, memberById, type TypedResource } from './asked.ts';
import { activeIds } from './people.ts';
import type { Standing } from './standing.ts';

/**
 * The space a text names: its id, or the profile whose multi-space it is; or the failure that says there is none.
 * Throws `ambiguous-space` where a profile has several.
 */
export async function findSpace(
  reader: Reader,
  asker: Asker,
  standing: Standing,
  typed: TypedResource,
  place: Place,
): Promise<AskedResource | Failure> {
  const space = await lookUp(reader, asker, typed, place);
  const missing = space instanceof Failure;
  if (missing && (typed.type === 'multi-space' || !(await isReached(reader, standing, typed.text)))) return space;
  const owner = missing ? null : await memberById(reader, space.creator.id);
  const id = missing ? typed.text : space.id;
  const on = behalf(asker, standing, owner);
  const seen = missing ? null : await seenBy(reader, space, on.asking);
  return { type: 'space', id, name: id, record: null, space: seen, owner, ...on };
}

/** A space as those see it on whose behalf it is asked about. */
async function seenBy(reader: Reader, space: Space, asking: AskedResource['asking']): Promise<Space> {
  if (space.members) return space;
  const [seen] = await all(reader.list(listSpaces, { query: { id: [space.id] }, ...asking }));
  return seen ?? space;
}

async function lookUp(
  reader: Reader,
  asker: Asker,
  { type, text }: TypedResource,
  place: Place,
): Promise<Space | Failure> {
  const name = { text: type === 'multi-space' ? `multi:${text}` : text, place };
  const unknown = new Failure('unknown-space', { text: name.text, nearest: [] }, place);
  try {
    return (await resolveSpaces(reader, asker, [name])).get(name.text)?.wire ?? unknown;
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    if (error.code.startsWith('unknown-')) return error;
    // An API without spaces has none to look up; who is in one it may know all the same.
    if (error.code === 'not-found') return unknown;
    throw error;
  }
}

/** Whether anybody the asker may ask about is in a space of that id (O11). */
async function isReached(reader: Reader, { actAs, administrator }: Standing, id: string): Promise<boolean> {
  const query = { space: [id] };
  if ((await all(reader.list(listAccess, { query, ...actAs }))).length > 0) return true;
  if (!administrator) return false;
  for await (const _ of reader.listByFilter(listAccess, 'member', await activeIds(reader), { query, ...actAs }))
    return true;
  return false;
}
