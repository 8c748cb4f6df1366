import { groupBy } from '../../model/collections.ts';
import type { Id } from '../../model/organization.ts';
import type { AccessChange } from '../../planning/plan.ts';
import type { Texts } from '../../texts/index.ts';
import type { Names } from './names.ts';
import type { PhaseColumns } from './phases.ts';
import { type Standing, standingsOf, takesOver, wordsAt } from './standing.ts';
import { differingPaths, levelThrough, notesOn, onlyTeamOf } from './ways.ts';

/** A line of a preview: who, where they stand in each phase, and what else to know. */
export interface Line {
  readonly label: string;
  readonly levels: readonly string[];
  /** The same in fewer letters, for where there is no room. */
  readonly inShort: readonly string[];
  readonly notes: readonly string[];
}

/** The lines of one resource's changes: people who stand in the same place through the same team share one. */
export function linesOf(
  changes: readonly AccessChange[],
  { phases }: PhaseColumns,
  names: Names,
  texts: Texts,
): Line[] {
  const felt = standingsOf(changes).filter((standing) => !standing.changes.every(isLatent) && !staysOwner(standing));
  const lines = felt.map((standing) => {
    const levels = wordsAt(standing, phases, texts, texts.preview.level);
    const inShort = wordsAt(standing, phases, texts, texts.preview.levelInShort);
    // Whoever owns it then needs no other way in explained.
    const told = takesOver(standing) ? [] : standing.changes;
    const notes = [...new Set(told.flatMap((change) => notesOn(change, names, texts)))];
    return { standing, team: teamOf(standing), levels, inShort, notes };
  });
  const groups = groupBy(lines, ({ standing, team, levels, notes }) =>
    team ? [team, ...levels, ...notes].join('|') : standing.member,
  );
  return [...groups.values()].map((group) => {
    const [first] = group as [(typeof lines)[number]];
    const { team, standing, levels, inShort, notes } = first;
    const several = group.length > 1 && team;
    const label = several
      ? texts.preview.team(names.team(team), group.length, names.teamSize(team))
      : names.member(standing.member);
    return { label, levels, inShort, notes };
  });
}

/** The team somebody's changes come through, where all of them come through it and nothing else. */
function teamOf({ changes }: Standing): Id | null {
  const teams = new Set(changes.filter((change) => differingPaths(change).length > 0).map(onlyTeamOf));
  const [only = null] = teams;
  return teams.size === 1 ? only : null;
}

/** Whether somebody owns the record all along: another way in is nothing to them. */
const staysOwner = ({ before, changes }: Standing): boolean =>
  before.level === 'owner' && changes.every(({ after }) => after.level === 'owner');

/** A change nobody feels today: of somebody who isn't active, or whom a transfer has cut off. */
export const isLatent = (change: AccessChange): boolean =>
  change.before.level === 'none' && change.after.level === 'none';

/** Sentences about those who have nothing now but will, or would have: S8, O12, T4. */
export function latentNotes(
  changes: readonly AccessChange[],
  statusOf: (member: Id) => 'invited' | 'inactive' | 'active',
  names: Names,
  { preview: say }: Texts,
): string[] {
  return changes.filter(isLatent).flatMap((change) => {
    const name = names.member(change.member);
    const status = statusOf(change.member);
    if (status === 'active') return [say.whileSuspended(name, levelThrough(change.before, 'suspended'))];
    const was = levelThrough(change.before, 'inactive');
    const then = levelThrough(change.after, 'inactive');
    if (was === then) return [];
    return [then === 'none' ? say.noLongerOnceActive(name, status, was) : say.onceActive(name, status, then)];
  });
}
