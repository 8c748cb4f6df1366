import { TEAM_PREFIX, type World } from '../../contract/world.ts';
import type { Chance } from './chance.ts';
import type { People } from './people.ts';

/** Multi-spaces for some profiles (C2), collaborative spaces for some records (C1). */
export function makeSpaces(
  chance: Chance,
  people: People,
  profiles: World['profiles'],
  records: World['records'],
): World['spaces'] {
  const multis = profiles
    .filter(() => chance.happens(0.05))
    .map((profile) => ({
      name: profile.name,
      kind: 'multi' as const,
      profile: profile.key,
      record: null,
      creator: chance.one(people.practitioners).email,
      members: guests(chance, people).map((guest) => ({
        with: guest,
        access: chance.one(['read', 'write', 'full'] as const),
      })),
    }));
  const collaborative = records
    .filter(() => chance.happens(0.02))
    .map((record) => ({
      name: `Échanges ${record.number}`,
      kind: 'collaborative' as const,
      profile: null,
      record: record.number,
      creator: chance.one(people.practitioners).email,
      members: guests(chance, people).map((guest) => ({ with: guest, access: null })),
    }));
  return [...multis, ...collaborative].map((space, i) => ({ id: `S-${i + 1}`, ...space }));
}

const guests = (chance: Chance, people: People): string[] => [
  ...chance.some(people.practitioners, chance.below(4)).map((member) => member.email),
  ...(chance.happens(0.5) ? [`${TEAM_PREFIX}${chance.one(people.teams).name}`] : []),
];
