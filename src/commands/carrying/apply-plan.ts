import { readAgain } from '../../executing/look.ts';
import { readPlan } from '../../executing/saved/file.ts';
import type { KeptPlan } from '../../executing/saved/lines.ts';
import { type Again, calledIn, type MovedThing, movedSince } from '../../executing/saved/moved.ts';
import { isAsSaved, type Origin, planOfSaved } from '../../executing/saved/plan.ts';
import { EXIT, type Exit, firstOf } from '../../failures/exit.ts';
import { Failure, type Moved } from '../../failures/failure.ts';
import type { Plan, Step } from '../../planning/plan.ts';
import { plan as planOf } from '../../planning/planner.ts';
import { actingFor } from '../../reading/asker.ts';
import type { Ground } from '../../reading/reality.ts';
import { doneSince } from '../../reading/since.ts';
import { shellCommand } from '../../rendering/answers/shell.ts';
import { decide } from '../carry-out.ts';
import type { Carrying } from './carrying.ts';
import { checkPlace, type Place, placeOf } from './place.ts';
import { resumeRun } from './resume.ts';

/** How a saved plan is applied. */
export interface ApplyingPlan {
  readonly file: string;
  /** Whether one that was begun is gone on with, and one that is done is left as it is. */
  readonly resume: boolean;
  /** Whether what rests on something that moved is left out, and the rest sent. */
  readonly skipStale: boolean;
}

/** So many of what moved are named. */
const MOST_NAMED = 10;

/**
 * Applies a saved plan once: reads again what it rests on, and refuses it where that has moved. Throws what reading the
 * file throws; `plan-applied`, `plan-elsewhere`, `plan-version`, `plan-stale`.
 */
export async function applyPlan({ file, resume, skipStale }: ApplyingPlan, carrying: Carrying): Promise<Exit> {
  const saved = await readPlan(file);
  const { origin } = saved;
  if (await carrying.runs.has(origin.id)) {
    if (resume) return await resumeRun(origin.id, carrying);
    throw await appliedAlready(origin, carrying);
  }
  const plan = planOfSaved(saved);
  if (!isAsSaved(plan, saved)) throw new Failure('plan-version', {}, { file });
  const place = await placeOf(carrying, origin.as ?? undefined);
  checkPlace(origin, place, carrying);
  const { ground, again } = await groundAgain(plan, saved, place, carrying);
  const moved = movedSince(plan, saved, again);
  const deciding = { origin, rows: saved.rows, place, ...(saved.undo && { undo: saved.undo }) };
  if (moved.length === 0 && ground) return await decide({ ...deciding, ground }, carrying);
  const stale = new Set(moved.flatMap(({ steps }) => steps));
  const rest = ground ? without(stale, ground, again) : null;
  const why = await staleFailure(moved, stale, saved, place, carrying);
  if (!skipStale || !rest) throw why;
  await carrying.showing.leftOut(why);
  return firstOf([EXIT.partlyDone, await decide({ ...deciding, ground: rest }, carrying)]);
}

async function appliedAlready({ id }: Origin, { runs }: Carrying): Promise<Failure> {
  const { state, history } = await runs.find(id);
  const finished = state === 'done' || state === 'partly-done';
  const at = (finished ? history.end?.at : history.run?.startedAt) ?? '';
  return new Failure('plan-applied', { run: id, state: finished ? 'finished' : 'unfinished', at });
}

async function groundAgain(plan: Plan, saved: KeptPlan, { asker, organization }: Place, { reader }: Carrying) {
  const looking = { reader, asker, organization, intents: saved.intents, idOf: (id: string) => id };
  const { present, ground } = await readAgain(plan.steps, looking);
  const steps = ground ? planOf(ground.intents, ground.snapshot).steps : [];
  const again: Again = {
    snapshot: ground?.snapshot ?? null,
    steps: new Map(present.flatMap((step, n) => (steps[n] ? [[step, steps[n]] as const] : []))),
  };
  return { ground: ground && { ...ground, leftOut: saved.leftOut }, again };
}

/** The ground of what doesn't rest on anything that moved; null where nothing is left to be sent. */
function without(stale: ReadonlySet<Step>, ground: Ground, { steps }: Again): Ground | null {
  const left = new Set([...steps].flatMap(([step, now]) => (stale.has(step) ? [] : [now.intent])));
  const intents = ground.intents.filter((intent) => left.has(intent));
  return intents.length > 0 ? { ...ground, intents } : null;
}

async function staleFailure(
  moved: readonly MovedThing[],
  stale: ReadonlySet<Step>,
  { origin, directory }: KeptPlan,
  place: Place,
  { reader }: Carrying,
): Promise<Failure<'plan-stale'>> {
  const named = await Promise.all(
    moved.slice(0, MOST_NAMED).map(async ({ thing, steps }): Promise<Moved> => {
      const what = calledIn(thing, directory);
      const rows = [...new Set(steps.map(({ row }) => row))];
      const of = auditedAs(thing, steps);
      const by = of
        ? await doneSince(reader, of, origin.madeAt, actingFor(place.asker, steps[0]?.intent.actor ?? ''))
        : [];
      return { what, rows, by };
    }),
  );
  const rows = new Set([...stale].map(({ row }) => row)).size;
  const again = shellCommand('psyctl', ...origin.command.split(' '), ...origin.args);
  return new Failure('plan-stale', { moved: named, more: Math.max(0, moved.length - MOST_NAMED), rows, again });
}

/** Under what a thing stands in the audit; a transfer under its record. */
function auditedAs({ kind, id }: MovedThing['thing'], steps: readonly Step[]) {
  if (kind === 'profile') return null;
  if (kind === 'contents') return { kind: 'record', id } as const;
  if (kind !== 'transfer') return { kind, id } as const;
  const target = steps[0]?.target;
  return target?.type === 'record' ? ({ kind: 'record', id: target.id } as const) : null;
}
