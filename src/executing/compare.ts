import type { Access } from '../model/access.ts';
import type { State } from '../model/organization.ts';
import type { SeenAccess } from './report.ts';

/** An access as the API would tell it: through a team by its name. */
export const asSeen = (access: Access, { teams }: State): SeenAccess => ({
  level: access.level,
  paths: access.paths.map((path) => ({ ...path, via: path.via === null ? null : (teams.get(path.via)?.name ?? null) })),
});

/** An access without what else the API says of it. */
export const bare = ({ level, paths }: SeenAccess): SeenAccess => ({ level, paths });

/**
 * Whether what was predicted is what is. The API tells only of those who have something, so of the others only the
 * level can be compared; where the resource's details weren't seen (`detailed` is false), neither were the ways in
 * that don't work now, nor those a role opens. Whether a role opens a record isn't known either where it isn't known
 * to be confidential or not (`roles` is false).
 */
export function agree(
  expected: SeenAccess,
  found: SeenAccess,
  { detailed, roles }: { readonly detailed: boolean; readonly roles: boolean },
): boolean {
  if (expected.level !== found.level) return false;
  if (expected.level === 'none') return true;
  const compared = ({ paths }: SeenAccess) => {
    if (!detailed) return paths.filter(isWorkingGrant);
    return roles ? paths : paths.filter((path) => !isByRole(path));
  };
  return told(compared(expected)) === told(compared(found));
}

const isByRole = ({ kind }: SeenAccess['paths'][number]): boolean => kind === 'coordinator' || kind === 'manager';

const isWorkingGrant = (path: SeenAccess['paths'][number]): boolean => path.state === 'active' && !isByRole(path);

const told = (paths: SeenAccess['paths']): string =>
  paths
    .map(({ kind, level, via, state, requireApproval }) => `${kind} ${level} ${state} ${!!requireApproval} ${via}`)
    .sort()
    .join('\n');
