import { listProfiles, type Profile } from '../../contract/profiles.ts';
import { actAsOf } from '../../reading/asker.ts';
import { checkSchools } from '../../reading/schools.ts';
import { profileJson, profileTable } from '../../rendering/answers/profile.ts';
import { type FlagSpec, flagValue, flagValues, read } from '../command.ts';
import { LISTED, limitOf } from '../limits.ts';
import { listed } from '../listing.ts';

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
  async run(reading, given) {
    const { reader, texts, asker, titles } = reading;
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
    const json = (profile: Profile) => profileJson(profile, titles);
    let unseen = false;
    const look = ({ items }: { items: readonly Profile[] }) => {
      unseen ||= titles && items.some(({ name }) => name === undefined);
    };
    const pages = reader.pages(listProfiles, { query, ...as });
    const { items: profiles, more } = await listed(pages, reading, { limit, json, look });
    return {
      json: profiles.map(json),
      table: profileTable(profiles, titles, texts),
      notes: [...(more ? [texts.answers.limited(limit)] : []), ...(unseen ? [texts.answers.profile.namesUnseen] : [])],
    };
  },
});
