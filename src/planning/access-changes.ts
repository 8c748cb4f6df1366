import { type Access, accessToRecord, accessToSpace, NO_ACCESS, sameAccess } from '../model/access.ts';
import { compareLevels } from '../model/levels.ts';
import type { Id, State } from '../model/organization.ts';
import type { AccessChange, Change, Phase, Resource } from './plan.ts';

/** Everyone with a way into a resource, in a state of the organization. */
export function accessTo(resource: Resource, state: State): Map<Id, Access> {
  if (resource.type === 'record') {
    const record = state.records.get(resource.id);
    return record ? accessToRecord(record, state) : new Map();
  }
  const space = state.spaces.get(resource.id);
  return space ? accessToSpace(space, state) : new Map();
}

/** What changed of one resource between two states, without the rows it came from: law 3. */
export function changesTo(resource: Resource, before: State, after: State, phase: Phase): Omit<AccessChange, 'rows'>[] {
  const today = accessTo(resource, before);
  const then = accessTo(resource, after);
  return [...new Set([...today.keys(), ...then.keys()])].flatMap((member) => {
    const was = today.get(member) ?? NO_ACCESS;
    const is = then.get(member) ?? NO_ACCESS;
    if (sameAccess(was, is)) return [];
    const change = couldBeRecipient(member, is, resource, after) ? 'unknown' : changeOf(was, is);
    return [{ phase, member, resource, before: was, after: is, change }];
  });
}

/** How an access that differs changes: by its level; by its paths where the level stays. */
export function changeOf(before: Access, after: Access): Change {
  const difference = compareLevels(after.level, before.level);
  if (difference === 0) return 'path-only';
  if (before.level === 'none') return 'gained';
  if (after.level === 'none') return 'revoked';
  return difference > 0 ? 'raised' : 'lowered';
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
