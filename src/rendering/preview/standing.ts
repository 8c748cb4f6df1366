import type { Access } from '../../model/access.ts';
import { groupBy } from '../../model/collections.ts';
import type { Id } from '../../model/organization.ts';
import type { AccessChange, Phase } from '../../planning/plan.ts';
import type { Texts } from '../../texts/index.ts';

/** Where somebody stands on one resource: today, and what becomes of it in each phase. */
export interface Standing {
  readonly member: Id;
  readonly before: Access;
  readonly changes: readonly AccessChange[];
}

/** Where everybody stands whose access to one resource changes in any phase: who takes it over and who gives it away first. */
export function standingsOf(changes: readonly AccessChange[]): Standing[] {
  const standings = [...groupBy(changes, ({ member }) => member)].map(([member, theirs]): Standing => {
    const [first] = theirs as [AccessChange];
    return { member, before: first.before, changes: theirs };
  });
  return standings.sort((a, b) => rankOf(a) - rankOf(b));
}

/** Whether somebody takes a record over. */
export const takesOver = ({ before, changes }: Standing): boolean =>
  before.level !== 'owner' && changes.some(({ after }) => after.level === 'owner');

function rankOf(standing: Standing): number {
  if (takesOver(standing)) return 0;
  return standing.before.level === 'owner' ? 1 : 2;
}

/**
 * Somebody's level today and in each phase, in the words `word` has for levels; who is left out of a phase is where
 * they were today.
 */
export function wordsAt(
  { before, changes }: Standing,
  phases: readonly Phase[],
  { preview: say }: Texts,
  word: Texts['preview']['level'],
): string[] {
  // T4: who has nothing because of a transfer is cut off.
  const wordOf = ({ level, paths }: Access): string =>
    level === 'none' && paths.some(({ state }) => state === 'suspended') ? say.cutOff : word(level);
  const then = phases.map((phase) => {
    const change = changes.find((one) => one.phase === phase);
    return change?.change === 'unknown' ? say.unknownLevel : wordOf(change?.after ?? before);
  });
  return [wordOf(before), ...then];
}
