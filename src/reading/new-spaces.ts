import type { Reader } from '../api/index.ts';
import type { Profile } from '../contract/profiles.ts';
import { listSpaces, type Space } from '../contract/spaces.ts';
import { Failure } from '../failures/failure.ts';
import { groupBy } from '../model/collections.ts';
import type { Id } from '../model/organization.ts';
import { NEW, type NewSpaceReference } from '../model/references.ts';
import type { Asker } from './asker.ts';
import { type ActorsSpace, spacesAround } from './spaces.ts';
import { all } from './take.ts';

/** A space that is to be there, and what is known of what it is to be around. */
export interface WantedSpace {
  readonly reference: NewSpaceReference;
  readonly profile: Profile | null;
  /** The id of the record it is created from. */
  readonly record: Id | null;
  /** On whose behalf; null where nobody can act for them (A1). */
  readonly actor: Id | null;
  /** Whether its row goes on to share it: then it must be known which is meant. */
  readonly shared: boolean;
  /** Whether one somebody else made will do, on that person's behalf (A1): in a manifest under `--as owner`. */
  readonly anybodys: boolean;
}

/** What a space that is to be there is: one that is there already, or one the plan makes, whose id begins with `NEW`. */
export interface FoundSpace {
  readonly id: Id;
  readonly existing: ActorsSpace | null;
  readonly profile: Profile | null;
  readonly kind: Space['kind'] & string;
  readonly name: string | null;
}

/** What tells one wanted space from another: what its names stand for, however they were written. */
export const wantedKey = ({
  reference,
  profile,
  record,
}: Pick<WantedSpace, 'reference' | 'profile' | 'record'>): string => {
  const { kind, name, another } = reference;
  return JSON.stringify([kind, profile?.id ?? null, record, name, another]);
};

/**
 * Finds the spaces that are to be there and are: a profile's multi-space (C6), or a collaborative one its actor made
 * before, of the same profile, record and name; by `wantedKey`. Throws an `ambiguous-space` where one is to be shared
 * and there are several.
 */
export async function resolveNewSpaces(
  reader: Reader,
  asker: Asker,
  wanted: readonly WantedSpace[],
): Promise<Map<string, FoundSpace>> {
  const [seen, others] = await Promise.all([seenBy(reader, wanted, asker.me.id), othersSpaces(reader, asker, wanted)]);
  const groups = groupBy(wanted, wantedKey);
  const ids = new FreshIds();
  const found = new Map<string, FoundSpace>();
  for (const [key, [first, ...rest]] of groups) {
    if (!first) continue;
    const { reference, profile, actor } = first;
    const candidates = candidatesFor(first, (actor && seen.get(actor)) || []);
    const sharing = [first, ...rest].find(({ shared }) => shared);
    if (sharing && candidates.length > 1) {
      const ids = candidates.map(({ id }) => id);
      throw new Failure('ambiguous-space', { text: nameOf(first), candidates: ids }, sharing.reference.place);
    }
    const [space] = candidates;
    const another = profile ? others.get(profile.id)?.[0] : undefined;
    const existing = (space && actor ? { wire: space, actor } : another) ?? null;
    const id = existing?.wire.id ?? space?.id ?? ids.next(nameOf(first));
    found.set(key, { id, existing, profile, kind: reference.kind, name: reference.name });
  }
  return found;
}

/** C6: the multi-spaces somebody else made around the profiles of a manifest, seen on their creators' behalf. */
async function othersSpaces(
  reader: Reader,
  asker: Asker,
  wanted: readonly WantedSpace[],
): Promise<ReadonlyMap<Id, readonly ActorsSpace[]>> {
  const around = wanted.filter(
    ({ anybodys, reference: { kind, another } }) => anybodys && kind === 'multi' && !another,
  );
  const profiles = new Set(around.flatMap(({ profile }) => (profile?.hasMultiSpace ? [profile.id] : [])));
  return profiles.size > 0 ? await spacesAround(reader, asker, [...profiles]) : new Map();
}

/** What it will be called until the API has given it an id: by its profile's key, else its name. */
const nameOf = ({ reference, profile }: WantedSpace): string => profile?.key ?? reference.name ?? reference.text;

/** Ids for what isn't there yet; two different spaces of one name are told apart. */
class FreshIds {
  private readonly taken = new Set<Id>();

  next(name: string): Id {
    let id = NEW + name;
    for (let n = 2; this.taken.has(id); n++) id = `${NEW}${name}#${n}`;
    this.taken.add(id);
    return id;
  }
}

/** The spaces each actor is in that could be what is wanted, read a hundred profiles at a time. */
async function seenBy(reader: Reader, wanted: readonly WantedSpace[], self: Id): Promise<Map<Id, Space[]>> {
  const possible = wanted.filter(({ reference, actor }) => !reference.another && actor !== null);
  const lists = [...groupBy(possible, ({ actor }) => actor as Id)].map(async ([actor, theirs]) => {
    const as = actor === self ? {} : { actAs: actor };
    const profilesOf = (kind: Space['kind']) =>
      new Set(theirs.flatMap(({ reference, profile }) => (reference.kind === kind && profile ? [profile.id] : [])));
    const around = (kind: 'multi' | 'collaborative') =>
      all(reader.listByFilter(listSpaces, 'profile', profilesOf(kind), { query: { kind: [kind] }, ...as }));
    const free = theirs.some(({ reference, profile }) => reference.kind === 'collaborative' && !profile);
    const collaborative = free
      ? all(reader.list(listSpaces, { query: { kind: ['collaborative'] }, ...as }))
      : around('collaborative');
    return [actor, (await Promise.all([around('multi'), collaborative])).flat()] as const;
  });
  return new Map(await Promise.all(lists));
}

/** Of the spaces somebody is in, those that are what is wanted, their own first. */
function candidatesFor({ reference, profile, record, actor }: WantedSpace, seen: readonly Space[]): Space[] {
  if (reference.another) return [];
  const own = (space: Space) => space.creator.id === actor;
  const around = seen.filter(
    (space) => space.kind === reference.kind && (space.profile?.id ?? null) === (profile?.id ?? null),
  );
  // C6: a profile keeps the multi-space it has, whoever made it.
  if (reference.kind === 'multi') return [...around.filter(own), ...around.filter((space) => !own(space))];
  const called = (space: Space) =>
    reference.name === null ? space.name === '' || space.name === profile?.name : space.name === reference.name;
  return around.filter((space) => own(space) && (space.record ?? null) === record && called(space));
}
