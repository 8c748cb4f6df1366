import { listSpaces, SpaceKind } from '../../contract/spaces.ts';
import { type Asker, actAsOf } from '../../reading/asker.ts';
import { resolveProfiles } from '../../reading/profiles.ts';
import { inDetail } from '../../reading/space-details.ts';
import { takeUpTo } from '../../reading/take.ts';
import { spaceJson, spaceTable } from '../../rendering/answers/space.ts';
import { type FlagSpec, flagValue, flagValues, type Given, type Reading, read } from '../command.ts';
import { LISTED, limitOf } from '../limits.ts';
import { couldActFor, refuseOwners } from '../listing.ts';

const FLAGS: readonly FlagSpec[] = [
  { name: 'kind', value: 'KIND', many: true, choices: SpaceKind.options },
  { name: 'profile', value: 'PROFILE', names: 'profile', many: true },
  { name: 'search', value: 'TEXT' },
  ...LISTED,
];

/** `space list`: the spaces one is in, collaborative ones and multi-spaces told apart (C1, C2). */
export default read({
  arguments: [],
  flags: FLAGS,
  async run(reading, given) {
    const { reader, texts, titles } = reading;
    const limit = limitOf(given);
    const asker = await reading.asker();
    refuseOwners(asker);
    const as = actAsOf(asker);
    const query = await queryOf(reading, asker, given);
    const found = await takeUpTo(limit + 1, reader.list(listSpaces, { query, ...as }));
    const spaces = await inDetail(reader, found.slice(0, limit), as);
    const say = texts.answers.space;
    const unseen = spaces.some(({ kind }) => kind === undefined);
    return {
      json: spaces.map((space) => spaceJson(space, titles)),
      table: spaceTable(spaces, titles, texts),
      notes: [
        ...(found.length > limit ? [texts.answers.limited(limit)] : []),
        ...(couldActFor(asker, spaces.length) || unseen ? [say.nothingOwn] : []),
      ],
    };
  },
});

async function queryOf({ reader }: Reading, asker: Asker, given: Given) {
  const kind = flagValues(given, 'kind') as SpaceKind[];
  const named = flagValues(given, 'profile').map((text) => ({ text, place: { column: '--profile' } }));
  const profiles = await resolveProfiles(reader, asker, named);
  const q = flagValue(given, 'search');
  return {
    ...(kind.length > 0 && { kind: [...kind] }),
    ...(profiles.size > 0 && { profile: [...profiles.values()].map(({ id }) => id) }),
    ...(q !== undefined && { q }),
  };
}
