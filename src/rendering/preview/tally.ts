import type { AccessChange, Change } from '../../planning/plan.ts';
import { isLatent } from './lines.ts';
import { changesApproval, differingPaths } from './ways.ts';

/** How often access changes, by how it does; of approval alone, apart (S9). Changes nobody feels today aren't counted. */
export class Tally {
  private readonly times = new Map<Change, number>();
  /** How often only the approval of notes changes. */
  approvals = 0;

  /** Counts one more change. */
  add(change: AccessChange): void {
    if (isLatent(change)) return;
    const kind = change.change;
    if (!changesApproval(change)) this.times.set(kind, this.of(kind) + 1);
    else if (kind === 'path-only') this.approvals += 1;
  }

  /** How often it changes in one way. */
  of(kind: Change): number {
    return this.times.get(kind) ?? 0;
  }
}

/** The person or team whose way in a change is; one through two ways is of both. */
export const subjectsOf = (change: AccessChange): ReadonlySet<string> =>
  new Set(differingPaths(change).map((path) => path.via ?? change.member));

/** How often access changes through each person or team. */
export function tallyBySubject(changes: Iterable<AccessChange>): Map<string, Tally> {
  const tallies = new Map<string, Tally>();
  for (const change of changes) for (const subject of subjectsOf(change)) of(tallies, subject, Tally).add(change);
  return tallies;
}

/** What is kept under a key; made where nothing is yet. */
export function of<Key, Kept>(kept: Map<Key, Kept>, key: Key, Made: new () => Kept): Kept {
  const known = kept.get(key);
  if (known) return known;
  const made = new Made();
  kept.set(key, made);
  return made;
}
