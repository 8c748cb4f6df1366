import { isAsSaved, planOfSaved } from '../../executing/saved/plan.ts';
import { undoGround } from '../../executing/undoing/undo.ts';
import type { Exit } from '../../failures/exit.ts';
import { Failure } from '../../failures/failure.ts';
import { decide } from '../carry-out.ts';
import type { Carrying } from './carrying.ts';
import { checkPlace, originOf, placeOf } from './place.ts';

/**
 * Undoes a run: makes a plan of what puts back what it did, previewed, agreed to and carried out like any other; for whom the
 * run acted, unless told otherwise. Throws `unknown-run`, `run-locked`, `plan-elsewhere`, `plan-version`.
 */
export async function undoRun(text: string, carrying: Carrying): Promise<Exit> {
  const { runs, reader, options } = carrying;
  const { id, plan: saved, history } = await runs.find(text);
  await runs.ensureIdle(id);
  const plan = planOfSaved(saved);
  if (!isAsSaved(plan, saved)) throw new Failure('plan-version', {});
  const place = await placeOf(carrying, options.as ?? saved.origin.as ?? undefined);
  checkPlace(saved.origin, place, carrying);
  const { asker, organization } = place;
  const { ground, rows } = await undoGround({ reader, asker, organization, saved, plan, history });
  const origin = { ...originOf('run undo', [id], place, carrying), undoes: id };
  return await decide({ origin, rows: new Map(), ground, place, undo: rows }, carrying);
}
