import type { Reader } from '../api/index.ts';
import { listSpaces, type Space } from '../contract/spaces.ts';
import { Failure, throwAll } from '../failures/failure.ts';
import { groupBy } from '../model/collections.ts';
import type { Id } from '../model/organization.ts';
import { type Asker, actAsOf } from './asker.ts';
import { findMembers, type Named } from './members.ts';
import { nearest } from './nearest.ts';
import { resolveProfiles } from './profiles.ts';
import { all, takeUpTo } from './take.ts';

/** A space as its actor sees it, and who that actor is: the creator under `--as owner`, the same for all otherwise. */
export interface ActorsSpace {
  readonly wire: Space;
  readonly actor: Id;
}

/** What a multi-space is named by: its profile's key or id follows. */
export const MULTI = 'multi:';

/** How many spaces are looked through for what somebody may have meant. */
const LOOKED_THROUGH = 2000;

/**
 * Spaces by id or as `multi:PROFILE`, as those see them on whose behalf psyctl acts, asked for a hundred at a time.
 * The map is keyed by what was written. Throws an `unknown-space` for each nobody who asks is in (A2), an
 * `unknown-profile`, or an `ambiguous-space` where a profile has several.
 */
export async function resolveSpaces(
  reader: Reader,
  asker: Asker,
  names: readonly Named[],
): Promise<Map<string, ActorsSpace>> {
  const found = await find(reader, asker, names);
  const missing = names.filter(({ text }) => !found.has(text));
  if (missing.length > 0) throwAll(await unknownSpaces(reader, asker, missing));
  const spaces = [...found.values()];
  const seen = asker.acting.as === 'owner' ? await seenByCreators(reader, spaces) : new Map<Id, ActorsSpace>();
  const myself = asker.acting.as === 'member' ? asker.acting.id : (asker.me.actingAs?.id ?? asker.me.id);
  return new Map([...found].map(([text, wire]) => [text, seen.get(wire.id) ?? { wire, actor: myself }]));
}

async function find(reader: Reader, asker: Asker, names: readonly Named[]): Promise<Map<string, Space>> {
  const [multi, plain] = [names.filter(isMulti), names.filter((name) => !isMulti(name))];
  const found = await findMultiSpaces(reader, asker, multi);
  const ids = new Set(plain.map(({ text }) => text));
  for (const space of await all(reader.listByFilter(listSpaces, 'id', ids, actAsOf(asker)))) found.set(space.id, space);
  return found;
}

const isMulti = ({ text }: Named): boolean => text.startsWith(MULTI);

/** The multi-spaces of some profiles. */
async function findMultiSpaces(reader: Reader, asker: Asker, names: readonly Named[]): Promise<Map<string, Space>> {
  const named = names.map((name) => ({ ...name, text: name.text.slice(MULTI.length) }));
  const profiles = await resolveProfiles(reader, asker, named);
  const found = new Map<string, Space>();
  const failures: Failure[] = [];
  const byProfile = await multiSpacesOf(reader, new Set([...profiles.values()].map(({ id }) => id)), asker);
  for (const { text, place } of names) {
    const theirs = byProfile.get(profiles.get(text.slice(MULTI.length))?.id ?? '') ?? [];
    const [space] = theirs;
    if (space) found.set(text, space);
    if (theirs.length > 1) failures.push(ambiguous(text, theirs, place));
  }
  throwAll(failures);
  return found;
}

/** A profile has several multi-spaces, and which is meant isn't said. */
export const ambiguous = (text: string, spaces: readonly Pick<Space, 'id'>[], place: Named['place']): Failure =>
  new Failure('ambiguous-space', { text, candidates: spaces.map(({ id }) => id) }, place);

/** By profile, the multi-spaces somebody may name: those they are in, and with `act-as` alone (A1) all there are. */
async function multiSpacesOf(reader: Reader, profiles: ReadonlySet<Id>, asker: Asker): Promise<Map<Id, Space[]>> {
  const query = { kind: ['multi' as const] };
  const as = actAsOf(asker);
  const listed = await all(reader.listByFilter(listSpaces, 'profile', profiles, { query, ...as }));
  // With `act-as` alone a space doesn't say its profile: its creator is told, who can be asked for under `--as owner`.
  const told = asker.acting.as === 'owner' ? await seenByCreators(reader, listed) : null;
  const spaces = listed.map((space) => told?.get(space.id)?.wire ?? space);
  const byProfile = groupBy(spaces, ({ profile }) => profile?.id ?? '');
  if (!byProfile.has('')) return byProfile;
  // Asked for one profile alone it can be nobody else's.
  const one = async (id: Id) => await all(reader.list(listSpaces, { query: { ...query, profile: [id] }, ...as }));
  return new Map(await Promise.all([...profiles].map(async (id): Promise<[Id, Space[]]> => [id, await one(id)])));
}

/** A1: with `act-as` a space leads to its creator; what the creator sees is then asked on the creator's behalf. */
async function seenByCreators(reader: Reader, spaces: readonly Space[]): Promise<Map<Id, ActorsSpace>> {
  const byCreator = groupBy(spaces, ({ creator }) => creator.id);
  const creators = await findMembers(
    reader,
    [...byCreator.keys()].map((text) => ({ text, place: {} })),
  );
  const groups = await Promise.all(
    [...byCreator].map(async ([creator, theirs]) => {
      // Nobody can act for a member who isn't active: such a space stays as little known as it is.
      const active = creators.found.get(creator.toLowerCase())?.status === 'active';
      const ids = new Set(theirs.map(({ id }) => id));
      const seen = active ? await all(reader.listByFilter(listSpaces, 'id', ids, { actAs: creator })) : theirs;
      return seen.map((wire): ActorsSpace => ({ wire, actor: creator }));
    }),
  );
  return new Map(groups.flat().map((space) => [space.wire.id, space]));
}

async function unknownSpaces(reader: Reader, asker: Asker, missing: readonly Named[]): Promise<Failure[]> {
  const known = await takeUpTo(LOOKED_THROUGH, reader.list(listSpaces, actAsOf(asker)));
  const texts = known.flatMap(({ id, kind, profile }) => [
    id,
    ...(kind === 'multi' && profile ? [MULTI + profile.key] : []),
  ]);
  return missing.map(({ text, place }) => new Failure('unknown-space', { text, nearest: nearest(text, texts) }, place));
}
