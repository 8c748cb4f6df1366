import type { Keeping } from '../../src/executing/saved/lines.ts';
import { type Origin, outlineOf, type SavedPlan } from '../../src/executing/saved/plan.ts';
import type { Directory } from '../../src/model/directory.ts';
import type { ResolvedIntent } from '../../src/model/intents/index.ts';
import type { Snapshot } from '../../src/model/snapshot.ts';
import { plan as planOf } from '../../src/planning/planner.ts';

/** Where a plan of a test was made, unless told otherwise. */
export const originOf = (told: Partial<Origin> = {}): Origin => ({
  id: '01ARZ3NDEKTSV4RRFFQ69G5FAV',
  psyctl: '0.0.0',
  command: 'record share',
  args: [],
  madeAt: '2026-06-30T21:59:00-04:00',
  organization: { id: 'organization-1', name: 'CSS des Essais' },
  host: 'api.example.org',
  sandbox: false,
  account: { id: 'ada', email: 'ada@example.org' },
  as: null,
  reason: null,
  ...told,
});

const NOBODY: Directory = { members: new Map(), teams: new Map(), spaces: new Map(), records: new Map() };

/** A plan with all it is kept of. */
export function keepingOf(
  snapshot: Snapshot,
  intents: readonly ResolvedIntent[],
  origin: Partial<Origin> = {},
  told: Partial<Pick<SavedPlan, 'leftOut' | 'rows'> & { directory: Directory }> = {},
): Keeping {
  const { leftOut = [], rows = new Map(), directory = NOBODY } = told;
  const plan = planOf(intents, snapshot, leftOut);
  return { origin: originOf(origin), outline: outlineOf(plan), intents, leftOut, snapshot, rows, directory, plan };
}
