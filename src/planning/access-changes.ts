import { type Access, accessTo, accessToRecord, holdersOf, NO_ACCESS, sameAccess } from '../model/access.ts';
import { compareLevels } from '../model/levels.ts';
import type { Id, ServiceRecord, State } from '../model/organization.ts';
import type { Resource } from '../model/resources.ts';
import type { AccessChange, Change, Phase } from './plan.ts';
import { mayOpenByRole } from './roles.ts';

/** An access change, before it is known which rows bring it. */
type Unattributed = Omit<AccessChange, 'rows'>;

/** What changed of one resource between two states, without the rows it came from: law 3. */
export const changesTo = (resource: Resource, before: State, after: State, phase: Phase): Unattributed[] =>
  changesAmong(accessesTo(resource, before, after), { resource, before, after, phase });

/** A resource in two states. */
interface Compared {
  readonly resource: Resource;
  readonly before: State;
  readonly after: State;
  readonly phase: Phase;
}

/** The same, where what everybody has in both states is known (`accessesTo`). */
export function changesAmong([today, then]: Accesses, { resource, before, after, phase }: Compared): Unattributed[] {
  return [...new Set([...today.keys(), ...then.keys()])].flatMap((member) => {
    const was = today.get(member) ?? NO_ACCESS;
    const is = then.get(member) ?? NO_ACCESS;
    if (sameAccess(was, is)) return [];
    const change = isUnknown(member, was, is, resource, before, after) ? 'unknown' : changeOf(was, is);
    return [{ phase, member, resource, before: was, after: is, change }];
  });
}

/** What members have of a resource, in each of two states. */
export type Accesses = readonly [before: ReadonlyMap<Id, Access>, after: ReadonlyMap<Id, Access>];

/**
 * What everybody has of a resource in two states; left out is who has the same in both by a role and no other way, unless
 * `also` names them.
 */
export function accessesTo(resource: Resource, before: State, after: State, also: Iterable<Id> = []): Accesses {
  const was = resource.type === 'record' ? before.records.get(resource.id) : undefined;
  const is = was && after.records.get(resource.id);
  if (!was || !is || before.members !== after.members || !opensAlike(was, is)) {
    return [accessTo(resource, before), accessTo(resource, after)];
  }
  const holders = new Set([...holdersOf(was, before), ...holdersOf(is, after), ...also]);
  return [accessToRecord(was, before, holders), accessToRecord(is, after, holders)];
}

/** O4, R4: whether roles open a record to the same people as before. */
const opensAlike = (was: ServiceRecord, is: ServiceRecord): boolean =>
  was.schools === is.schools && was.confidential === is.confidential && was.status === is.status;

/**
 * What changes of one resource once a transfer is accepted, compared with today; who is where they were today is left
 * out, but for those cut off meanwhile, as `pending` says, who are back (T4).
 */
export function acceptedChanges(
  resource: Resource,
  { before: today, accepted }: { readonly before: State; readonly accepted: State },
  pending: readonly Unattributed[],
): Unattributed[] {
  const changed = changesTo(resource, today, accepted, 'accepted');
  const moved = new Set(changed.map(({ member }) => member));
  const back = pending.flatMap(({ member, before, change }): Unattributed[] =>
    change === 'suspended' && !moved.has(member)
      ? [{ phase: 'accepted', member, resource, before, after: before, change: 'resumed' }]
      : [],
  );
  return [...changed, ...back];
}

/** How an access that differs changes: by its level, and by what T4 has to do with it; by its paths where the level stays. */
export function changeOf(before: Access, after: Access): Change {
  const difference = compareLevels(after.level, before.level);
  if (difference === 0) return 'path-only';
  if (difference < 0 && suspends(before, after)) return 'suspended';
  if (difference > 0 && suspends(after, before)) return 'resumed';
  if (before.level === 'none') return 'gained';
  if (after.level === 'none') return 'revoked';
  return difference > 0 ? 'raised' : 'lowered';
}

/** T4: whether a way in that works in one access is suspended in the other. */
const suspends = (working: Access, suspended: Access): boolean =>
  suspended.paths.some(
    ({ kind, via, level, state }) =>
      state === 'suspended' &&
      working.paths.some(
        (path) => path.state === 'active' && path.kind === kind && path.via === via && path.level === level,
      ),
  );

/** Whether what becomes of somebody can't be known by whoever acts (A2). */
function isUnknown(member: Id, was: Access, is: Access, resource: Resource, before: State, after: State): boolean {
  return (
    couldBeRecipient(member, is, resource, after) ||
    mayKeepByRole(member, was, is, resource, before) ||
    mayComeByRole(member, is, resource, before, after)
  );
}

/** O4, A2: whether somebody about to have nothing may in truth see number and title by a role they only come to have. */
function mayComeByRole(member: Id, is: Access, resource: Resource, before: State, after: State): boolean {
  const listed = resource.type === 'record' && !before.records.has(resource.id);
  return listed && is.level === 'none' && mayOpenByRole(member, before, after);
}

/**
 * T17, A2: whether somebody about to have nothing may in truth be the recipient of a transfer the actor can't see,
 * and so keep number and title. Then what becomes of them is unknown, not "none".
 */
function couldBeRecipient(member: Id, after: Access, resource: Resource, state: State): boolean {
  if (resource.type !== 'record' || after.level !== 'none') return false;
  const transfer = state.records.get(resource.id)?.transfer;
  const known = state.members.get(member);
  return transfer?.to === null && known?.status === 'active' && known.roles.includes('practitioner');
}

/** O4, A2: whether somebody has, or keeps, only what a role would give, of a record not known to be confidential or not. */
function mayKeepByRole(member: Id, was: Access, is: Access, resource: Resource, state: State): boolean {
  if (resource.type !== 'record' || state.records.get(resource.id)?.confidential !== null) return false;
  const roles = state.members.get(member)?.roles ?? [];
  const hasRole = roles.includes('coordinator') || roles.includes('manager');
  return hasRole && (was.level === 'metadata' || is.level === 'metadata');
}
