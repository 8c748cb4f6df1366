import type { Plan, Step } from '../../planning/plan.ts';
import type { Created } from '../created.ts';
import { type Looking, lookAt } from '../look.ts';
import type { History } from '../run/events.ts';
import { createdIn } from '../run/standing.ts';
import type { KeptPlan } from '../saved/lines.ts';

/** What a run has done. */
export interface DoneByRun {
  readonly steps: readonly Step[];
  /** Of these it can't be told whether they were made. */
  readonly unknown: readonly Step[];
  readonly created: Created;
}

/**
 * What a run did, as its journal has it. Of what may have been sent and was never heard of again, looking says whether it
 * was made. Throws what reading throws where the API can't be read.
 */
export async function doneByRun(
  plan: Plan,
  { intents }: KeptPlan,
  history: History,
  looking: Omit<Looking, 'idOf' | 'intents'>,
): Promise<DoneByRun> {
  const created = createdIn(plan, history);
  const doubtful = plan.steps.filter((step, position) => {
    const status = history.outcomes.get(position)?.status ?? (history.intended.has(position) ? 'unknown' : null);
    return step.status === 'change' && status === 'unknown';
  });
  const { seen } = await lookAt(doubtful, { ...looking, intents, idOf: created.idOf });
  const verdicts = new Map(doubtful.map((step, n) => [step, seen[n]]));
  for (const [{ target }, one] of verdicts) if (one && one.made !== null) created.set(target.id, one.made);
  const wasMade = (step: Step, position: number) =>
    history.outcomes.get(position)?.status === 'done' || verdicts.get(step)?.verdict === 'done';
  return {
    steps: plan.steps.filter(wasMade),
    unknown: doubtful.filter((step) => verdicts.get(step)?.verdict === 'cannot-tell'),
    created,
  };
}
