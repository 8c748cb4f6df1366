import { listSpaces, type Space, SpaceKind } from '../../contract/spaces.ts';
import { Failure } from '../../failures/failure.ts';
import { actAsOf } from '../../reading/asker.ts';
import { resolveProfiles } from '../../reading/profiles.ts';
import { takeUpTo } from '../../reading/take.ts';
import type { AnswerTable } from '../../rendering/answer.ts';
import { spaceJson } from '../../rendering/answers/space.ts';
import { type FlagSpec, flagValue, flagValues, type Given, type Reading, read } from '../command.ts';
import { LIMIT, limitOf } from '../limits.ts';

const FLAGS: readonly FlagSpec[] = [
  { name: 'kind', value: 'KIND', choices: SpaceKind.options },
  { name: 'profile', value: 'PROFILE', many: true },
  { name: 'search', value: 'TEXT' },
  LIMIT,
];

/** `space list`: the spaces one is in (C1, C2). */
export default read({
  arguments: [],
  flags: FLAGS,
  async run(reading, given) {
    const { reader, texts, titles } = reading;
    const limit = limitOf(given);
    const asker = await reading.asker();
    const say = texts.answers.space;
    if (asker.acting.as === 'owner')
      throw new Failure('usage', { problem: texts.answers.ownerNeedsRecord }, { column: '--as' });
    const query = await queryOf(reading, given);
    const found = await takeUpTo(limit + 1, reader.list(listSpaces, { query, ...actAsOf(asker) }));
    const spaces = found.slice(0, limit);
    const nothingOwn = spaces.length === 0 && asker.mayActAs && asker.acting.as === 'self';
    const unseen = spaces.some(({ kind }) => kind === undefined);
    return {
      json: spaces.map((space) => spaceJson(space, titles)),
      table: tableOf(spaces, reading),
      notes: [
        ...(found.length > limit ? [texts.answers.limited(limit)] : []),
        ...(nothingOwn || unseen ? [say.nothingOwn] : []),
      ],
    };
  },
});

async function queryOf({ reader, asker }: Reading, given: Given) {
  const place = { column: '--profile' };
  const named = flagValues(given, 'profile').map((text) => ({ text, place }));
  const profiles = await resolveProfiles(reader, await asker(), named);
  const kind = flagValue(given, 'kind') as SpaceKind | undefined;
  const q = flagValue(given, 'search');
  return {
    ...(kind !== undefined && { kind: [kind] }),
    ...(profiles.size > 0 && { profile: [...profiles.values()].map(({ id }) => id) }),
    ...(q !== undefined && { q }),
  };
}

function tableOf(spaces: readonly Space[], { texts, titles }: Reading): AnswerTable {
  const { space: say, unknown } = texts.answers;
  const keys = (['id', 'kind', 'name', 'profile', 'creator', 'sharedWith'] as const).filter(
    (key) => titles || key !== 'name',
  );
  return {
    columns: keys.map((key) => ({ key, header: say.headers[key] })),
    rows: spaces.map((space) => ({
      id: space.id,
      kind: space.kind ? say.kind[space.kind] : unknown,
      name: space.name ?? unknown,
      profile: space.profile === undefined ? unknown : (space.profile?.key ?? null),
      creator: space.creator.email,
      sharedWith: space.members?.length ?? unknown,
    })),
  };
}
