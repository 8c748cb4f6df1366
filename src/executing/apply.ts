import type { Reader } from '../api/index.ts';
import { Failure } from '../failures/failure.ts';
import type { Snapshot } from '../model/snapshot.ts';
import type { Plan, Step } from '../planning/plan.ts';
import { type Report, type RowOutcome, totalsOf, type Verification } from './report.ts';
import { type Sending, send } from './send.ts';
import { type Verifying, verify } from './verify.ts';

/** What applying a plan needs: a client that can change things, and what the plan was made from. */
export interface Applying extends Sending {
  readonly reader: Reader;
  /** Whether the API has ETags. */
  readonly etags: boolean;
  /** Whether changes go to it in batches. */
  readonly batches: boolean;
  /** What the plan was made from, where what is sent rests on something read later. */
  readonly predictedFrom?: Snapshot;
}

/**
 * Carries a plan out and then proves what came of it: sends every step that changes something, and compares the
 * access predicted with what the API says afterwards. Never throws for a row.
 */
export async function apply(plan: Plan, applying: Applying): Promise<Report> {
  const { before = new Map<Step, RowOutcome>(), predictedFrom = applying.snapshot } = applying;
  const changing = plan.steps.filter((step) => step.status === 'change' && !before.has(step));
  const { outcomes, stoppedBy, created, sentAgain } = await send(changing, applying);
  const rows = rowsOf(plan, outcomes, before);
  const done = rows.filter(isSo).map((row) => row.step);
  // Whoever stops a run waits for nothing more: it is proved when it is resumed.
  const { verification, failure } = applying.signal?.aborted
    ? { verification: unproved(done), failure: null }
    : await verified(done, { ...applying, snapshot: predictedFrom, created, sparing: applying.batches });
  return {
    id: applying.run,
    rows,
    totals: totalsOf(rows),
    verification,
    created: created.all,
    guarantees: { idempotency: applying.idempotent, etags: applying.etags, sentAgain },
    stoppedBy: stoppedBy ?? failure ?? interruption(applying.signal),
  };
}

function rowsOf(
  { steps }: Plan,
  outcomes: readonly RowOutcome[],
  before: ReadonlyMap<Step, RowOutcome>,
): readonly RowOutcome[] {
  const sent = new Map(outcomes.map((outcome) => [outcome.step, outcome]));
  return steps.map((step) => sent.get(step) ?? before.get(step) ?? notSent(step));
}

/** Where nothing more can be read, what was done stands unproved: that is said, and nothing is lost. */
async function verified(done: readonly Step[], verifying: Verifying) {
  try {
    return { verification: await verify(done, verifying), failure: null };
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return { verification: unproved(done), failure: error };
  }
}

const unproved = (done: readonly Step[]): Verification => ({
  checked: 0,
  unverifiable: done.length,
  mismatches: [],
});

/** Done by the run; or meanwhile by somebody, as a run that is resumed finds. What was so beforehand foretells nothing. */
const isSo = ({ step, status }: RowOutcome): boolean =>
  status === 'done' || (status === 'unchanged' && step.status === 'change');

const interruption = (signal?: AbortSignal): Failure | null => (signal?.aborted ? (signal.reason as Failure) : null);

function notSent(step: Step): RowOutcome {
  const status = step.status === 'unchanged' || step.status === 'refused' ? step.status : 'not-attempted';
  return { step, status, error: null, requestId: null };
}
