import type { Reader } from '../../api/index.ts';
import { MAX_FILTER_VALUES } from '../../contract/common.ts';
import { listMembers } from '../../contract/members.ts';
import { listSchools } from '../../contract/organization.ts';
import { listProfiles } from '../../contract/profiles.ts';
import { listRecords } from '../../contract/records.ts';
import { listSpaces } from '../../contract/spaces.ts';
import { listTeams, type Team } from '../../contract/teams.ts';
import { listTransfers } from '../../contract/transfers.ts';
import { fold } from '../../input/fold.ts';
import type { Choice } from '../../terminal/pages.ts';
import type { Texts } from '../../texts/index.ts';
import type { Named } from '../named.ts';
import type { Narrowing } from './narrowing.ts';

/** What lists are read with: for whom, narrowed to what the command can take. */
export interface Listing extends Narrowing {
  readonly reader: Reader;
  readonly texts: Texts;
  readonly actAs: { readonly actAs?: string };
}

/** The choices of a list that match what was typed, page by page; stops when the signal says so. */
export type Find = (typed: string, signal: AbortSignal) => AsyncIterable<readonly Choice[]>;

/** The first list stands before a large organization is read: by small pages, and searched by the API where it can. */
const PAGE = 50;

/** The list of what an argument or flag names; null of what there is no list of. */
export function listOf(names: Named | undefined, listing: Listing): Find | null {
  const find = names && FINDS[names];
  return find ? (typed, signal) => find(listing, typed.trim(), signal) : null;
}

type Lister = (listing: Listing, typed: string, signal: AbortSignal) => AsyncIterable<readonly Choice[]>;

const FINDS: { readonly [N in Named]?: Lister } = {
  record: records,
  member: members,
  invitation: members,
  team: (listing, typed, signal) => teams(listing, typed, signal, ''),
  grantee: grantees,
  space: spaces,
  profile: profiles,
  transfer: transfers,
  school: schools,
};

const searched = (typed: string) => (typed === '' ? {} : { q: typed });

async function* records({ reader, actAs, record }: Listing, typed: string, signal: AbortSignal) {
  const query = { limit: PAGE, ...record, ...searched(typed) };
  for await (const { items } of reader.pages(listRecords, { query, ...actAs, signal })) {
    yield items.map(({ number, title, owner }) => choice(number, title, owner?.email));
  }
}

async function* members({ reader, actAs, texts, member = {} }: Listing, typed: string, signal: AbortSignal) {
  const { but, only, ...filters } = member;
  const parts = only === undefined ? [{}] : chunksOf(only).map((id) => ({ id }));
  for (const part of parts) {
    const query = { limit: PAGE, ...filters, ...part, ...searched(typed) };
    for await (const { items } of reader.pages(listMembers, { query, ...actAs, signal })) {
      yield items
        .filter(({ id }) => !but?.has(id))
        .map(({ email, name, status }) => {
          const standing = status === 'active' ? '' : (texts.answers.member.status[status] ?? status);
          return choice(email, name, standing);
        });
    }
  }
}

/** As many at a time as a filter takes. */
const chunksOf = (ids: readonly string[]): string[][] =>
  Array.from({ length: Math.ceil(ids.length / MAX_FILTER_VALUES) }, (_, n) =>
    ids.slice(n * MAX_FILTER_VALUES, (n + 1) * MAX_FILTER_VALUES),
  );

/** Teams can't be searched by the API: they are searched as they come. */
async function* teams({ reader, actAs, texts }: Listing, typed: string, signal: AbortSignal, prefix: string) {
  const sized = ({ name, members: of }: Team) => choice(prefix + name, texts.asking.people(of.length));
  for await (const { items } of reader.pages(listTeams, { query: { limit: PAGE }, ...actAs, signal })) {
    yield items.filter(({ name }) => holds(prefix + name, typed)).map(sized);
  }
}

/** Teams first: they are few, and the better choice. Where only some are meant, these alone. */
async function* grantees(listing: Listing, typed: string, signal: AbortSignal) {
  const { grantees: only } = listing;
  if (only) {
    yield only.filter(({ label }) => holds(label, typed));
    return;
  }
  yield* teams(listing, typed, signal, 'team:');
  yield* members(listing, typed, signal);
}

async function* spaces({ reader, actAs, texts }: Listing, typed: string, signal: AbortSignal) {
  const query = { limit: PAGE, ...searched(typed) };
  for await (const { items } of reader.pages(listSpaces, { query, ...actAs, signal })) {
    yield items.map(({ id, name, kind }) => choice(id, name, kind && texts.asking.words[kind]));
  }
}

async function* profiles({ reader, actAs, profile }: Listing, typed: string, signal: AbortSignal) {
  const query = { limit: PAGE, ...profile, ...searched(typed) };
  for await (const { items } of reader.pages(listProfiles, { query, ...actAs, signal })) {
    yield items.map(({ key, name, school }) => choice(key, name, school));
  }
}

async function* transfers({ reader, actAs, transfer }: Listing, typed: string, signal: AbortSignal) {
  const query = { limit: PAGE, status: ['pending' as const], ...transfer };
  for await (const { items } of reader.pages(listTransfers, { query, ...actAs, signal })) {
    yield items
      .map(({ id, record, from, to }) => {
        const named = record.number ?? id;
        return choice(named, record.title, `${from.email} → ${to.email}`);
      })
      .filter(({ label }) => holds(label, typed));
  }
}

async function* schools({ reader, actAs }: Listing, typed: string, signal: AbortSignal) {
  for await (const { items } of reader.pages(listSchools, { query: { limit: PAGE }, ...actAs, signal })) {
    yield items.map(({ code, name }) => choice(code, name)).filter(({ label }) => holds(label, typed));
  }
}

const holds = (label: string, typed: string) => fold(label).includes(fold(typed));

/** A choice, and what is said of it beside its value. */
const choice = (value: string, ...said: readonly (string | null | undefined)[]): Choice => ({
  value,
  label: [value, ...said].filter((part) => part !== null && part !== undefined && part !== '').join('  '),
});
