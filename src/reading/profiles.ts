import type { Reader } from '../api/index.ts';
import { listProfiles, type Profile } from '../contract/profiles.ts';
import { Failure, throwAll } from '../failures/failure.ts';
import { type Asker, actAsOf } from './asker.ts';
import type { Named } from './members.ts';
import { nearest } from './nearest.ts';
import { all, takeUpTo } from './take.ts';

/** How many keys are looked through for what somebody may have meant. */
const KEYS_LOOKED_THROUGH = 2000;

/**
 * Profiles by key or id, asked for a hundred at a time; the map is keyed by what was written. Every active member sees
 * their keys (C6). Throws an `unknown-profile` for each there isn't, with the nearest keys.
 */
export async function resolveProfiles(
  reader: Reader,
  asker: Asker,
  names: readonly Named[],
): Promise<Map<string, Profile>> {
  const found = await findProfiles(
    reader,
    asker,
    names.map(({ text }) => text),
  );
  const missing = names.filter(({ text }) => !found.has(text));
  if (missing.length > 0) {
    const known = await takeUpTo(KEYS_LOOKED_THROUGH, reader.list(listProfiles, actAsOf(asker)));
    const keys = known.map((profile) => profile.key);
    throwAll(
      missing.map(({ text, place }) => new Failure('unknown-profile', { text, nearest: nearest(text, keys) }, place)),
    );
  }
  return found;
}

/** The same, without the throwing: what was found. */
async function findProfiles(reader: Reader, asker: Asker, texts: readonly string[]): Promise<Map<string, Profile>> {
  const found = new Map<string, Profile>();
  const as = actAsOf(asker);
  for (const one of await all(reader.listByFilter(listProfiles, 'key', texts, as))) found.set(one.key, one);
  const ids = texts.filter((text) => !found.has(text));
  for (const one of await all(reader.listByFilter(listProfiles, 'id', ids, as))) found.set(one.id, one);
  return found;
}
