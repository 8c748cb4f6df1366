import type { Reader } from '../../api/index.ts';
import { Failure } from '../../failures/failure.ts';
import type { Place } from '../../model/references.ts';
import type { Asker } from '../asker.ts';
import { mostTelling } from '../nearest.ts';
import { resolveRecords } from '../records.ts';
import { type AskedResource, behalf, memberById, type TypedResource } from './asked.ts';
import { findSpace } from './spaces.ts';
import type { Standing } from './standing.ts';

/**
 * Finds the record or the space a text names, as those see it on whose behalf psyctl acts.
 * Throws `unknown-record` or `unknown-space` where nobody who asks has a way to it (A2), `unknown-profile`, and
 * `ambiguous-space`.
 */
export async function resolveResource(
  reader: Reader,
  asker: Asker,
  standing: Standing,
  typed: TypedResource,
  place: Place = {},
): Promise<AskedResource> {
  const unknown: Failure[] = [];
  if (typed.type === 'record' || typed.type === 'either') {
    const found = await recordOrFailure(reader, asker, standing, typed.text, place);
    if (!(found instanceof Failure)) return found;
    unknown.push(found);
  }
  if (typed.type !== 'record') {
    const space = await findSpace(reader, asker, standing, typed, place);
    if (!(space instanceof Failure)) return space;
    unknown.push(space);
  }
  const nameless = { id: null, name: typed.text, record: null, space: null, owner: null };
  const asked = { ...nameless, asking: standing.actAs, self: standing.id };
  if (asker.inPart) return { type: unknown.length > 1 || typed.type === 'record' ? 'record' : 'space', ...asked };
  // Without `act-as` an administrator can't look a number up, but learns what members reach, and so of the record.
  if (typed.type !== 'space' && typed.type !== 'multi-space' && standing.administrator && !asker.mayActAs) {
    return { type: 'record', ...asked };
  }
  throw mostTelling(unknown);
}

async function recordOrFailure(
  reader: Reader,
  asker: Asker,
  standing: Standing,
  text: string,
  place: Place,
): Promise<AskedResource | Failure> {
  try {
    const found = (await resolveRecords(reader, asker, [{ text, place }])).get(text);
    if (!found) throw new Failure('unknown-record', { text, nearest: [] }, place);
    const { wire } = found;
    const owner = wire.owner ? await memberById(reader, wire.owner.id) : null;
    const of = { id: wire.id, name: wire.number, record: wire, space: null, owner };
    return { type: 'record', ...of, ...behalf(asker, standing, owner) };
  } catch (error) {
    if (error instanceof Failure && error.code === 'unknown-record') return error;
    throw error;
  }
}
