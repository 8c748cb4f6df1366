import type { Space } from '../../contract/spaces.ts';
import { numbersOf } from '../../reading/records.ts';
import { peopleIn } from '../../reading/spaces.ts';
import type { SpaceView } from '../../rendering/answers/space.ts';
import type { Reading } from '../command.ts';

/** Spaces as an answer speaks of them: with how many people are in each, and the numbers of the records they came from. */
export async function spaceViews(
  { reader }: Reading,
  spaces: readonly Space[],
  as: { actAs?: string },
): Promise<SpaceView[]> {
  const inside = spaces.filter(({ members }) => members !== undefined).map(({ id }) => id);
  const madeFrom = spaces.flatMap(({ record }) => record ?? []);
  const [people, numbers] = await Promise.all([peopleIn(reader, inside, as), numbersOf(reader, madeFrom, as)]);
  const named = (id: string) => ({ id, number: numbers.get(id) ?? null });
  return spaces.map((space) => ({
    ...space,
    record: typeof space.record === 'string' ? named(space.record) : space.record,
    people: people.get(space.id),
  }));
}
