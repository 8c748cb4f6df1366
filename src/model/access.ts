import { highest, type Level } from './levels.ts';
import type { Capacity, Grantee, Id, Member, ServiceRecord, Space, State, Team } from './organization.ts';
import { knownWays } from './reach.ts';
import { type Resource, resourceKey } from './resources.ts';

/** The ways in: of a record (S7), and of a space (`creator`, `share`, `team`: C1, C2, C8). */
export const PATH_KINDS = [
  'owner',
  'creator',
  'share',
  'team',
  'coordinator',
  'manager',
  'recipient',
  'archived-copy',
] as const;
/** A kind of way in. */
export type PathKind = (typeof PATH_KINDS)[number];

/** Whether a way in works: a pending transfer suspends it (T4); a status, or a deletion, makes it inactive. */
export type PathState = 'active' | 'suspended' | 'inactive';

/** One way in. */
export interface Path {
  readonly kind: PathKind;
  readonly level: Level;
  /** The team it leads through, or null. */
  readonly via: Id | null;
  readonly state: PathState;
  /** S4, S9: present where the owner's approval of notes is required; part of the way in. */
  readonly requireApproval?: true;
}

/** What a member reaches of a resource: the highest of the ways in that work (S7), and all the ways, working or not. */
export interface Access {
  readonly level: Level;
  readonly paths: readonly Path[];
}

/** No way in at all. */
export const NO_ACCESS: Access = { level: 'none', paths: [] };

/** A way in, before it is known whether it works. */
export type Way = Omit<Path, 'state'>;

/**
 * Everyone who has a way into a record, working or not, and what they reach (S7). With `roles`, what a role opens is told of
 * those members alone: thousands of records are open to the same dozens of others.
 */
export function accessToRecord(record: ServiceRecord, state: State, roles?: ReadonlySet<Id>): Map<Id, Access> {
  return reach(waysIntoRecord(record, state, roles), state, (way) => stateInRecord(way, record));
}

/** Everyone who has a way into a record that isn't by a role; some may come twice. */
export function* holdersOf({ owner, shares, transfer, copies }: ServiceRecord, state: State): Generator<Id> {
  yield owner;
  for (const { grantee } of shares) {
    if (grantee.type === 'member') yield grantee.id;
    else yield* membersOf(state.teams.get(grantee.id));
  }
  if (transfer?.to) yield transfer.to;
  for (const { holder } of copies) yield holder;
}

/** Everyone who has a way into a space, working or not, and what they reach (C1, C2, C8). */
export function accessToSpace(space: Space, state: State): Map<Id, Access> {
  return reach(waysIntoSpace(space, state), state, () => 'active');
}

/**
 * Everyone with a way into a resource, as a state has it: from the resource's own details where the state has them,
 * else from what is known of the members whose reach was read (O11). `roles` are as in `accessToRecord`.
 */
export function accessTo(resource: Resource, state: State, roles?: ReadonlySet<Id>): Map<Id, Access> {
  const record = resource.type === 'record' ? state.records.get(resource.id) : undefined;
  if (record) return accessToRecord(record, state, roles);
  const space = resource.type === 'space' ? state.spaces.get(resource.id) : undefined;
  return space ? accessToSpace(space, state) : accessByReach(resource, state);
}

function accessByReach(resource: Resource, { members, teams, reach }: State): Map<Id, Access> {
  const key = resourceKey(resource);
  const found = new Map<Id, Access>();
  for (const id of reach.members.keys()) {
    const member = members.get(id);
    if (!member) continue;
    const active = member.status === 'active';
    const paths = [...knownWays(key, member, teams, reach)].map(
      (way): Path => (active ? way : { ...way, state: 'inactive' }),
    );
    if (paths.length > 0) found.set(id, accessThrough(paths));
  }
  return found;
}

/** One member's access to a record; `NO_ACCESS` where no way leads in. */
export const recordAccessOf = (member: Id, record: ServiceRecord, state: State): Access =>
  accessToRecord(record, state, new Set([member])).get(member) ?? NO_ACCESS;

