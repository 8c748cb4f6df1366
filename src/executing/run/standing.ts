import { Failure } from '../../failures/failure.ts';
import type { Snapshot } from '../../model/snapshot.ts';
import { stateAfter } from '../../planning/foretold.ts';
import type { Plan, Step } from '../../planning/plan.ts';
import { Created } from '../created.ts';
import { type Looking, lookAt, type Seen } from '../look.ts';
import type { RowOutcome } from '../report.ts';
import type { KeptPlan } from '../saved/lines.ts';
import { groundKey, printWithoutReach, restsOn } from '../saved/prints.ts';
import { failureOf, type History, isFinal, type KeptOutcome } from './events.ts';

/** How a run that is resumed stands. */
export interface Standing {
  /** What became of each step that isn't sent any more. */
  readonly before: ReadonlyMap<Step, RowOutcome>;
  /** Those of them that only looking has settled: the journal doesn't have them yet. */
  readonly settled: readonly RowOutcome[];
  readonly created: Created;
  /** The steps of the rest that may have been sent before. */
  readonly sentBefore: ReadonlySet<Step>;
  /** What the rest is sent on: the plan's snapshot, with what was read now where that is newer. */
  readonly snapshot: Snapshot;
}

/** What finding out how a run stands needs. */
export interface StandingOptions extends Omit<Looking, 'idOf' | 'intents'> {
  /** Whether the API keeps idempotency keys: then what can't be told may be sent again. */
  readonly idempotent: boolean;
}

/**
 * Finds out how a run stands: what its journal has, and of the rest what the API says. What may have been sent is settled
 * by looking; what rests on something that others have changed since is stale and isn't sent.
 */
export async function standingOf(
  plan: Plan,
  { snapshot, intents }: KeptPlan,
  history: History,
  options: StandingOptions,
): Promise<Standing> {
  const created = createdIn(plan, history);
  const before = new Map<Step, RowOutcome>();
  const open: Step[] = [];
  for (const [position, step] of plan.steps.entries()) {
    if (step.status !== 'change') continue;
    const kept = history.outcomes.get(position);
    if (kept && isFinal(kept)) before.set(step, outcomeOf(step, kept));
    else open.push(step);
  }
  const look = await lookAt(open, { ...options, intents, idOf: created.idOf });
  const positions = new Map(plan.steps.map((step, position) => [step, position]));
  const settled = open.flatMap((step, n) => {
    const seen = look.seen[n] as Seen;
    if (seen.made !== null) created.set(step.target.id, seen.made);
    return settledBy(step, seen, history.intended.has(positions.get(step) ?? -1), options.idempotent) ?? [];
  });
  for (const outcome of settled) before.set(outcome.step, outcome);
  const sentBefore = new Set(
    open.filter((step) => !before.has(step) && history.intended.has(positions.get(step) ?? -1)),
  );
  if (!look.snapshot) return { before, settled, created, sentBefore, snapshot };
  const moved = staleAmong(
    open.filter((step) => !before.has(step)),
    { before, created, snapshot, now: look.snapshot },
  );
  for (const outcome of moved) before.set(outcome.step, outcome);
  const known = newer(snapshot, look.snapshot);
  return { before, settled: [...settled, ...moved], created, sentBefore, snapshot: known };
}

/** What the API calls what a run created, as far as its journal has it. */
export function createdIn({ steps }: Plan, { outcomes }: History): Created {
  const created = new Created();
  for (const [position, { made }] of outcomes) {
    const step = steps[position];
    if (step && made !== null) created.set(step.target.id, made);
  }
  return created;
}

const outcomeOf = (step: Step, { status, error, requestId, found }: KeptOutcome): RowOutcome => ({
  step,
  status,
  error: error && failureOf(error, requestId),
  requestId,
  ...(found && { found }),
});

/** What looking says of a step; null where it is to be sent. */
function settledBy(step: Step, seen: Seen, intended: boolean, idempotent: boolean): RowOutcome | null {
  const ended = { step, error: null, requestId: null };
  if (seen.verdict === 'done')
    return intended ? { ...ended, status: 'done', found: true } : { ...ended, status: 'unchanged' };
  if (seen.verdict === 'not-done' || !intended || idempotent) return null;
  // Sent again without a key it might be done twice: it is named instead.
  return {
    step,
    status: 'unknown',
    error: new Failure('outcome-unknown', { cause: '', how: 'unseen' }),
    requestId: null,
  };
}

interface Comparing {
  readonly before: ReadonlyMap<Step, RowOutcome>;
  readonly created: Created;
  readonly snapshot: Snapshot;
  readonly now: Snapshot;
}

/** The steps that rest on something which is neither as it was nor as this run has made it. */
function staleAmong(open: readonly Step[], { before, created, snapshot, now }: Comparing): RowOutcome[] {
  const isSo = [...before.values()].filter(({ status }) => status === 'done' || status === 'unchanged');
  const expected = stateAfter(
    isSo.map(({ step }) => step),
    snapshot,
  );
  const verdicts = new Map<string, boolean>();
  return open.flatMap((step): RowOutcome[] => {
    const stale = restsOn(step, snapshot).find((thing) => {
      const key = groundKey(thing);
      const known = verdicts.get(key);
      if (known !== undefined) return known;
      const was = printWithoutReach(thing, snapshot, expected, created.idOf);
      const is = printWithoutReach(thing, now, now.state, (id) => id);
      const moved = was !== null && is !== null && was !== is;
      verdicts.set(key, moved);
      return moved;
    });
    if (!stale) return [];
    return [{ step, status: 'failed', error: new Failure('stale', { target: groundKey(stale) }), requestId: null }];
  });
}

/** ETags and transfers as they are now: what is sent is held to those. */
function newer(was: Snapshot, now: Snapshot): Snapshot {
  return {
    ...was,
    seen: new Map([...was.seen, ...now.seen]),
    spaces: new Map([...was.spaces, ...now.spaces]),
    transfers: new Map([...was.transfers, ...now.transfers]),
    etags: new Map([...was.etags, ...now.etags]),
  };
}
