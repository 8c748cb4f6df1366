import { MAX_PAGE } from '../../contract/common.ts';
import { listSpaces, SpaceKind } from '../../contract/spaces.ts';
import { type Asker, actAsOf } from '../../reading/asker.ts';
import { resolveProfiles } from '../../reading/profiles.ts';
import { inDetail, type SpaceInDetail } from '../../reading/space-details.ts';
import { spaceJson, spaceTable } from '../../rendering/answers/space.ts';
import { type FlagSpec, flagValue, flagValues, type Given, type Reading, read } from '../command.ts';
import { LISTED, limitOf } from '../limits.ts';
import { couldActFor, listed, refuseOwners } from '../listing.ts';

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
    const { texts, titles } = reading;
    const limit = limitOf(given);
    const asker = await reading.asker();
    refuseOwners(asker);
    const query = { ...(await queryOf(reading, asker, given)), limit: Math.min(limit + 1, MAX_PAGE) };
    const json = (space: SpaceInDetail) => spaceJson(space, titles);
    let unseen = false;
    const look = ({ items }: { items: readonly SpaceInDetail[] }) => {
      unseen ||= items.some(({ kind }) => kind === undefined);
    };
    const pages = pagesInDetail(reading, query, actAsOf(asker));
    const { items: spaces, count, more } = await listed(pages, reading, { limit, json, look });
    return {
      json: spaces.map(json),
      table: spaceTable(spaces, titles, texts),
      notes: [
        ...(more ? [texts.answers.limited(limit)] : []),
        ...(couldActFor(asker, count) || unseen ? [texts.answers.space.nothingOwn] : []),
      ],
    };
  },
});

async function* pagesInDetail({ reader }: Reading, query: Awaited<ReturnType<typeof queryOf>>, as: { actAs?: string }) {
  for await (const { items } of reader.pages(listSpaces, { query, ...as }))
    yield { items: await inDetail(reader, items, as) };
}

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
