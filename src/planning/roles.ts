import { groupBy } from '../model/collections.ts';
import { ORGANIZATION } from '../model/resources.ts';
import type { Snapshot } from '../model/snapshot.ts';
import type { AccessChange } from './plan.ts';

const BY_ROLE: ReadonlySet<string> = new Set(['coordinator', 'manager']);

/**
 * O4: number and title that a role opens or closes on resources whose details nobody here sees are told once for each
 * member and direction, with their number, not record by record.
 */
export function foldRoles(changes: readonly AccessChange[], { state }: Snapshot): AccessChange[] {
  const folds = (change: AccessChange) =>
    !state.records.has(change.resource.id) && !state.spaces.has(change.resource.id) && isByRole(change);
  const groups = groupBy(changes.filter(folds), ({ member, change }) => `${member} ${change}`);
  const folded = [...groups.values()].map((group): AccessChange => {
    const [first] = group as [AccessChange];
    const rows = [...new Set(group.flatMap((change) => change.rows))];
    const access = (level: AccessChange['before']['level']) => ({ level, paths: [] });
    return {
      ...first,
      resource: ORGANIZATION,
      before: access(first.before.level),
      after: access(first.after.level),
      count: group.length,
      rows,
    };
  });
  return [...changes.filter((change) => !folds(change)), ...folded];
}

/** Whether the level goes between none and number and title, by roles alone. */
function isByRole({ before, after, change }: AccessChange): boolean {
  const higher = change === 'gained' ? after : change === 'revoked' ? before : null;
  return (
    higher?.level === 'metadata' &&
    higher.paths.filter(({ state }) => state === 'active').every(({ kind }) => BY_ROLE.has(kind))
  );
}
