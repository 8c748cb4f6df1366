import type { Access as WireAccess } from '../../src/contract/access.ts';
import type { Access } from '../../src/model/access.ts';
import type { State } from '../../src/model/organization.ts';

/** An access in one comparable shape: its level, and its ways in sorted. */
export interface Comparable {
  readonly level: string;
  readonly paths: readonly string[];
}

/** What the sandbox says, to be compared. */
export const bare = ({ level, paths }: Pick<WireAccess, 'level' | 'paths'>): Comparable => ({
  level,
  paths: paths
    .map((path) => JSON.stringify([path.kind, path.level, path.via, path.state, path.requireApproval ?? false]))
    .sort(),
});

/** What the model says, told as the API tells it: through a team by its name. */
export const bareModel = ({ level, paths }: Access, { teams }: State): Comparable => ({
  level,
  paths: paths
    .map(({ kind, level: of, via, state, requireApproval }) =>
      JSON.stringify([kind, of, via === null ? null : (teams.get(via)?.name ?? via), state, requireApproval ?? false]),
    )
    .sort(),
});
