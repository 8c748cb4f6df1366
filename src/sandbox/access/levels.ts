import type { Access, AccessPath } from '../../contract/access.ts';

/** Levels of a record and of a space, from the lowest. */
export const RANKS: Readonly<Record<Access['level'], number>> = {
  none: 0,
  metadata: 1,
  read: 2,
  member: 2,
  write: 3,
  full: 4,
  owner: 5,
};

/** S7: the highest of the ways in that work now. */
export const levelOf = (paths: readonly AccessPath[]): Access['level'] =>
  paths.reduce<Access['level']>(
    (highest, path) => (path.state === 'active' && RANKS[path.level] > RANKS[highest] ? path.level : highest),
    'none',
  );
