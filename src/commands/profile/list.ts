import { listProfiles } from '../../contract/profiles.ts';
import { actAsOf } from '../../reading/asker.ts';
import { checkSchools } from '../../reading/schools.ts';
import { takeUpTo } from '../../reading/take.ts';
import { type FlagSpec, flagValue, flagValues, read } from '../command.ts';
import { LIMIT, limitOf } from '../limits.ts';

const FLAGS: readonly FlagSpec[] = [
  { name: 'school', value: 'CODE', many: true },
  { name: 'without-space' },
  { name: 'search', value: 'TEXT' },
  LIMIT,
];

/** `profile list`: profiles of students and clients, by key; names only where spaces may be created for them (C6). */
export default read({
  arguments: [],
  flags: FLAGS,
  async run({ reader, texts, titles, asker }, given) {
    const limit = limitOf(given);
    const school = [...flagValues(given, 'school')];
    await checkSchools(reader, school, { column: '--school' });
    const q = flagValue(given, 'search');
    const query = {
      ...(school.length > 0 && { school }),
      ...(given.flags['without-space'] === true && { hasMultiSpace: 'false' as const }),
      ...(q !== undefined && { q }),
    };
    const found = await takeUpTo(limit + 1, reader.list(listProfiles, { query, ...actAsOf(await asker()) }));
    const profiles = found.slice(0, limit);
    const { profile: say, unknown, yes, no } = texts.answers;
    const keys = (['key', 'name', 'school', 'multiSpace'] as const).filter((key) => titles || key !== 'name');
    return {
      json: profiles.map(({ id, key, name, school: of, hasMultiSpace }) => ({
        id,
        key,
        ...(titles && { name: name ?? null }),
        school: of,
        hasMultiSpace,
      })),
      table: {
        columns: keys.map((key) => ({ key, header: say.headers[key] })),
        rows: profiles.map((profile) => ({
          key: profile.key,
          name: profile.name ?? unknown,
          school: profile.school,
          multiSpace: profile.hasMultiSpace ? yes : no,
        })),
      },
      notes: found.length > limit ? [texts.answers.limited(limit)] : [],
    };
  },
});
