import type { Reader } from '../api/index.ts';
import { MAX_FILTER_VALUES } from '../contract/common.ts';
import type { Profile } from '../contract/profiles.ts';
import { listSpaces, type Space } from '../contract/spaces.ts';
import { Failure, throwAll } from '../failures/failure.ts';
import { groupBy } from '../model/collections.ts';
import type { Id } from '../model/organization.ts';
import { type Asker, actAsOf, selfOf } from './asker.ts';
import { type SeenBy, seenByOwners } from './behalf.ts';
import type { Named } from './members.ts';
import { nearest, slipsOf } from './nearest.ts';
import { findProfiles, unknownProfile } from './profiles.ts';
import { all, takeUpTo } from './take.ts';
import { allOrEveryFailure } from './together.ts';

/** A space as its actor sees it, and who that actor is: the creator under `--as owner`, the same for all otherwise. */
export type ActorsSpace = SeenBy<Space>;

/** What stands before a profile that stands for its multi-space. */
const MULTI = 'multi:';
/** How many spaces are looked through for what somebody may have meant. */
const LOOKED_THROUGH = 2000;

/**
 * Spaces by id or as `multi:PROFILE` (key or id), as those see them on whose behalf psyctl acts, asked for a hundred
 * at a time. The map is keyed by what was written. A space one isn't in is unknown (A2). Throws together an
 * `unknown-space` or `unknown-profile` for each not found, with the nearest, and an `ambiguous-space`, with the ids,
 * for each profile that has several multi-spaces (C6).
 */
export async function resolveSpaces(
  reader: Reader,
  asker: Asker,
  names: readonly Named[],
): Promise<Map<string, ActorsSpace>> {
  const [byId, around] = await allOrEveryFailure([
    spacesById(
      reader,
      asker,
      names.filter(({ text }) => !text.startsWith(MULTI)),
    ),
    multiSpaces(
      reader,
      asker,
      names.filter(({ text }) => text.startsWith(MULTI)),
    ),
  ]);
  return new Map([...byId, ...around]);
}

async function spacesById(reader: Reader, asker: Asker, names: readonly Named[]): Promise<Map<string, ActorsSpace>> {
  const ids = names.map(({ text }) => text);
  const spaces = await all(reader.listByFilter(listSpaces, 'id', ids, actAsOf(asker)));
  const found = await asActorsSeeThem(reader, asker, spaces);
  const missing = names.filter(({ text }) => !found.has(text));
  throwAll(await Promise.all(missing.map((name) => unknownSpace(reader, asker, name))));
  return found;
}

async function multiSpaces(reader: Reader, asker: Asker, names: readonly Named[]): Promise<Map<string, ActorsSpace>> {
  const keyed = names.map((name) => ({ name, key: { ...name, text: name.text.slice(MULTI.length).trim() } }));
  const profiles = await findProfiles(
    reader,
    asker,
    keyed.map(({ key }) => key),
  );
  const around = await spacesAround(reader, asker, [...new Set([...profiles.values()].map(({ id }) => id))]);
  const found = new Map<string, ActorsSpace>();
  const failures = keyed.map(async ({ name, key }) => {
    const profile = profiles.get(key.text);
    if (!profile) return await unknownProfile(reader, asker, key);
    const [only, ...others] = around.get(profile.id) ?? [];
    if (!only) return noMultiSpace(name, profile);
    if (others.length > 0) return ambiguous(name, [only, ...others]);
    found.set(name.text, only);
    return [];
  });
  throwAll((await Promise.all(failures)).flat());
  return found;
}

async function asActorsSeeThem(reader: Reader, asker: Asker, spaces: readonly Space[]): Promise<Map<Id, ActorsSpace>> {
  const actor = selfOf(asker);
  if (asker.acting.as !== 'owner') return new Map(spaces.map((wire) => [wire.id, { wire, actor }]));
  return await seenByOwners(
    reader,
    spaces,
    (space) => space.creator.id,
    // C8: whoever created a space is in it, and sees all of it.
    (ids, creator) => all(reader.listByFilter(listSpaces, 'id', ids, { actAs: creator })),
  );
}

/** The multi-spaces around some profiles, by the profile's id, as their actors see them. */
export async function spacesAround(
  reader: Reader,
  asker: Asker,
  profiles: readonly Id[],
): Promise<Map<Id, ActorsSpace[]>> {
  const around = (ids: readonly Id[]) =>
    all(reader.listByFilter(listSpaces, 'profile', ids, { query: { kind: ['multi'] }, ...actAsOf(asker) }));
  const spaces = await asActorsSeeThem(reader, asker, await around(profiles));
  const whose = new Map([...spaces.values()].map(({ wire }) => [wire.id, wire.profile?.id]));
  // A1: with `act-as` alone a space doesn't say which of the profiles asked about it is around.
  if ([...whose.values()].includes(undefined)) {
    const lists = await Promise.all(profiles.map(async (id) => (await around([id])).map((space) => [space.id, id])));
    for (const [space, profile] of lists.flat()) if (space !== undefined) whose.set(space, profile);
  }
  return groupBy(spaces.values(), ({ wire }) => whose.get(wire.id) ?? '');
}

/** C6: that there is one may be known to somebody who is not in it. */
const noMultiSpace = ({ text, place }: Named, profile: Profile): Failure =>
  new Failure('unknown-space', { text, nearest: [], multi: profile.hasMultiSpace ? 'unseen' : 'none' }, place);

const ambiguous = ({ text, place }: Named, spaces: readonly ActorsSpace[]): Failure =>
  new Failure('ambiguous-space', { text, candidates: spaces.map(({ wire }) => wire.id) }, place);

async function unknownSpace(reader: Reader, asker: Asker, { text, place }: Named): Promise<Failure> {
  const as = actAsOf(asker);
  const [inside, slips] = await Promise.all([
    takeUpTo(LOOKED_THROUGH, reader.list(listSpaces, as)),
    all(reader.listByFilter(listSpaces, 'id', slipsOf(text, MAX_FILTER_VALUES), as)),
  ]);
  const ids = [...inside, ...slips].map((space) => space.id);
  return new Failure('unknown-space', { text, nearest: nearest(text, ids) }, place);
}