/** How many members reach something of a resource. */
export function countReaching(resource: Resource, state: State): number {
  const record = resource.type === 'record' ? state.records.get(resource.id) : undefined;
  if (!record) return reachingOf(accessTo(resource, state));
  const holders = new Set(holdersOf(record, state));
  const others = membersWithRoles(state).filter((member) => !holders.has(member.id) && opens(member, record));
  return reachingOf(accessToRecord(record, state, holders)) + others.length;
}

const reachingOf = (accesses: ReadonlyMap<Id, Access>): number =>
  [...accesses.values()].filter(({ level }) => level !== 'none').length;

/** Whether a member's roles let them see a record's number and title, now. */
const opens = (member: Member, record: ServiceRecord): boolean =>
  member.status === 'active' &&
  stateInRecord(MANAGER, record) === 'active' &&
  (seesAsCoordinator(member, record) || seesAsManager(member, record));

function reach(ways: Iterable<readonly [Id, Way]>, state: State, stateOf: (way: Way) => PathState): Map<Id, Access> {
  const found = new Map<Id, Access>();
  const alone = accessesAlone();
  for (const [id, way] of ways) {
    // O1, O5, S8: only an active member has anything.
    const works = state.members.get(id)?.status === 'active';
    const its = works ? stateOf(way) : 'inactive';
    const known = found.get(id);
    found.set(id, known ? accessThrough([...known.paths, pathOf(way, its)]) : alone(way, its));
  }
  return found;
}

/** A way in that is in some state; written out, since of hundreds of thousands of them a spread is most of the work. */
const pathOf = ({ kind, level, via, requireApproval }: Way, state: PathState): Path =>
  requireApproval ? { kind, level, via, state, requireApproval } : { kind, level, via, state };

/** What a way in gives who has no other, made once for all whom a team or a role leads in. */
function accessesAlone(): (way: Way, state: PathState) => Access {
  let last: { readonly way: Way; readonly state: PathState; readonly access: Access } | undefined;
  return (way, state) => {
    const byRole = BY_ROLE[way.kind];
    if (byRole) return byRole[state];
    if (last?.way !== way || last.state !== state) last = { way, state, access: accessThrough([pathOf(way, state)]) };
    return last.access;
  };
}

function accessThrough(paths: Path[]): Access {
  const [only] = paths;
  if (only && paths.length === 1) return { level: only.state === 'active' ? only.level : 'none', paths };
  paths.sort((a, b) => PATH_KINDS.indexOf(a.kind) - PATH_KINDS.indexOf(b.kind) || compareText(a.via, b.via));
  return { level: highest(paths.filter((path) => path.state === 'active').map((path) => path.level)), paths };
}

const compareText = (a: string | null, b: string | null): number => {
  if (a === b) return 0;
  return (a ?? '') < (b ?? '') ? -1 : 1;
};

function stateInRecord(way: Way, record: ServiceRecord): PathState {
  if (record.status === 'deleted' && way.kind !== 'owner') return 'inactive'; // R4
  const shared = way.kind === 'share' || way.kind === 'team';
  return shared && suspendsCollaborators(record.transfer?.capacity) ? 'suspended' : 'active';
}

/** T4, T5: a transfer sent by the owner cuts collaborators off while it is pending; a coordinator's does not. */
export const suspendsCollaborators = (capacity: Capacity | undefined): boolean => capacity === 'owner';

const COORDINATOR: Way = { kind: 'coordinator', level: 'metadata', via: null };
const MANAGER: Way = { kind: 'manager', level: 'metadata', via: null };

const inEachState = (way: Way): Readonly<Record<PathState, Access>> => ({
  active: accessThrough([{ ...way, state: 'active' }]),
  suspended: accessThrough([{ ...way, state: 'suspended' }]),
  inactive: accessThrough([{ ...way, state: 'inactive' }]),
});

