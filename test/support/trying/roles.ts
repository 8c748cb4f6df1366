import { expect } from 'vitest';
import type { Planned } from '../psyctl.ts';
import type { Comparable } from '../witness.ts';
import type { Accesses } from './stand.ts';

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
      const row = plan.accessChanges.find(
        (one) => one.resource.type === 'organization' && one.member === member && one.change === change,
      );
      if (row?.count === null) continue;
      expect([member, change, seen.get(member) ?? 0]).toEqual([member, change, row?.count ?? 0]);
    }
  }
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
