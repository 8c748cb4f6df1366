import type { Access, Path } from '../../model/access.ts';
import { compareLevels, highest, type Level } from '../../model/levels.ts';
import type { Id } from '../../model/organization.ts';
import type { AccessChange } from '../../planning/plan.ts';
import type { Texts } from '../../texts/index.ts';
import type { Names } from './names.ts';

const keyOf = ({ kind, level, via, state, requireApproval }: Path) =>
  [kind, level, via, state, requireApproval ?? ''].join(' ');

/** The ways in that only one of two accesses has: what really changes. */
export function differingPaths({ before, after }: Pick<AccessChange, 'before' | 'after'>): Path[] {
  const was = new Set(before.paths.map(keyOf));
  const is = new Set(after.paths.map(keyOf));
  return [
    ...before.paths.filter((path) => !is.has(keyOf(path))),
    ...after.paths.filter((path) => !was.has(keyOf(path))),
  ];
}

/** The team a change comes through, where it comes through one team and nothing else. */
export function onlyTeamOf(change: AccessChange): Id | null {
  const teams = new Set(differingPaths(change).map((path) => (path.kind === 'team' ? path.via : null)));
  const [only] = teams;
  return teams.size === 1 && only ? only : null;
}

const works = (path: Path) => path.state === 'active';

/** The ways in that stay as they are and work, in words: what is kept where another goes. */
export function constantWays(change: AccessChange, names: Names, { preview: say }: Texts): string[] {
  const changed = new Set(differingPaths(change).map(keyOf));
  const constant = change.before.paths.filter((path) => works(path) && !changed.has(keyOf(path)));
  const top = highest(constant.map((path) => path.level));
  return constant.filter((path) => path.level === top).map((path) => wayIn(path, names, say));
}

/** What a person should know beside the levels: which other way they had or keep, approval, what is unknown. */
export function notesOn(change: AccessChange, names: Names, { preview: say }: Texts): string[] {
  const { before, after } = change;
  if (change.change === 'unknown') return [say.unknownAfter];
  // Whoever owns it, or has again what they had, needs no other way in explained.
  if (after.level === 'owner' || change.change === 'resumed') return [];
  const notes: string[] = [];
  const changed = new Set(differingPaths(change).map(keyOf));
  const constant = before.paths.filter((path) => works(path) && !changed.has(keyOf(path)));
  const top = highest(constant.map((path) => path.level));
  if (constant.length > 0) {
    const ways = constant.filter((path) => path.level === top).map((path) => wayIn(path, names, say));
    const falls = compareLevels(after.level, before.level) <= 0;
    notes.push(falls ? say.keeps(top, ways) : say.had(top, ways));
  }
  return [...notes, ...copyNote(change, say), ...approvalNote(change, say)];
}

/** T10: whoever hands a record over may keep a copy of it. */
function copyNote({ before, after }: AccessChange, say: Texts['preview']): string[] {
  const holds = ({ paths }: Access) => paths.some(({ kind }) => kind === 'archived-copy');
  return holds(after) && !holds(before) ? [say.transfer.keepsCopy] : [];
}

const wayIn = (path: Path, names: Names, say: Texts['preview']): string =>
  path.via === null ? (say.way[path.kind] ?? path.kind) : say.throughTeam(names.team(path.via));

const needsApproval = (access: Access) => access.paths.some((path) => path.requireApproval && works(path));

/** Whether somebody's notes need approval afterwards and didn't before, or the other way round (S9). */
export const changesApproval = ({ before, after }: Pick<AccessChange, 'before' | 'after'>): boolean =>
  needsApproval(before) !== needsApproval(after) && after.level !== 'none';

function approvalNote(change: AccessChange, say: Texts['preview']): string[] {
  if (!changesApproval(change)) return [];
  return [needsApproval(change.after) ? say.approvalNow : say.approvalNoMore];
}

/** The level the ways of one state would give. */
export const levelThrough = (access: Access, state: Path['state']): Level =>
  highest(access.paths.filter((path) => path.state === state).map((path) => path.level));
