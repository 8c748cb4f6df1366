import { type Access, NO_ACCESS, type Path } from '../model/access.ts';
import { groupBy } from '../model/collections.ts';
import type { Id, Member, State } from '../model/organization.ts';
import { ORGANIZATION } from '../model/resources.ts';
import { coverIfActive, coverOf, coversNothing, isWithin } from '../model/role-cover.ts';
import { Sequence } from '../model/sequence.ts';
import type { AccessChange } from './plan.ts';

const BY_ROLE: ReadonlySet<string> = new Set(['coordinator', 'manager']);

/** The two states a plan lies between. */
export interface Between {
  readonly before: State;
  readonly after: State;
}

/** Which way somebody's access by role goes. */
type Direction = 'gained' | 'revoked';

/**
 * O4: number and title that a role opens or closes on resources whose details nobody here sees are told once for each
 * member and direction, with their number, not record by record; the number is null where it can't be known.
 * `rowsOf` gives the rows about a member.
 */
export function foldRoles(
  changes: Sequence<AccessChange>,
  between: Between,
  rowsOf: (member: Id) => readonly number[],
): Sequence<AccessChange> {
  const { before } = between;
  const folds = (change: AccessChange) =>
    !before.records.has(change.resource.id) && !before.spaces.has(change.resource.id) && isByRole(change);
  return new Sequence(function* () {
    const folding: AccessChange[] = [];
    for (const change of changes) {
      if (folds(change)) folding.push(change);
      else yield change;
    }
    const groups = groupBy(folding, ({ member, change }) => `${member} ${change}`);
    for (const fold of [...groups.values()].map(foldOf)) if (!isUnknown(fold, between)) yield fold;
    yield* unknownOnes(between, rowsOf);
  });
}

function foldOf(group: readonly AccessChange[]): AccessChange {
  const [first] = group as [AccessChange];
  const rows = [...new Set(group.flatMap((change) => change.rows))];
  const access = (of: readonly Access[]): Access => ({ level: of[0]?.level ?? 'none', paths: waysByRole(of) });
  return {
    ...first,
    resource: ORGANIZATION,
    before: access(group.map((change) => change.before)),
    after: access(group.map((change) => change.after)),
    count: group.length,
    rows,
  };
}

function waysByRole(accesses: readonly Access[]): Path[] {
  const ways = accesses.flatMap(({ paths }) => paths.filter(({ kind }) => BY_ROLE.has(kind)));
  return [...new Map(ways.map((way) => [`${way.kind} ${way.state}`, way])).values()];
}

/** Whether an access changes by roles alone: between none and number and title, or of somebody who has nothing now. */
function isByRole({ before, after, change }: AccessChange): boolean {
  const roleAlone = ({ paths }: Access, works: boolean) =>
    paths.filter(({ state }) => !works || state === 'active').every(({ kind }) => BY_ROLE.has(kind));
  if (change === 'path-only') return before.level === 'none' && roleAlone(before, false) && roleAlone(after, false);
  const higher = change === 'gained' ? after : before;
  const ends = change === 'gained' || change === 'revoked' || (change === 'unknown' && after.level === 'none');
  return ends && higher.level === 'metadata' && roleAlone(higher, true);
}

/** Of what is unknown either nothing closes, or how much does is unknown as a whole. */
const isUnknown = ({ member, change }: AccessChange, between: Between): boolean =>
  change === 'unknown' || (change !== 'path-only' && !numberKnown(member, change as Direction, between));

/** A row for each member and direction of which there is no knowing how many records it is about. */
function unknownOnes(between: Between, rowsOf: (member: Id) => readonly number[]): AccessChange[] {
  const { before, after } = between;
  if (before.members === after.members) return [];
  const changed = [...after.members.keys()].filter((id) => before.members.get(id) !== after.members.get(id));
  return changed.flatMap((member) =>
    (['gained', 'revoked'] as const)
      .filter((direction) => !numberKnown(member, direction, between))
      .map((direction) => unknownRow(member, direction, between, rowsOf(member))),
  );
}

function unknownRow(member: Id, change: Direction, { before, after }: Between, rows: readonly number[]): AccessChange {
  const state = change === 'gained' ? after : before;
  const kind = state.members.get(member)?.roles.includes('coordinator') ? 'coordinator' : 'manager';
  const open: Access = { level: 'metadata', paths: [{ kind, level: 'metadata', via: null, state: 'active' }] };
  return {
    phase: 'applied',
    member,
    resource: ORGANIZATION,
    before: change === 'gained' ? NO_ACCESS : open,
    after: change === 'gained' ? open : NO_ACCESS,
    change,
    count: null,
    rows,
  };
}

/**
 * Whether it is known how many records somebody's roles open, or close: what their roles open today was listed with
 * what they reach (O11), what others would open was not. True where there are none.
 */
function numberKnown(id: Id, direction: Direction, { before, after }: Between): boolean {
  const was = before.members.get(id);
  const is = after.members.get(id);
  const [from, to] = [coverOf(was), coverOf(is)];
  if (direction === 'gained' ? isWithin(to, from) : isWithin(from, to)) return true;
  if (!was || !before.reach.members.has(id)) return false;
  return coversNothing(to) || isListed(was, is);
}

/** Whether all that somebody's roles open after the plan was listed before it. */
function isListed(was: Member, is: Member | undefined): boolean {
  if (!is) return false;
  const [listed, opens] = [coverIfActive(was), coverIfActive(is)];
  if (listed === opens) return true;
  if (opens === 'all') return false;
  // A coordinator who is a manager too was listed as both.
  const asManager = was.roles.includes('manager') ? new Set(was.schools) : new Set<string>();
  return opens.size === asManager.size && [...opens].every((school) => asManager.has(school));
}

/** Whether somebody's roles may open a record after the plan without anybody here knowing (A2). */
export function mayOpenByRole(id: Id, before: State, after: State): boolean {
  const [was, is] = [before.members.get(id), after.members.get(id)];
  if (coversNothing(coverOf(is))) return false;
  return !was || !before.reach.members.has(id) || !isListed(was, is);
}
