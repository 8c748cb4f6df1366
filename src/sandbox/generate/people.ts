import type { World } from '../../contract/world.ts';
import type { Chance } from './chance.ts';
import { FIRST_NAMES, LAST_NAMES, PROFESSIONS, SCHOOL_NAMES } from './lists.ts';

type Member = World['members'][number];

/** The members of a made-up organization, by what they are. */
export interface People {
  schools: World['schools'];
  administrators: Member[];
  coordinators: Member[];
  managers: Member[];
  /** active ones */
  practitioners: Member[];
  /** former practitioners, whose records remain (O5) */
  inactive: Member[];
  invited: Member[];
  teams: World['teams'];
}

const slug = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z]+/g, '-');

/** The nth name: no two are alike, and neighbours share neither first nor family name. */
function nameOf(n: number): { name: string; email: string } {
  const first = FIRST_NAMES[n % FIRST_NAMES.length] as string;
  const round = Math.floor(n / FIRST_NAMES.length);
  const last = LAST_NAMES[(n * 7 + round) % LAST_NAMES.length] as string;
  const again = Math.floor(round / LAST_NAMES.length);
  const second = again > 0 ? `-${LAST_NAMES[(n + again) % LAST_NAMES.length]}` : '';
  const name = `${first} ${last}${second}`;
  return { name, email: `${slug(first)}.${slug(last + second)}` };
}

/** Makes members one after the other, each with a name and an address of their own. */
function memberMaker(chance: Chance, schools: World['schools']) {
  const taken = new Set<string>();
  let next = 0;
  return (roles: Member['roles'], title: string, schoolCount: number, status: Member['status'] = 'active'): Member => {
    let { name, email } = nameOf(next);
    for (next += 1; taken.has(email); next += 1) ({ name, email } = nameOf(next));
    taken.add(email);
    const codes = chance
      .some(schools, schoolCount)
      .map((school) => school.code)
      .sort();
    return {
      email: `${email}@example.org`,
      name: status === 'invited' ? '' : name,
      title,
      roles,
      schools: codes,
      status,
    };
  };
}

function makeSchools(count: number): World['schools'] {
  return Array.from({ length: count }, (_, i) => {
    const kind = i < SCHOOL_NAMES.length ? 'École' : 'École secondaire';
    return { code: String(3 + i * 7).padStart(3, '0'), name: `${kind} ${SCHOOL_NAMES[i % SCHOOL_NAMES.length]}` };
  });
}

function makeTeams(chance: Chance, practitioners: readonly Member[], later: readonly Member[]): World['teams'] {
  const count = Math.max(2, Math.ceil(practitioners.length / 12));
  return Array.from({ length: count }, (_, i) => {
    const area = ['North', 'South', 'East', 'West'][i % 4];
    const profession = PROFESSIONS[Math.floor(i / 4) % PROFESSIONS.length];
    const round = Math.floor(i / (4 * PROFESSIONS.length));
    const members = [
      ...chance.some(practitioners, 3 + chance.below(9)),
      ...(chance.happens(0.3) ? [chance.one(later)] : []),
    ];
    return {
      name: `${profession} ${area}${round > 0 ? ` ${round + 1}` : ''}`,
      members: members.map((each) => each.email),
    };
  });
}

/** Schools, members and teams in proportion to a number of records. */
export function makePeople(chance: Chance, records: number): People {
  const size = Math.max(6, Math.ceil(records / 25));
  const schools = makeSchools(Math.min(90, Math.max(3, Math.ceil(size / 4))));
  const make = memberMaker(chance, schools);
  const times = <T>(count: number, one: (i: number) => T) => Array.from({ length: count }, (_, i) => one(i));
  const administrators = times(2, () => make(['administrator'], 'Administration', 0));
  const coordinators = times(Math.max(1, Math.ceil(size / 60)), (i) =>
    make(i % 2 === 1 ? ['practitioner', 'coordinator'] : ['coordinator'], 'Coordination', 2),
  );
  const managers = times(Math.max(1, Math.ceil(schools.length / 6)), () => make(['manager'], 'School management', 3));
  const practitioners = times(size, () => make(['practitioner'], chance.one(PROFESSIONS), 1 + chance.below(3)));
  const inactive = times(Math.max(1, Math.ceil(size / 40)), () =>
    make(['practitioner'], chance.one(PROFESSIONS), 1, 'inactive'),
  );
  const invited = times(Math.max(1, Math.ceil(size / 80)), () =>
    make(['practitioner'], chance.one(PROFESSIONS), 1, 'invited'),
  );
  const teams = makeTeams(chance, practitioners, [...inactive, ...invited]);
  return { schools, administrators, coordinators, managers, practitioners, inactive, invited, teams };
}

/** One token for each kind of member; the administrator's may act for others (A1). */
export function makeTokens(people: People): World['tokens'] {
  const named = (member: Member | undefined): World['tokens'] =>
    member ? [{ token: `sandbox-${slug(member.name.split(' ')[0] ?? '')}`, member: member.email, scopes: [] }] : [];
  const admin = people.administrators[0] as Member;
  return [
    { token: 'sandbox-admin', member: admin.email, scopes: ['act-as'] },
    ...named(people.coordinators[0]),
    ...named(people.practitioners[0]),
    ...named(people.managers[0]),
  ];
}
