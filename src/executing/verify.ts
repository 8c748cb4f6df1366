import type { Reader } from '../api/index.ts';
import { type Access, NO_ACCESS } from '../model/access.ts';
import { groupBy } from '../model/collections.ts';
import type { Id, State } from '../model/organization.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { accessTo, changesTo } from '../planning/access-changes.ts';
import type { Resource, Step } from '../planning/plan.ts';
import { stateAfter, whomTouches } from '../planning/planner.ts';
import { type ObservedAccess, observeRecords } from '../reading/observed.ts';
import type { Mismatch, SeenAccess, Verification } from './report.ts';

/**
 * Holds what was predicted for the steps that were done against what the API now says, for everyone they touch.
 * What failed is left out of the prediction: only what was done can be proved.
 */
export async function verify(
  done: readonly Step[],
  snapshot: Snapshot,
  reader: Reader,
  self: Id,
): Promise<Verification> {
  const after = stateAfter(done, snapshot.state);
  const byTarget = groupBy(done, (step) => step.target.id);
  const actors = new Map([...byTarget].map(([record, steps]) => [record, steps[0]?.intent.actor ?? self]));
  const observed = await observeRecords(reader, actors, self);
  const checks = [...byTarget].map(([record, steps]) =>
    check({ type: 'record', id: record }, steps, snapshot.state, after, observed.get(record)),
  );
  return {
    checked: sum(checks.map((one) => one.checked)),
    unverifiable: sum(checks.map((one) => one.unverifiable)),
    mismatches: checks.flatMap((one) => one.mismatches),
  };
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

function check(
  resource: Resource,
  steps: readonly Step[],
  before: State,
  after: State,
  observed: ReadonlyMap<Id, ObservedAccess> | undefined,
): Verification {
  const changes = changesTo(resource, before, after, 'applied');
  const unknowable = new Set(changes.filter((change) => change.change === 'unknown').map((change) => change.member));
  const touched = new Set([
    ...changes.map((change) => change.member),
    ...steps.flatMap((step) => [...whomTouches(step, before)]),
  ]);
  if (!observed) return { checked: 0, unverifiable: touched.size, mismatches: [] };
  const checkable = [...touched].filter((member) => !unknowable.has(member));
  const predicted = accessTo(resource, after);
  const mismatches = checkable.flatMap((member): Mismatch[] => {
    const expected = asSeen(predicted.get(member) ?? NO_ACCESS, after);
    const found: SeenAccess = observed.get(member) ?? NO_ACCESS;
    return agree(expected, found) ? [] : [{ member, resource, predicted: expected, observed: bare(found) }];
  });
  return { checked: checkable.length, unverifiable: touched.size - checkable.length, mismatches };
}

/** An access as the API would tell it: through a team by its name. */
const asSeen = (access: Access, { teams }: State): SeenAccess => ({
  level: access.level,
  paths: access.paths.map((path) => ({ ...path, via: path.via === null ? null : (teams.get(path.via)?.name ?? null) })),
});

const bare = ({ level, paths }: SeenAccess): SeenAccess => ({ level, paths });

/** The API tells only of those who have something, so of the others only the level can be compared. */
function agree(expected: SeenAccess, found: SeenAccess): boolean {
  if (expected.level !== found.level) return false;
  return expected.level === 'none' || pathsOf(expected) === pathsOf(found);
}

const pathsOf = ({ paths }: SeenAccess): string =>
  paths
    .map(({ kind, level, via, state, requireApproval }) => JSON.stringify([kind, level, via, state, !!requireApproval]))
    .sort()
    .join();
