import type { Changer } from '../../api/index.ts';
import { recorderOf } from '../../executing/run/recorder.ts';
import { standingOf } from '../../executing/run/standing.ts';
import type { OpenRun, StoredRun } from '../../executing/run/store.ts';
import { isAsSaved, planOfSaved } from '../../executing/saved/plan.ts';
import { EXIT, type Exit } from '../../failures/exit.ts';
import { Failure } from '../../failures/failure.ts';
import { exitOfReport, exitWithUndo } from '../ending.ts';
import type { Carrying } from './carrying.ts';
import { localTime } from './clock.ts';
import { checkPlace, type Place, placeOf, sceneOf } from './place.ts';
import { carriedOut, type Running, recordWaits } from './running.ts';

/** Whether nothing is left to be resumed. */
export const isFinished = ({ state }: Pick<StoredRun, 'state'>): boolean => state === 'done' || state === 'partly-done';

/**
 * Goes on with a run that was interrupted or paused: settles by looking what is unknown, and sends the rest with the same
 * keys. One that is finished is left as it is, and ends with 0. Throws `run-undone`, `run-locked`,
 * `plan-elsewhere`, `plan-version`.
 */
export async function resumeRun(id: string, carrying: Carrying): Promise<Exit> {
  const begun = await carrying.runs.find(id);
  if (isFinished(begun)) {
    await carrying.showing.aside('finished', id);
    return EXIT.done;
  }
  const by = begun.history.undoneBy.at(-1);
  if (by) throw new Failure('run-undone', { run: id, by: by.run });
  await carrying.showing.aside('resuming', id);
  const { open, stored } = await carrying.runs.resume(id, localTime());
  return await going(open, stored, carrying);
}

async function going(open: OpenRun, stored: StoredRun, carrying: Carrying): Promise<Exit> {
  let handedOn = false;
  recordWaits(open, carrying);
  try {
    const place = await placeOf(carrying, stored.plan.origin.as ?? undefined);
    const running = await runningOf(open, stored, place, carrying);
    handedOn = true;
    const report = await carriedOut(open, running, place, carrying, carrying.changer as Changer);
    const scene = sceneOf({ ...stored.plan, plan: running.plan }, place.asker.me.name, false);
    await carrying.showing.ending(scene, report, report.stoppedBy);
    return exitWithUndo(exitOfReport(report), running.plan, stored.plan.undo);
  } finally {
    if (!handedOn) await open.close();
  }
}

/** What is left to be done, and on what. What looking settled is kept before anything is sent. */
async function runningOf(
  open: OpenRun,
  { plan: saved, history }: StoredRun,
  place: Place,
  carrying: Carrying,
): Promise<Running> {
  const { origin, intents, snapshot } = saved;
  checkPlace(origin, place, carrying);
  const plan = planOfSaved(saved);
  if (!isAsSaved(plan, saved)) throw new Failure('plan-version', {});
  const { asker, organization, service } = place;
  const idempotent = service.capabilities.includes('idempotency');
  const standing = await standingOf(plan, saved, history, { reader: carrying.reader, asker, organization, idempotent });
  const recorder = recorderOf(open.journal, plan.steps, () => localTime());
  for (const outcome of standing.settled) recorder.outcome(outcome, standing.created.ofTarget(outcome.step));
  const { before, created, sentBefore } = standing;
  return { plan, origin, intents, snapshot: standing.snapshot, predictedFrom: snapshot, before, created, sentBefore };
}
