import type { Snapshot } from '../model/snapshot.ts';
import { CHANGES, type Change, type Effect, type Plan, type Summary } from './plan.ts';
import { seatsOf } from './seats.ts';

/** Counts what a plan comes to. */
export function summarize(
  { steps, accessChanges, effects, hidden }: Pick<Plan, 'steps' | 'accessChanges' | 'effects' | 'hidden'>,
  snapshot: Snapshot,
): Summary {
  const stepsBy = { change: 0, unchanged: 0, refused: 0, waiting: 0 };
  for (const { status } of steps) stepsBy[status] += 1;
  const access = Object.fromEntries(CHANGES.map((change) => [change, 0])) as Record<Change, number>;
  for (const { change } of accessChanges) access[change] += 1;
  access.unknown += hidden.length;
  return { steps: stepsBy, access, ...counted(effects), seats: seatsOf(steps, effects, snapshot) };
}

function counted(effects: Iterable<Effect>): Pick<Summary, 'emails' | 'deletions'> {
  const emails = { colleagues: 0, clients: 0 };
  let deletions = 0;
  for (const { kind, audience, count } of effects) {
    if (kind === 'deletion') deletions += count ?? 0;
    if (kind === 'email' && audience) emails[audience === 'client' ? 'clients' : 'colleagues'] += count ?? 0;
  }
  return { emails, deletions };
}
