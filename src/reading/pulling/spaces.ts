import type { Reader } from '../../api/index.ts';
import type { Access } from '../../contract/access.ts';
import { listSpaces, type Space } from '../../contract/spaces.ts';
import type { WorldInput } from '../../contract/world.ts';
import type { Id } from '../../model/organization.ts';
import { emailOf, granteeOf, grantsFrom, type Known, missed, UNSEEN } from './known.ts';

/** A space as a world has it. */
export type PulledSpace = NonNullable<WorldInput['spaces']>[number];
type Entry = NonNullable<PulledSpace['members']>[number];

/**
 * A space as far as it is seen: itself, or who is in it (O11). `numbers` are those of the records in the file: a space
 * may have been created from one that isn't (C3).
 */
export function pulledSpace(
  known: Known,
  id: Id,
  wire: Space | undefined,
  rows: readonly Access[],
  numbers: ReadonlyMap<Id, string>,
  withNames: boolean,
): PulledSpace {
  const creating = rows.find(({ paths }) => paths.some(({ kind }) => kind === 'creator'));
  const levels = rows.flatMap(({ paths }) => paths.map(({ level }) => level));
  const kind = wire?.kind ?? (levels.includes('member') ? 'collaborative' : 'multi');
  const record = wire?.record ? numbers.get(wire.record) : undefined;
  const name = withNames ? wire?.name : undefined;
  if (wire?.members === undefined) missed(known, 'space');
  return {
    id,
    kind,
    ...(name && { name }),
    creator: emailOf(known, wire?.creator ?? creating?.member ?? undefined, 'creator'),
    profile: wire?.profile?.key ?? (kind === 'multi' ? UNSEEN.profile : null),
    ...(record !== undefined && { record }),
    members: wire?.members ? membersOf(known, wire.members) : membersFrom(known, rows),
  };
}

/**
 * A1: with `act-as` a profile leads to its multi-spaces, those whose creator isn't active included. They don't say
 * themselves whose they are: each profile is asked about, where there is a space that has none.
 */
export async function placed(reader: Reader, known: Known, spaces: readonly PulledSpace[]): Promise<PulledSpace[]> {
  if (!spaces.some(({ profile }) => profile === UNSEEN.profile)) return [...spaces];
  const around = new Map<string, string>();
  const holding = [...known.profiles.values()].filter(({ hasMultiSpace }) => hasMultiSpace);
  const ask = async ({ id, key }: (typeof holding)[number]) => {
    const query = { profile: [id], kind: ['multi' as const] };
    for await (const space of reader.list(listSpaces, { query })) around.set(space.id, key);
  };
  await Promise.all(holding.map(ask));
  return spaces.map((space) => {
    const key = around.get(space.id ?? '');
    return space.profile === UNSEEN.profile && key !== undefined ? { ...space, profile: key } : space;
  });
}

/** C6: that a profile has a multi-space may be known to somebody who is in none: its place is kept. */
export function hiddenMultiSpaces(known: Known, spaces: readonly PulledSpace[]): PulledSpace[] {
  const around = new Set(spaces.map(({ profile }) => profile));
  const hidden = [...known.profiles.values()].filter(({ key, hasMultiSpace }) => hasMultiSpace && !around.has(key));
  return hidden.map(({ key, id }) => {
    missed(known, 'multi-space');
    return { id: `unseen-${id}`, kind: 'multi', creator: UNSEEN.email, profile: key };
  });
}

const membersOf = (known: Known, members: NonNullable<Space['members']>): Entry[] =>
  members.flatMap(({ grantee, access }) => {
    const name = granteeOf(known, grantee.type, grantee.id);
    return name === null ? [] : [{ with: name, access }];
  });

function membersFrom(known: Known, rows: readonly Access[]): Entry[] {
  const entries = [...grantsFrom(known, rows)].map(([name, { level }]) => {
    const access = level === 'member' ? null : (level as Entry['access'] & string);
    return [name, { with: name, access }] as const;
  });
  return [...new Map(entries).values()];
}
