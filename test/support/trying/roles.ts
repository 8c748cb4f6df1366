import { expect } from 'vitest';
import type { Member } from '../../../src/model/organization.ts';
import type { Planned } from '../psyctl.ts';
import type { Comparable } from '../witness.ts';
import type { Accesses, Stand } from './stand.ts';

/**
 * O4: how many records a role opens or closes for each member, as a plan predicts it, is what became of them; where it
 * says it can't know, anything may have. Only those count of which roles alone open number and title.
 */
export function expectRoles(before: Accesses, after: Accesses, { plan, snapshot }: Planned): void {
  if (snapshot.state.records.size > 0) return;
  const gained = roleChanges(before, after);
  const revoked = roleChanges(after, before);
  const members = new Set([...gained.keys(), ...revoked.keys(), ...plan.accessChanges.map(({ member }) => member)]);
  for (const member of members) {
    for (const [change, seen] of [
      ['gained', gained],
      ['revoked', revoked],
    ] as const) {
      const row = [...plan.accessChanges].find(
        (one) => one.resource.type === 'organization' && one.member === member && one.change === change,
      );
      if (row?.count === null) continue;
      expect([member, change, seen.get(member) ?? 0]).toEqual([member, change, row?.count ?? 0]);
    }
  }
}

/**
 * S7: where a role that somebody no longer has let them in, and something else still does, a plan tells of it; but where
 * it was planned by who is told of nobody's reach (O11).
 */
export function expectEndingRolesTold(before: Accesses, after: Stand, { plan, snapshot }: Planned): void {
  const changing = plan.steps.filter(({ status, action }) => status === 'change' && CHANGES_ROLES.has(action));
  const members = new Set(changing.map(({ target }) => target.id).filter((id) => snapshot.state.reach.members.has(id)));
  const told = new Set(plan.accessChanges.map(({ member, resource }) => `${member} ${resource.type}:${resource.id}`));
  const unknown = new Set(plan.accessChanges.filter(({ count }) => count === null).map(({ member }) => member));
  for (const [key, { paths }] of before) {
    const [id = ''] = key.split(' ');
    const left = after.access.get(key)?.paths;
    const member = after.state.members.get(id);
    if (!left || !member || !members.has(id) || unknown.has(id)) continue;
    const gone = paths.filter((path) => !left.includes(path) && isOfEndedRole(path, member));
    if (gone.length > 0) expect(told, `${key} is told to lose ${gone}`).toContain(key);
  }
}

const CHANGES_ROLES: ReadonlySet<string> = new Set(['member.set-roles', 'member.assign-schools']);

/** O4: of some schools, nobody but the sandbox knows which records are theirs. */
function isOfEndedRole(path: string, { roles, schools }: Member): boolean {
  const [kind] = JSON.parse(path) as [string];
  return kind === 'coordinator' ? !roles.includes(kind) : kind === 'manager' && !(roles.includes(kind) && schools[0]);
}

/** By member, the records of which one side has nothing, and the other number and title by a role. */
function roleChanges(without: Accesses, having: Accesses): Map<string, number> {
  const counts = new Map<string, number>();
  for (const [key, access] of having) {
    if (without.has(key) || !isByRole(access)) continue;
    const [member = ''] = key.split(' ');
    counts.set(member, (counts.get(member) ?? 0) + 1);
  }
  return counts;
}

const isByRole = ({ level, paths }: Comparable): boolean =>
  level === 'metadata' &&
  paths.filter((path) => path.includes('"active"')).every((path) => /^\["(coordinator|manager)"/.test(path));
