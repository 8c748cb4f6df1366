import type { Reader } from '../api/index.ts';
import { listAccess, type Access as WireAccess } from '../contract/access.ts';
import { MAX_FILTER_VALUES } from '../contract/common.ts';
import { Failure } from '../failures/failure.ts';
import { groupBy } from '../model/collections.ts';
import type { Id } from '../model/organization.ts';
import { type Resource, resourceKey } from '../model/resources.ts';
import { ADDRESS_CHARACTERS, charactersOf } from './addresses.ts';
import { all } from './take.ts';

/** What the API says somebody reaches of a resource. */
export type ObservedAccess = WireAccess;

/** By member, then by `resourceKey`, or the other way round. */
export type Observed = Map<string, Map<string, ObservedAccess>>;

/** Something to be looked at, and by whom. */
export interface Watched {
  readonly resource: Resource;
  readonly actor: Id;
  /** Whom alone to ask about, of a record its actor knows all of; only an administrator may (O11). */
  readonly among?: readonly Id[] | undefined;
}

/** Who asks, and how. */
export interface Observing {
  /** The member the token belongs to. */
  readonly self: Id;
  /** Whether few questions are worth more than short answers. */
  readonly sparing: boolean;
}

/** Where questions needn't be spared, so many times as many of them as it takes to ask about everybody. */
const MOST_QUESTIONS = 4;

/** The ways in that show who else reaches a resource (S10, O4); an archived copy, a transfer or a manager's role don't. */
const SEES_EVERYONE: ReadonlySet<string> = new Set(['owner', 'creator', 'share', 'team', 'coordinator']);

/**
 * Who reaches some records and spaces: by `resourceKey`, then by member. As their actors see it, one its actor no longer sees
 * is left out, or whose actor nobody acts for any more (A1): about it nothing is known, which is not "nobody".
 */
export async function observeResources(
  reader: Reader,
  watched: readonly Watched[],
  { self, sparing }: Observing,
): Promise<Observed> {
  const groups = groupBy(watched, ({ resource, actor, among }) => `${resource.type} ${actor} ${among !== undefined}`);
  const seen = await Promise.all([...groups.values()].map((group) => observeGroup(reader, group, { self, sparing })));
  return new Map(seen.flatMap((observed) => [...observed]));
}

/** The same, of resources of one type, with one actor. */
async function observeGroup(
  reader: Reader,
  group: readonly Watched[],
  { self, sparing }: Observing,
): Promise<Observed> {
  const [{ resource, actor }] = group as [Watched];
  const filter = resource.type === 'space' ? ('space' as const) : ('record' as const);
  const ids = group.map((one) => one.resource.id);
  const questions = questionsAmong(group);
  if (questions && questions.length <= Math.ceil(ids.length / MAX_FILTER_VALUES) * (sparing ? 1 : MOST_QUESTIONS)) {
    const ask = ({ ids: these, members }: Question) =>
      all(reader.listByFilter(listAccess, filter, these, { query: { member: [...members] } }));
    const rows = byResource((await Promise.all(questions.map(ask))).flat());
    return new Map(group.map((one) => [resourceKey(one.resource), rows.get(resourceKey(one.resource)) ?? new Map()]));
  }
  const rows = byResource(await seenBy(reader, filter, ids, actor === self ? {} : { actAs: actor }));
  // Whoever doesn't see the whole list (any more) is told of themself at most (T10): that list proves nothing.
  const provesAll = (own: ObservedAccess | undefined) =>
    own?.paths.some((path) => path.state === 'active' && SEES_EVERYONE.has(path.kind));
  return new Map([...rows].filter(([, byMember]) => provesAll(byMember.get(actor))));
}

function byResource(rows: readonly ObservedAccess[]): Observed {
  const grouped = groupBy(rows, ({ resource }) => resourceKey(resource));
  return new Map(
    [...grouped].map(([key, these]) => [
      key,
      new Map(these.flatMap((row) => (row.member ? [[row.member.id, row] as const] : []))),
    ]),
  );
}

/** Some resources, and the members to ask about. */
interface Question {
  readonly ids: Id[];
  readonly members: Set<Id>;
  /** How much of the address they take. */
  length: number;
}

/** The questions about the members of each that an address has room for; null where it is about everybody, or about too many. */
function questionsAmong(group: readonly Watched[]): readonly Question[] | null {
  const questions: Question[] = [];
  for (const { resource, among } of group) {
    if (!among) return null;
    const last = questions.at(-1);
    if (last && takes(last, resource.id, among)) continue;
    const question: Question = { ids: [], members: new Set(), length: 0 };
    if (!takes(question, resource.id, among)) return null;
    questions.push(question);
  }
  return questions;
}

/** Adds a resource and those to ask about it to a question; false where there is no room for them. */
function takes(question: Question, id: Id, among: readonly Id[]): boolean {
  const { ids, members } = question;
  const added = [...new Set(among)].filter((member) => !members.has(member));
  const length = [id, ...added].reduce((sum, one) => sum + charactersOf(one), question.length);
  const isFull = ids.length === MAX_FILTER_VALUES || members.size + added.length > MAX_FILTER_VALUES;
  if (isFull || length > ADDRESS_CHARACTERS) return false;
  ids.push(id);
  for (const member of added) members.add(member);
  question.length = length;
  return true;
}

async function seenBy(
  reader: Reader,
  filter: 'record' | 'space',
  ids: readonly Id[],
  as: { readonly actAs?: Id },
): Promise<ObservedAccess[]> {
  try {
    return await all(reader.listByFilter(listAccess, filter, ids, as));
  } catch (error) {
    if (error instanceof Failure && error.code === 'act-as-refused') return [];
    throw error;
  }
}

/** What some members reach, as an administrator sees it (O11): by member, then by `resourceKey`. */
export async function observeMembers(reader: Reader, members: readonly Id[]): Promise<Observed> {
  if (members.length === 0) return new Map();
  const rows = await all(reader.listByFilter(listAccess, 'member', members, {}));
  const seen: Observed = new Map(members.map((id) => [id, new Map()]));
  for (const row of rows) if (row.member) seen.get(row.member.id)?.set(resourceKey(row.resource), row);
  return seen;
}
