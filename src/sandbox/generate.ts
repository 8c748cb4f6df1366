import type { World } from '../contract/world.ts';
import { Chance } from './generate/chance.ts';
import { makePeople, makeTokens, type People } from './generate/people.ts';
import { makeCopies, makeProfiles, makeRecords, makeTransfers } from './generate/records.ts';
import { makeSpaces } from './generate/spaces.ts';

/** How large the made-up organization is. */
export interface WorldSize {
  records: number;
  /** another seed, other people and shares */
  seed?: number;
}

const everyone = (people: People): World['members'] => [
  ...people.administrators,
  ...people.coordinators,
  ...people.managers,
  ...people.practitioners,
  ...people.inactive,
  ...people.invited,
];

/**
 * Makes up a school service centre with so many records, the same one for the same arguments: schools, members in
 * proportion, teams, profiles, shares, pending transfers, copies, spaces, and tokens for one member of each kind.
 */
export function generateWorld({ records: count, seed = 1 }: WorldSize): World {
  const chance = new Chance(seed);
  const people = makePeople(chance, count);
  const members = everyone(people);
  const profiles = makeProfiles(chance, people, count);
  const records = makeRecords(chance, people, profiles, count);
  return {
    organization: {
      name: 'CSS des Mille-Rives',
      kind: 'school-service-centre',
      plan: 'paid',
      // Room for some invitations, and not for any number of them (O6).
      seats: Math.ceil(members.length * 1.1) + 5,
    },
    schools: people.schools,
    members,
    teams: people.teams,
    profiles,
    records,
    spaces: makeSpaces(chance, people, profiles, records),
    transfers: makeTransfers(chance, people, records),
    copies: makeCopies(chance, people, records),
    tokens: makeTokens(people),
  };
}
