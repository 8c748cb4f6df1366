import type { Reader } from '../api/index.ts';
import { listInvitations, listMembers } from '../contract/members.ts';
import { listSchools } from '../contract/organization.ts';
import { listProfiles } from '../contract/profiles.ts';
import { listRecords } from '../contract/records.ts';
import { listSpaces } from '../contract/spaces.ts';
import { listTeams } from '../contract/teams.ts';
import { listTransfers } from '../contract/transfers.ts';
import type { Id } from '../model/organization.ts';

/** A word that names something, and what is said of it: never a title, nor the name of a pupil or client. */
export interface Nameable {
  readonly value: string;
  readonly about: string;
}

/** Who asks, and for what has been typed so far. */
interface Asked {
  readonly reader: Reader;
  readonly typed: string;
  readonly as: { actAs?: Id };
}

const spaces = async ({ reader, as }: Asked): Promise<Nameable[]> =>
  (await first(reader.pages(listSpaces, { ...as }))).map(({ id, kind, profile }) =>
    kind === 'multi' && profile ? { value: `${MULTI}${profile.key}`, about: id } : plain(id),
  );

/** Every profile’s multi-space can be named, also by whoever is in none of them. */
const multiSpaces = async ({ reader, typed, as }: Asked): Promise<Nameable[]> => {
  const query = { hasMultiSpace: 'true' as const, ...narrowed(typed.slice(MULTI.length)) };
  return (await first(reader.pages(listProfiles, { query, ...as }))).map(({ key, school }) => ({
    value: MULTI + key,
    about: school ?? '',
  }));
};

/** What there is of each kind, one page of it; what is typed narrows it where the API can. */
const OF_KIND = {
  record: async ({ reader, typed, as }) =>
    (await first(reader.pages(listRecords, { query: narrowed(typed), ...as }))).map(({ number }) => plain(number)),
  member: async ({ reader, typed, as }) =>
    (await first(reader.pages(listMembers, { query: narrowed(typed), ...as }))).map(({ email, name }) => ({
      value: email,
      about: name,
    })),
  invitation: async ({ reader, as }) =>
    (await first(reader.pages(listInvitations, { ...as }))).map(({ email }) => plain(email)),
  team: async ({ reader, as }) => (await first(reader.pages(listTeams, { ...as }))).map(({ name }) => plain(name)),
  profile: async ({ reader, typed, as }) =>
    (await first(reader.pages(listProfiles, { query: narrowed(typed), ...as }))).map(({ key, school }) => ({
      value: key,
      about: school ?? '',
    })),
  school: async ({ reader, as }) =>
    (await first(reader.pages(listSchools, { ...as }))).map(({ code, name }) => ({ value: code, about: name })),
  transfer: async ({ reader, as }) =>
    (await first(reader.pages(listTransfers, { query: { status: ['pending'] }, ...as }))).map(({ id, record }) =>
      record.number === undefined ? plain(id) : { value: record.number, about: id },
    ),
  space: async (asked) => (asked.typed.startsWith(MULTI) ? await multiSpaces(asked) : await spaces(asked)),
} as const satisfies Record<string, (asked: Asked) => Promise<Nameable[]>>;

type Kind = keyof typeof OF_KIND | 'named team';

/** The kinds of what a word may name. A team among members is `team:NAME`. */
const KINDS = {
  grantee: ['member', 'named team'],
  subject: ['member', 'named team'],
  resource: ['record', 'space'],
  anything: ['record', 'space', 'member', 'named team'],
} as const satisfies Record<string, readonly Kind[]>;

/** What is looked up in the organization for a word. */
export type LookedUp = keyof typeof OF_KIND | keyof typeof KINDS;

const TEAM = 'team:';
const MULTI = 'multi:';

/** What a word that names something of a kind can become: what begins as it does, of one page of each kind. */
export async function candidatesFor(names: LookedUp, asked: Asked): Promise<Nameable[]> {
  const kinds: readonly Kind[] = names in KINDS ? KINDS[names as keyof typeof KINDS] : [names as keyof typeof OF_KIND];
  const found = await Promise.all(kinds.filter((kind) => mayBe(kind, asked.typed)).map((kind) => ofKind(kind, asked)));
  return found.flat().filter(({ value }) => value.startsWith(asked.typed));
}

/** Before a colon stands what is no number and no e-mail. */
const mayBe = (kind: Kind, typed: string): boolean => {
  if (kind === 'named team') return TEAM.startsWith(typed.slice(0, TEAM.length));
  return !typed.includes(':') || (kind !== 'record' && kind !== 'member');
};

async function ofKind(kind: Kind, asked: Asked): Promise<Nameable[]> {
  if (kind !== 'named team') return await OF_KIND[kind](asked);
  return (await OF_KIND.team(asked)).map(({ value }) => plain(TEAM + value));
}

const plain = (value: string): Nameable => ({ value, about: '' });

/** A search takes what is typed where that says anything yet. */
const narrowed = (typed: string): { q?: string } => (typed === '' ? {} : { q: typed });

async function first<Item>(pages: AsyncIterable<{ items: Item[] }>): Promise<Item[]> {
  for await (const { items } of pages) return items;
  return [];
}
