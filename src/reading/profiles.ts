import type { Reader } from '../api/index.ts';
import { MAX_FILTER_VALUES } from '../contract/common.ts';
import { listProfiles, type Profile } from '../contract/profiles.ts';
import { Failure, throwAll } from '../failures/failure.ts';
import { type Asker, actAsOf } from './asker.ts';
import type { Named } from './members.ts';
import { nearest, slipsOf } from './nearest.ts';
import { all, takeUpTo } from './take.ts';

/** How many profiles are looked through for what somebody may have meant. */
const LOOKED_THROUGH = 200;

/**
 * Profiles by key or id, asked for a hundred at a time: every active member may know that they are there (C6). The
 * map is keyed by what was written. Throws an `unknown-profile` for each that isn't there, with the nearest keys.
 */
export async function resolveProfiles(
  reader: Reader,
  asker: Asker,
  names: readonly Named[],
): Promise<Map<string, Profile>> {
  const found = await findProfiles(reader, asker, names);
  const missing = names.filter(({ text }) => !found.has(text));
  throwAll(await Promise.all(missing.map((name) => unknownProfile(reader, asker, name))));
  return found;
}

/** The same, without the throwing: what wasn't found is not in the map. */
export async function findProfiles(
  reader: Reader,
  asker: Asker,
  names: readonly Named[],
): Promise<Map<string, Profile>> {
  const found = new Map<string, Profile>();
  const as = actAsOf(asker);
  const texts = new Set(names.map(({ text }) => text));
  for (const profile of await all(reader.listByFilter(listProfiles, 'key', texts, as))) found.set(profile.key, profile);
  const ids = [...texts].filter((text) => !found.has(text));
  for (const profile of await all(reader.listByFilter(listProfiles, 'id', ids, as))) found.set(profile.id, profile);
  return found;
}

/** The failure that says there is no such profile, with the keys nearest to what was written. */
export async function unknownProfile(reader: Reader, asker: Asker, { text, place }: Named): Promise<Failure> {
  const as = actAsOf(asker);
  const [slips, holding] = await Promise.all([
    all(reader.listByFilter(listProfiles, 'key', slipsOf(text, MAX_FILTER_VALUES), as)),
    takeUpTo(LOOKED_THROUGH, reader.list(listProfiles, { query: { q: text }, ...as })),
  ]);
  const keys = [...slips, ...holding].map((profile) => profile.key);
  return new Failure('unknown-profile', { text, nearest: nearest(text, keys) }, place);
}
