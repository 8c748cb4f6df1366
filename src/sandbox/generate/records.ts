import { TEAM_PREFIX, type World } from '../../contract/world.ts';
import type { Chance } from './chance.ts';
import { FIRST_NAMES, LAST_NAMES, PURPOSES } from './lists.ts';
import type { People } from './people.ts';

type WorldRecord = World['records'][number];
type Share = WorldRecord['shares'][number];

const FIRST_NUMBER = 1001;
const YEAR_AGO = Date.UTC(2025, 7, 25, 12);
const DAY_MS = 24 * 60 * 60 * 1000;

/** Profiles of pupils, somewhat fewer than there are records. */
export function makeProfiles(chance: Chance, people: People, records: number): World['profiles'] {
  const count = Math.max(1, Math.ceil(records * 0.85));
  const digits = Math.max(3, String(count).length);
  return Array.from({ length: count }, (_, i) => ({
    key: `P-${String(i + 1).padStart(digits, '0')}`,
    name: `${chance.one(FIRST_NAMES)} ${chance.one(LAST_NAMES)}`,
    school: chance.one(people.schools).code,
  }));
}

function makeContents(chance: Chance): WorldRecord['contents'] {
  const confidential = chance.happens(0.2);
  return {
    progressNotes: chance.below(20),
    draftNotes: chance.below(3),
    documents: chance.below(6),
    confidentialNotes: confidential ? 1 + chance.below(3) : 0,
    confidentialDocuments: confidential ? chance.below(2) : 0,
    rawData: chance.happens(0.3) ? 1 + chance.below(3) : 0,
    invoices: chance.happens(0.1) ? 1 + chance.below(4) : 0,
    upcomingAppointments: chance.below(4),
    tasks: chance.below(3),
    memos: chance.below(2),
  };
}

function makeShares(chance: Chance, people: People, owner: string): Share[] {
  const shares: Share[] = [];
  const levels = ['read', 'write', 'full'] as const;
  for (const { email } of chance.some(people.practitioners, chance.below(3))) {
    if (email === owner) continue;
    const access = chance.one(levels);
    shares.push({ with: email, access, requireApproval: access !== 'read' && chance.happens(0.25) });
  }
  if (chance.happens(0.3)) {
    const team = chance.one(people.teams).name;
    shares.push({ with: `${TEAM_PREFIX}${team}`, access: chance.one(levels), requireApproval: false });
  }
  return shares;
}

function statusOf(chance: Chance): WorldRecord['status'] {
  const drawn = chance.below(100);
  if (drawn < 8) return 'archived';
  return drawn < 9 ? 'deleted' : 'active';
}

/** Records, each with an owner, a profile, contents and shares. */
export function makeRecords(chance: Chance, people: People, profiles: World['profiles'], count: number): WorldRecord[] {
  const owners = [...people.practitioners, ...people.inactive];
  return Array.from({ length: count }, (_, i) => {
    const owner = chance.one(owners).email;
    const profile = profiles[i % profiles.length] as World['profiles'][number];
    const initials = profile.name
      .split(' ')
      .map((part) => `${part[0]}.`)
      .join(' ');
    return {
      number: `R-${FIRST_NUMBER + i}`,
      title: `${chance.one(PURPOSES)} ${initials}`,
      owner,
      profiles: [profile.key],
      status: statusOf(chance),
      confidential: chance.happens(0.06),
      contents: makeContents(chance),
      shares: makeShares(chance, people, owner),
    };
  });
}

/** A few transfers that wait for their recipient, in both capacities (T4, T5). */
export function makeTransfers(chance: Chance, people: People, records: readonly WorldRecord[]): World['transfers'] {
  const active = new Set(people.practitioners.map((member) => member.email));
  const sendable = records.filter((record) => record.status === 'active');
  const count = Math.min(sendable.length, Math.max(2, Math.ceil(records.length * 0.004)));
  const step = Math.max(1, Math.floor(sendable.length / count));
  return Array.from({ length: count }, (_, i) => {
    const record = sendable[i * step] as WorldRecord;
    const others = people.practitioners.filter((member) => member.email !== record.owner);
    const asOwner = active.has(record.owner) && i % 2 === 0;
    return {
      record: record.number,
      to: chance.one(others).email,
      by: asOwner ? record.owner : (people.coordinators[0]?.email as string),
      capacity: asOwner ? ('owner' as const) : ('coordinator' as const),
      include: chance.some(['confidential', 'raw-data'] as const, chance.below(3)),
      keepCopy: chance.happens(0.5),
    };
  });
}

/** Copies kept by former owners (T10). */
export function makeCopies(chance: Chance, people: People, records: readonly WorldRecord[]): World['copies'] {
  return records.flatMap((record) => {
    if (!chance.happens(0.007)) return [];
    const holder = chance.one(people.practitioners).email;
    const at = new Date(YEAR_AGO + chance.below(300) * DAY_MS).toISOString();
    return holder === record.owner ? [] : [{ record: record.number, holder, at }];
  });
}
