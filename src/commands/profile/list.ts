import { listProfiles } from '../../contract/profiles.ts';
import { actAsOf } from '../../reading/asker.ts';
import { checkSchools } from '../../reading/schools.ts';
import { takeUpTo } from '../../reading/take.ts';
import { profileJson, profileTable } from '../../rendering/answers/profile.ts';
import { type FlagSpec, flagValue, flagValues, read } from '../command.ts';
import { LISTED, limitOf } from '../limits.ts';

const FLAGS: readonly FlagSpec[] = [
  { name: 'school', value: 'CODE', names: 'school', many: true },
  { name: 'without-space' },
  { name: 'search', value: 'TEXT' },
  ...LISTED,
];

/** `profile list`: students and clients by key and school, and which have a multi-space (C6). */
export default read({
  arguments: [],
  flags: FLAGS,
  async run({ reader, texts, asker, titles }, given) {
    const limit = limitOf(given);
    const school = flagValues(given, 'school');
    const as = actAsOf(await asker());
    await checkSchools(reader, school, { column: '--school' });
    const q = flagValue(given, 'search');
    const query = {
      ...(school.length > 0 && { school: [...school] }),
      ...(given.flags['without-space'] === true && { hasMultiSpace: 'false' as const }),
      ...(q !== undefined && { q }),
    };
    const found = await takeUpTo(limit + 1, reader.list(listProfiles, { query, ...as }));
    const profiles = found.slice(0, limit);
    const unseen = titles && profiles.some(({ name }) => name === undefined);
    return {
      json: profiles.map((profile) => profileJson(profile, titles)),
      table: profileTable(profiles, titles, texts),
      notes: [
        ...(found.length > limit ? [texts.answers.limited(limit)] : []),
        ...(unseen ? [texts.answers.profile.namesUnseen] : []),
      ],
    };
  },
});
