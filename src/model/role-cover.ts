import type { Member } from './organization.ts';

/**
 * Of which records a member's roles open number and title (O4): all but the confidential ones, those of some schools,
 * or none. Confidential records are opened by no role, so that one may stand within another.
 */
export type RoleCover = 'all' | ReadonlySet<string>;

const NOTHING: RoleCover = new Set();

/** What a member's roles cover, as they stand: nothing of somebody who isn't active, or isn't there (O5). */
export const coverOf = (member: Member | undefined): RoleCover =>
  member?.status === 'active' ? coverIfActive(member) : NOTHING;

/** The same, whatever their status. */
export function coverIfActive({ roles, schools }: Member): RoleCover {
  if (roles.includes('coordinator')) return 'all';
  return roles.includes('manager') ? new Set(schools) : NOTHING;
}

/** Whether a cover is nothing at all. */
export const coversNothing = (cover: RoleCover): boolean => cover !== 'all' && cover.size === 0;

/** Whether all that one cover opens, another opens too. */
export const isWithin = (cover: RoleCover, other: RoleCover): boolean =>
  other === 'all' || (cover !== 'all' && [...cover].every((school) => other.has(school)));
