import type { Changer } from '../../api/index.ts';
import { MAX_BATCH } from '../../contract/common.ts';
import { type Applying, apply } from '../../executing/apply.ts';
import { Looker, type Looking } from '../../executing/look.ts';
import { isLeft } from '../../executing/outcomes.ts';
import type { Report } from '../../executing/report.ts';
import { type KeptEnd, keptFailure, type RunState, say } from '../../executing/run/events.ts';
import { recorderOf, recordPause, recordRead } from '../../executing/run/recorder.ts';
import type { OpenRun } from '../../executing/run/store.ts';
import type { Origin } from '../../executing/saved/plan.ts';
import type { ResolvedIntent } from '../../model/intents/index.ts';
import { resourceKey } from '../../model/resources.ts';
import type { Snapshot } from '../../model/snapshot.ts';
import type { Plan } from '../../planning/plan.ts';
import type { Carrying } from './carrying.ts';
import { localTime } from './clock.ts';
import type { Place } from './place.ts';
import { noteUndoing } from './undone.ts';

/** What is carried out: a plan, what it was made from, and, where it was begun before, how it stands. */
export interface Running extends Pick<Applying, 'predictedFrom' | 'before' | 'created' | 'sentBefore'> {
  readonly plan: Plan;
  readonly origin: Origin;
  readonly intents: readonly ResolvedIntent[];
  readonly snapshot: Snapshot;
}

/** Carries a plan out under its run's journal, and closes that whatever happens. */
export async function carriedOut(
  run: OpenRun,
  running: Running,
  place: Place,
  carrying: Carrying,
  changer: Changer,
): Promise<Report> {
  const { plan, before } = running;
  const toSend = plan.steps.filter((step) => step.status === 'change' && !before?.has(step)).length;
  const progress = carrying.showing.progress(toSend);
  carrying.onPause((pause) => progress.pause(pause));
  try {
    await noteUndoing(running.origin, carrying);
    const report = await apply(plan, {
      ...applyingOf(running, place, carrying),
      changer,
      recorder: recorderOf(run.journal, plan.steps, () => localTime()),
      onOutcome: ({ status }) => progress.outcome(status !== 'done'),
    });
    run.journal.add(say.end(endOf(report)));
    return report;
  } finally {
    progress.stop();
    await run.close();
  }
}

/** Keeps every pause from now on, and whatever is read again. */
export function recordWaits({ journal }: OpenRun, { onPause, onRetry }: Carrying): void {
  onPause((pause) => recordPause(journal, { at: localTime(), ...pause }));
  onRetry((retry) => recordRead(journal, { at: localTime(), ...retry }));
}

function applyingOf(running: Running, place: Place, { reader, options, signal }: Carrying) {
  const { asker, organization, service } = place;
  const { capabilities } = service;
  const batches = capabilities.includes('batch');
  const { origin, intents, snapshot, predictedFrom, before, created, sentBefore } = running;
  const looking: Omit<Looking, 'idOf'> = { reader, asker, organization, intents };
  let looker: Looker | undefined;
  return {
    reader,
    snapshot,
    ...(predictedFrom && { predictedFrom }),
    ...(before && { before }),
    created,
    run: origin.id,
    self: asker.me.actingAs?.id ?? asker.me.id,
    idempotent: capabilities.includes('idempotency'),
    etags: capabilities.includes('etags'),
    batches,
    sentBefore,
    reason: origin.reason ?? undefined,
    concurrency: options.concurrency * (batches ? MAX_BATCH : 1),
    signal,
    look: ((step, made) => {
      looker ??= new Looker({ ...looking, idOf: made.idOf });
      return looker.look(step);
    }) satisfies Applying['look'],
  };
}

/** How a process that carried a run out ended. */
function endOf(report: Report): KeptEnd {
  const { verification, stoppedBy, guarantees, totals } = report;
  const { checked, unverifiable, mismatches } = verification;
  return {
    at: localTime(),
    state: stateAtEnd(report),
    stoppedBy: stoppedBy && keptFailure(stoppedBy),
    guarantees,
    totals,
    verification: {
      checked,
      unverifiable,
      mismatches: mismatches.map(({ member, resource }) => ({ member, resource: resourceKey(resource) })),
    },
  };
}

/** What was left unknown, or wasn't come to, can be resumed. */
function stateAtEnd({ rows, totals, stoppedBy }: Report): RunState {
  if (stoppedBy?.code === 'interrupted') return 'interrupted';
  if (stoppedBy || rows.some(isLeft)) return 'paused';
  const waiting = rows.filter(({ step, status }) => step.status === 'waiting' && status === 'not-attempted').length;
  return totals.done + totals.unchanged + waiting === rows.length ? 'done' : 'partly-done';
}
