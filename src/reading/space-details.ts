import type { Reader } from '../api/index.ts';
import { listAccess } from '../contract/access.ts';
import type { Space } from '../contract/spaces.ts';
import { groupBy } from '../model/collections.ts';
import type { Id } from '../model/organization.ts';
import { numbersOf } from './records.ts';
import { all } from './take.ts';

/** A space with what its list doesn't hold: the number of the record it was made from, and how many are in it. */
export interface SpaceInDetail extends Omit<Space, 'record'> {
  /** Without a number where whoever asks has no way to it (C3); left out where even its id isn't seen. */
  readonly record?: { readonly id: Id; readonly number: string | null } | null | undefined;
  /** Left out where it isn't seen (A2). */
  readonly people?: number | undefined;
}

/** The same spaces in detail, asked for a hundred at a time on behalf of whom they were seen by. */
export async function inDetail(reader: Reader, spaces: readonly Space[], as: { actAs?: Id }): Promise<SpaceInDetail[]> {
  const inside = spaces.filter(({ members }) => members !== undefined).map(({ id }) => id);
  const madeFrom = spaces.flatMap(({ record }) => record ?? []);
  const [people, numbers] = await Promise.all([peopleIn(reader, inside, as), numbersOf(reader, madeFrom, as)]);
  const named = (id: Id) => ({ id, number: numbers.get(id) ?? null });
  return spaces.map(({ record, ...space }) => ({
    ...space,
    record: typeof record === 'string' ? named(record) : record,
    people: people.get(space.id),
  }));
}

/** How many people reach spaces one is in oneself, through teams too, active ones alone (C1, O5); by space. */
async function peopleIn(reader: Reader, ids: Iterable<Id>, as: { actAs?: Id }): Promise<Map<Id, number>> {
  const rows = await all(reader.listByFilter(listAccess, 'space', ids, as));
  const inside = rows.filter(({ level }) => level !== 'none');
  return new Map([...groupBy(inside, ({ resource }) => resource.id)].map(([id, theirs]) => [id, theirs.length]));
}
