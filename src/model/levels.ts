/** The levels of a record, from nothing to its owner (S1, O4). */
export const RECORD_LEVELS = ['none', 'metadata', 'read', 'write', 'full', 'owner'] as const;
/** What a member reaches of a record. */
export type RecordLevel = (typeof RECORD_LEVELS)[number];

/** The levels a share can give (S1). */
export const SHARE_LEVELS = ['read', 'write', 'full'] as const;
/** What a share gives. */
export type ShareLevel = (typeof SHARE_LEVELS)[number];

/** What a member reaches of a space: `member` of a collaborative one (C1), a share's level of a multi-space (C2). */
export type SpaceLevel = 'none' | 'member' | ShareLevel;

/** What a member reaches of a resource. */
export type Level = RecordLevel | SpaceLevel;

// `member` is the only level of its kind of space: where it stands among the others never matters.
const RANK: { readonly [L in Level]: number } = {
  none: 0,
  metadata: 1,
  member: 1,
  read: 2,
  write: 3,
  full: 4,
  owner: 5,
};

/** Less than nought when `a` gives less than `b`, nought when they give the same. */
export const compareLevels = (a: Level, b: Level): number => RANK[a] - RANK[b];

/** Whether `level` gives at least what `wanted` does. */
export const atLeast = (level: Level, wanted: Level): boolean => compareLevels(level, wanted) >= 0;

/** The highest of some levels; `none` of none (S7). */
export const highest = (levels: Iterable<Level>): Level => {
  let top: Level = 'none';
  for (const level of levels) if (compareLevels(level, top) > 0) top = level;
  return top;
};
