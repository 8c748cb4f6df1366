import type { Reader } from '../../api/index.ts';
import { listAccess } from '../../contract/access.ts';
import { listProfiles } from '../../contract/profiles.ts';
import { listSpaces, type Space } from '../../contract/spaces.ts';
import { Failure } from '../../failures/failure.ts';
import type { Place } from '../../model/references.ts';
import type { Asker } from '../asker.ts';
import { ambiguous, MULTI } from '../spaces.ts';
import { all } from '../take.ts';
import { type AskedResource, behalf, memberById, type TypedResource } from './asked.ts';
import { activeIds } from './people.ts';
import type { Standing } from './standing.ts';

/**
 * The space a text names: its id, or the profile whose multi-space it is. Null where none is found; throws
 * `ambiguous-space` where a profile has several.
 */
export async function findSpace(
  reader: Reader,
  asker: Asker,
  standing: Standing,
  typed: TypedResource,
  place: Place,
): Promise<AskedResource | null> {
  const found = await lookUp(reader, standing, typed);
  if (found.length > 1) {
    throw ambiguous(MULTI + typed.text, found, place);
  }
  const [space] = found;
  if (!space && (typed.type === 'multi-space' || !(await isReached(reader, standing, typed.text)))) return null;
  const owner = space ? await memberById(reader, space.creator.id) : null;
  const id = space?.id ?? typed.text;
  const on = behalf(asker, standing, owner);
  return { type: 'space', id, name: id, record: null, space: await seenBy(reader, space, on.asking), owner, ...on };
}

/** A space as those see it on whose behalf it is asked about. */
async function seenBy(
  reader: Reader,
  space: Space | undefined,
  asking: AskedResource['asking'],
): Promise<Space | null> {
  if (!space || space.members) return space ?? null;
  const [seen] = await all(reader.list(listSpaces, { query: { id: [space.id] }, ...asking }));
  return seen ?? space;
}

async function lookUp(reader: Reader, { actAs }: Standing, { type, text }: TypedResource): Promise<Space[]> {
  try {
    if (type !== 'multi-space') return await all(reader.list(listSpaces, { query: { id: [text] }, ...actAs }));
    const byKey = await all(reader.list(listProfiles, { query: { key: [text] }, ...actAs }));
    const profiles = byKey.length > 0 ? byKey.map((profile) => profile.id) : [text];
    return await all(reader.list(listSpaces, { query: { profile: profiles, kind: ['multi'] }, ...actAs }));
  } catch (error) {
    // An API without spaces has none to look up; who is in one it may know all the same.
    if (error instanceof Failure && error.code === 'not-found') return [];
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
