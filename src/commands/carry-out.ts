import { writePlan } from '../executing/saved/file.ts';
import type { Keeping } from '../executing/saved/lines.ts';
import type { Cells, Origin, SavedPlan } from '../executing/saved/plan.ts';
import { outlineOf } from '../executing/saved/plan.ts';
import { EXIT, type Exit, firstOf } from '../failures/exit.ts';
import type { Intent } from '../model/intents/index.ts';
import type { Plan } from '../planning/plan.ts';
import { plan as planOf } from '../planning/planner.ts';
import { type Ground, readGround } from '../reading/reality.ts';
import type { Scene } from '../rendering/scene.ts';
import type { Carrying } from './carrying/carrying.ts';
import { localTime } from './carrying/clock.ts';
import { originOf, type Place, placeOf, sceneOf } from './carrying/place.ts';
import { carriedOut, recordWaits } from './carrying/running.ts';
import { heldBack, keptBack, seatsMissing } from './consent.ts';
import { exitOfPreview, exitOfReport, exitWithUndo } from './ending.ts';
import type { Taken } from './rows.ts';

/** What somebody wants, how they called for it, and the rows of the file they said it in, where it was one. */
export interface Called {
  /** `noun verb`. */
  readonly command: string;
  readonly args: readonly string[];
  readonly intents: Taken<Intent>;
  readonly rows: Iterable<readonly [number, Cells]>;
}

/** A change's whole way: names resolved, state read, planned, previewed, consented to, applied, verified, reported. */
export async function carryOut(called: Called, carrying: Carrying): Promise<Exit> {
  const place = await placeOf(carrying, carrying.options.as);
  const ground = await readGround(carrying.reader, place.asker, called.intents.take(), place.organization);
  const origin = originOf(called.command, called.args, place, carrying);
  return await decide({ origin, rows: called.rows, ground, place }, carrying);
}

/** What is decided about: a plan's ground, where it is from and where it is to be carried out. */
export interface Deciding extends Pick<SavedPlan, 'undo'> {
  readonly origin: Origin;
  readonly rows: Iterable<readonly [number, Cells]>;
  readonly ground: Ground;
  readonly place: Place;
}

/** Plans, shows, and goes as far as it is allowed to: a preview, a plan file, or all the way. */
export async function decide(deciding: Deciding, carrying: Carrying): Promise<Exit> {
  const { ground, undo } = deciding;
  const plan = planOf(ground.intents, ground.snapshot, ground.leftOut);
  return exitWithUndo(await decided(plan, deciding, carrying), plan, undo);
}

async function decided(plan: Plan, { origin, rows, ground, place, undo }: Deciding, carrying: Carrying): Promise<Exit> {
  const { change, showing } = carrying;
  const keeping: Keeping = { origin, rows, outline: outlineOf(plan), plan, ...ground, ...(undo && { undo }) };
  const scene = sceneOf(keeping, place.asker.me.name, change.dryRun);
  await showing.preview(scene);
  if (change.out !== undefined) return await writtenTo(change.out, keeping, scene, carrying);
  if (change.dryRun || !carrying.changer) {
    await showing.ending(scene, null, seatsMissing(plan));
    return exitOfPreview(plan, change.detailedExitCode);
  }
  const held = await heldBack(plan, change, showing);
  if (held !== null) {
    await showing.ending(scene, null, held.why);
    return held.exit;
  }
  const run = await carrying.runs.begin(keeping, localTime());
  recordWaits(run, carrying);
  const running = { plan, origin, intents: ground.intents, snapshot: ground.snapshot };
  const report = await carriedOut(run, running, place, carrying, carrying.changer);
  await showing.ending(scene, report, report.stoppedBy);
  return exitOfReport(report);
}

/** `--out`: what would hold the plan back keeps it from being written too; of what is left out, nothing is kept. */
async function writtenTo(file: string, keeping: Keeping, scene: Scene, { change, showing }: Carrying): Promise<Exit> {
  const held = keptBack(keeping.plan, change);
  if (held) {
    await showing.ending(scene, null, held.why);
    return held.exit;
  }
  const kept = change.skipRefused ? withoutRefused(keeping) : keeping;
  await writePlan(file, kept);
  await showing.aside('plan-written', file);
  await showing.ending(scene, null, null);
  const leftOut = kept.intents.length < keeping.intents.length;
  return firstOf([leftOut ? EXIT.partlyDone : EXIT.done, exitOfPreview(kept.plan, change.detailedExitCode)]);
}

function withoutRefused(keeping: Keeping): Keeping {
  const refused = new Set(keeping.plan.steps.filter(({ status }) => status === 'refused').map(({ intent }) => intent));
  const intents = keeping.intents.filter((intent) => !refused.has(intent));
  const plan: Plan = planOf(intents, keeping.snapshot, keeping.leftOut);
  return { ...keeping, intents, plan, outline: outlineOf(plan) };
}
