import type { Origin } from '../../executing/saved/plan.ts';
import type { Carrying } from './carrying.ts';
import { localTime } from './clock.ts';

/**
 * Notes in the run that a plan undoes that it is undone, before anything of the plan is sent. Nothing where the plan undoes
 * none, or that run isn't kept on this machine any more. Throws `run-locked`.
 */
export async function noteUndoing({ id, undoes }: Origin, { runs }: Carrying): Promise<void> {
  if (undoes !== undefined && (await runs.has(undoes))) await runs.noteUndone(undoes, id, localTime());
}
