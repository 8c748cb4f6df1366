import type { Reader } from '../api/index.ts';
import { listMembers, type Member } from '../contract/members.ts';
import { Failure, throwAll } from '../failures/failure.ts';
import type { Place } from '../model/references.ts';
import { nearest } from './nearest.ts';
import { all, takeUpTo } from './take.ts';

/** A name somebody wrote, and where. */
export interface Named {
  readonly text: string;
  readonly place: Place;
  /** Whether it may be something that isn't there yet: then it isn't missed. */
  readonly orNew?: true;
}

/** How many names are looked through for what somebody may have meant. */
const NAMES_LOOKED_THROUGH = 2000;

/**
 * Members by e-mail (whatever its case, O1) or id, asked for a hundred at a time. The map is keyed by what was
 * written, in lower case. Throws an `unknown-member` for each name nobody bears, with the nearest.
 */
export async function resolveMembers(reader: Reader, names: readonly Named[]): Promise<Map<string, Member>> {
  const { found, missing } = await findMembers(reader, names);
  if (missing.length > 0) {
    const known = await takeUpTo(NAMES_LOOKED_THROUGH, reader.list(listMembers, {}));
    const emails = known.map((member) => member.email);
    throwAll(
      missing.map(({ text, place }) => new Failure('unknown-member', { text, nearest: nearest(text, emails) }, place)),
    );
  }
  return found;
}

/** The same, without the throwing: what was found and what wasn't. */
export async function findMembers(reader: Reader, names: readonly Named[]) {
  const texts = [...new Set(names.map(({ text }) => text))];
  const found = new Map<string, Member>();
  const take = (member: Member, key: string) => found.set(key.toLowerCase(), member);
  const emails = texts.filter((text) => text.includes('@'));
  for (const member of await all(reader.listByFilter(listMembers, 'email', emails, {}))) take(member, member.email);
  const ids = texts.filter((text) => !found.has(text.toLowerCase()));
  for (const member of await all(reader.listByFilter(listMembers, 'id', ids, {}))) take(member, member.id);
  return { found, missing: names.filter(({ text, orNew }) => !orNew && !found.has(text.toLowerCase())) };
}

/**
 * One member by e-mail, id or name, as reading commands take it. Throws `ambiguous-name` with the candidates, or
 * `unknown-member` with the nearest.
 */
export async function memberByAnyName(reader: Reader, named: Named): Promise<Member> {
  const { found } = await findMembers(reader, [named]);
  const exact = found.get(named.text.toLowerCase());
  if (exact) return exact;
  const alike = await takeUpTo(NAMES_LOOKED_THROUGH, reader.list(listMembers, { query: { q: named.text } }));
  const whole = alike.filter((member) => member.name.toLowerCase() === named.text.toLowerCase());
  const candidates = whole.length > 0 ? whole : alike;
  const [only, second] = candidates;
  if (only && !second) return only;
  if (second) {
    const shown = candidates.slice(0, 8).map((member) => `${member.name} <${member.email}>`);
    throw new Failure('ambiguous-name', { text: named.text, candidates: shown }, named.place);
  }
  const everyone = await takeUpTo(NAMES_LOOKED_THROUGH, reader.list(listMembers, {}));
  const names = everyone.flatMap((member) => [member.email, member.name]).filter((name) => name !== '');
  throw new Failure('unknown-member', { text: named.text, nearest: nearest(named.text, names) }, named.place);
}
