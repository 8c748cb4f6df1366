import { groupBy } from '../../model/collections.ts';
import type { Id } from '../../model/organization.ts';
import type { AccessChange } from '../../planning/plan.ts';
import type { Texts } from '../../texts/index.ts';
import type { Names } from './names.ts';
import { levelThrough, notesOn, onlyTeamOf } from './ways.ts';

/** A line of a preview: who, where they stand in each phase, and what else to know. */
export interface Line {
  readonly label: string;
  readonly levels: readonly string[];
  readonly notes: readonly string[];
}

/** The lines of one resource's changes: people who stand in the same place through the same team share one. */
export function linesOf(changes: readonly AccessChange[], names: Names, texts: Texts): Line[] {
  const felt = changes.filter((change) => !isLatent(change) && !staysOwner(change));
  const groups = groupBy(felt, (change) => {
    const team = onlyTeamOf(change);
    const { before, after, change: how } = change;
    return team ? [team, before.level, after.level, how, ...notesOn(change, names, texts)].join('|') : change.member;
  });
  return [...groups.values()].map((group) => lineOf(group, names, texts));
}

function lineOf(group: readonly AccessChange[], names: Names, texts: Texts): Line {
  const [first] = group as [AccessChange];
  const say = texts.preview;
  const team = onlyTeamOf(first);
  const several = group.length > 1 && team;
  return {
    label: several ? say.team(names.team(team), group.length, names.teamSize(team)) : names.member(first.member),
    levels: [say.level(first.before.level), say.level(first.after.level)],
    notes: notesOn(first, names, texts),
  };
}

/** Whether a change is of a record's owner, to whom another way in is nothing. */
const staysOwner = ({ before, after }: AccessChange): boolean => before.level === 'owner' && after.level === 'owner';

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
    if (status === 'active') return [`${name}: ${say.whileSuspended(levelThrough(change.before, 'suspended'))}`];
    const was = levelThrough(change.before, 'inactive');
    const then = levelThrough(change.after, 'inactive');
    if (was === then) return [];
    return [then === 'none' ? say.noLongerOnceActive(name, status, was) : say.onceActive(name, status, then)];
  });
}
