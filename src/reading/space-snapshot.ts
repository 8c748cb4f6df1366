import type { Reader } from '../api/index.ts';
import { listSchools } from '../contract/organization.ts';
import type { Profile } from '../contract/profiles.ts';
import { byId } from '../model/collections.ts';
import type { Directory } from '../model/directory.ts';
import type { Id, Space } from '../model/organization.ts';
import type { SeenProfile, SeenSpace } from '../model/snapshot.ts';
import type { FoundSpace } from './new-spaces.ts';
import type { ActorsSpace } from './spaces.ts';
import { takeUpTo } from './take.ts';

/** What a plan about spaces rests on. */
export interface SpaceNames {
  /** Those that are there, as their actors see them. */
  readonly spaces: readonly ActorsSpace[];
  /** Those that are to be there. */
  readonly newSpaces: readonly FoundSpace[];
  readonly profiles: readonly Profile[];
}

/** The teams that are in some spaces. */
export const teamsIn = ({ spaces }: SpaceNames): Id[] => granteesIn(spaces, 'team');

/** Everyone who is in some spaces themselves, and who made them. */
export const peopleIn = ({ spaces }: SpaceNames): Id[] => [
  ...spaces.map(({ wire }) => wire.creator.id),
  ...granteesIn(spaces, 'member'),
];

const granteesIn = (spaces: readonly ActorsSpace[], type: 'member' | 'team'): Id[] =>
  spaces.flatMap(({ wire }) =>
    (wire.members ?? []).flatMap(({ grantee }) => (grantee.type === type ? [grantee.id] : [])),
  );

/** Spaces as their actors see them. */
export const seenSpaces = ({ spaces }: SpaceNames): Map<Id, SeenSpace> => byId(spaces.map(seenSpace));

function seenSpace({ wire }: ActorsSpace): SeenSpace {
  const { id, creator, etag } = wire;
  return { id, creator: creator.id, details: detailsOf(wire), etag: etag ?? null };
}

/** Who is in a space, where its actor is in it too. */
function detailsOf({ id, kind, creator, profile, members }: ActorsSpace['wire']): Space | null {
  if (!kind || !members) return null;
  return {
    id,
    kind,
    creator: creator.id,
    profile: profile?.id ?? null,
    shares: members.map(({ grantee, access }) => ({ grantee: { type: grantee.type, id: grantee.id }, level: access })),
  };
}

/** Profiles as every active member sees them (C6). */
export const seenProfiles = ({ profiles }: SpaceNames): Map<Id, SeenProfile> =>
  byId(profiles.map(({ id, key, school, hasMultiSpace }) => ({ id, key, school, hasMultiSpace })));

/** Whether the organization has schools, where that decides anything (C6). */
export async function readHasSchools(reader: Reader, { newSpaces }: SpaceNames): Promise<boolean> {
  return newSpaces.length > 0 && (await takeUpTo(1, reader.list(listSchools))).length > 0;
}

/** What spaces are called, those to be made included; names only where they are seen. */
export function spaceNames({ spaces, newSpaces }: SpaceNames): Directory['spaces'] {
  const there = spaces.map(({ wire }) => {
    const { id, name, profile, kind } = wire;
    return [id, { label: name ?? null, profile: profile?.key ?? null, kind: kind ?? 'multi' }] as const;
  });
  const made = newSpaces
    .filter(({ existing }) => !existing)
    .map(({ id, kind, name, profile }) => {
      return [id, { label: name ?? profile?.name ?? null, profile: profile?.key ?? null, kind }] as const;
    });
  return new Map([...made, ...there]);
}
