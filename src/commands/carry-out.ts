import { ulid } from 'ulid';
import type { Changer, Reader } from '../api/index.ts';
import { getOrganization, getService, type Organization, type Service } from '../contract/organization.ts';
import { apply } from '../executing/apply.ts';
import type { Report } from '../executing/report.ts';
import { EXIT, type Exit, exitOf, firstOf } from '../failures/exit.ts';
import { Failure } from '../failures/failure.ts';
import type { Intent } from '../model/intents.ts';
import { exceedsLosses, lossesOf } from '../planning/brakes.ts';
import type { Plan } from '../planning/plan.ts';
import { plan as planOf } from '../planning/planner.ts';
import { type Asker, askerOf } from '../reading/asker.ts';
import { resolve } from '../reading/resolve.ts';
import { type Reality, readReality } from '../reading/snapshot.ts';
import type { Scene } from '../rendering/scene.ts';
import { exitOfPreview, exitOfReport } from './ending.ts';
import type { ChangeOptions, Options } from './options.ts';

/** What a change shows on its way, and what it asks. */
export interface Showing {
  /** Before anything is sent. */
  preview(scene: Scene): Promise<void>;
  /** At the end, whatever the end is; the report is null where nothing was sent. */
  ending(scene: Scene, report: Report | null, why: Failure | null): Promise<void>;
  /** Whether somebody can be asked, and their answer. */
  readonly canAsk: boolean;
  consent(steps: number): Promise<boolean>;
  /** Told of each row that has an outcome. */
  progress(total: number): { outcome(failed: boolean): void; stop(): void };
}

/** What a change is carried out with. A dry run has no client that could change anything (law 5). */
export interface Carrying {
  readonly reader: Reader;
  readonly changer: Changer | null;
  readonly host: string;
  readonly options: Options;
  readonly change: ChangeOptions;
  readonly showing: Showing;
  /** Aborted when psyctl is asked to stop; the reason is the failure it ends with. */
  readonly signal: AbortSignal;
}

/** A change's whole way: names resolved, state read, planned, previewed, consented to, applied, verified, reported. */
export async function carryOut(command: string, intents: readonly Intent[], carrying: Carrying): Promise<Exit> {
  const { reader, options, change, showing } = carrying;
  const [asker, organization, service] = await Promise.all([
    askerOf(reader, options.as),
    reader.read(getOrganization).then((answer) => answer.body),
    reader.read(getService).then((answer) => answer.body),
  ]);
  const names = await resolve(reader, asker, intents);
  const reality = await readReality(reader, asker, names, organization);
  const plan = planOf(names.intents, reality.snapshot);
  const scene = sceneOf(command, plan, reality, asker, organization, service, carrying);
  await showing.preview(scene);

  if (change.dryRun || !carrying.changer) {
    await showing.ending(scene, null, null);
    return exitOfPreview(plan, change.detailedExitCode);
  }
  const held = await heldBack(plan, carrying);
  if (held !== null) {
    await showing.ending(scene, null, held.why);
    return held.exit;
  }
  const report = await applied(plan, reality, asker, service, carrying, carrying.changer);
  await showing.ending(scene, report, report.stoppedBy);
  const interruption = carrying.signal.aborted ? [exitOf(carrying.signal.reason)] : [];
  return firstOf([exitOfReport(report), ...interruption]);
}

function sceneOf(
  command: string,
  plan: Plan,
  { directory }: Reality,
  { me, acting }: Asker,
  organization: Organization,
  service: Service,
  { host, options, change }: Carrying,
): Scene {
  const actingAs = acting.as === 'owner' ? 'owner' : acting.as === 'member' ? acting.email : null;
  return {
    plan,
    planId: ulid(),
    command,
    directory,
    target: { organization: organization.name, host, sandbox: service.sandbox },
    actor: { email: me.email, name: me.name, actingAs, reason: options.reason ?? null },
    dryRun: change.dryRun,
  };
}

/** What keeps a plan from being sent: refused rows, too many losses, consent; null where nothing does. */
async function heldBack(
  plan: Plan,
  { change, showing }: Carrying,
): Promise<{ exit: Exit; why: Failure | null } | null> {
  const { change: steps, refused } = plan.summary.steps;
  const refusal = refused > 0 && !(change.skipRefused && steps > 0) ? EXIT.refused : EXIT.done;
  if (steps === 0) return { exit: refusal, why: null };
  const missing =
    lossesMissing(plan, change) ?? (change.yes || showing.canAsk ? null : new Failure('consent-missing', {}));
  if (missing) return { exit: firstOf([exitOf(missing), refusal]), why: missing };
  if (refusal !== EXIT.done) return { exit: refusal, why: null };
  if (change.yes || (await showing.consent(steps))) return null;
  return { exit: EXIT.consentMissing, why: new Failure('declined', {}) };
}

function lossesMissing(plan: Plan, { maxLosses }: ChangeOptions): Failure | null {
  if (!exceedsLosses(plan, maxLosses)) return null;
  const limit = 'number' in maxLosses ? String(maxLosses.number) : `${maxLosses.percent}%`;
  return new Failure('too-many-losses', { losses: lossesOf(plan), limit });
}

async function applied(
  plan: Plan,
  { snapshot }: Reality,
  { me }: Asker,
  { capabilities }: Service,
  { reader, options, showing, signal }: Carrying,
  changer: Changer,
): Promise<Report> {
  const progress = showing.progress(plan.summary.steps.change);
  try {
    return await apply(plan, {
      reader,
      changer,
      snapshot,
      run: ulid(),
      self: me.actingAs?.id ?? me.id,
      idempotent: capabilities.includes('idempotency'),
      reason: options.reason,
      concurrency: options.concurrency,
      signal,
      onOutcome: ({ status }) => progress.outcome(status !== 'done'),
    });
  } finally {
    progress.stop();
  }
}