/** What a role opens by itself, made once: dozens have it of each of thousands of records (O4). */
const BY_ROLE: Readonly<Partial<Record<PathKind, Readonly<Record<PathState, Access>>>>> = {
  coordinator: inEachState(COORDINATOR),
  manager: inEachState(MANAGER),
};

function* waysIntoRecord(record: ServiceRecord, state: State, roles?: ReadonlySet<Id>): Generator<readonly [Id, Way]> {
  yield [record.owner, { kind: 'owner', level: 'owner', via: null }]; // R1
  for (const share of record.shares) {
    yield* waysThroughGrant(share.grantee, share.level, state, share.requireApproval);
  }
  for (const member of membersWithRoles(state, roles)) {
    if (seesAsCoordinator(member, record)) yield [member.id, COORDINATOR];
    if (seesAsManager(member, record)) yield [member.id, MANAGER];
  }
  const recipient = record.transfer?.to;
  if (recipient) yield [recipient, { kind: 'recipient', level: 'metadata', via: null }]; // T3
  // T10; several copies of one holder, of one record, are one way in.
  const holders = new Set(record.copies.map((copy) => copy.holder));
  for (const holder of holders) yield [holder, { kind: 'archived-copy', level: 'read', via: null }];
}

function* waysIntoSpace(space: Space, state: State): Generator<readonly [Id, Way]> {
  const collaborative = space.kind === 'collaborative';
  yield [space.creator, { kind: 'creator', level: collaborative ? 'member' : 'full', via: null }]; // C8
  for (const share of space.shares) yield* waysThroughGrant(share.grantee, share.level ?? 'member', state);
}

function* waysThroughGrant(
  grantee: Grantee,
  level: Level,
  state: State,
  approval = false,
): Generator<readonly [Id, Way]> {
  const [kind, via] = grantee.type === 'member' ? (['share', null] as const) : (['team', grantee.id] as const);
  const way: Way = approval ? { kind, level, via, requireApproval: true } : { kind, level, via };
  if (grantee.type === 'member') {
    yield [grantee.id, way];
    return;
  }
  for (const id of membersOf(state.teams.get(grantee.id))) yield [id, way];
}

const knownRoles = new WeakMap<State['members'], readonly Member[]>();

/** The few members whose role opens number and title (O4), kept so that thousands of records don't each look for them. */
function membersWithRoles({ members }: State, among?: ReadonlySet<Id>): readonly Member[] {
  if (among) return [...among].flatMap((id) => members.get(id) ?? []);
  const known = knownRoles.get(members);
  if (known) return known;
  const found = [...members.values()].filter(({ roles }) => roles.includes('coordinator') || roles.includes('manager'));
  knownRoles.set(members, found);
  return found;
}

const membersOf = (team: Team | undefined): Iterable<Id> => team?.members ?? [];

/** O4: a coordinator sees of every record not marked confidential its number and title, and who shares it. */
export const seesAsCoordinator = (member: Member, record: ServiceRecord): boolean =>
  member.roles.includes('coordinator') && !record.confidential;

/** O4: a manager sees number and title of the records linked to a profile of a school they hold, not confidential ones. */
export const seesAsManager = (member: Member, record: ServiceRecord): boolean =>
  member.roles.includes('manager') &&
  !record.confidential &&
  record.schools.some((school) => member.schools.includes(school));

/** Whether two ways in are the same, and in the same state. */
const samePath = (a: Path, b: Path | undefined): boolean =>
  a.kind === b?.kind &&
  a.level === b.level &&
  a.via === b.via &&
  a.state === b.state &&
  a.requireApproval === b.requireApproval;

/** Whether two accesses are the same: the same level through the same ways. */
export const sameAccess = (a: Access, b: Access): boolean =>
  a === b ||
  (a.level === b.level && a.paths.length === b.paths.length && a.paths.every((path, n) => samePath(path, b.paths[n])));
