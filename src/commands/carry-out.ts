import { ulid } from 'ulid';
import type { Changer, Reader } from '../api/index.ts';
import { MAX_BATCH } from '../contract/common.ts';
import { getOrganization, getService, type Organization, type Service } from '../contract/organization.ts';
import { apply } from '../executing/apply.ts';
import type { Report } from '../executing/report.ts';
import { type Exit, exitOf, firstOf } from '../failures/exit.ts';
import type { Failure } from '../failures/failure.ts';
import type { Intent } from '../model/intents/index.ts';
import type { Plan } from '../planning/plan.ts';
import { plan as planOf } from '../planning/planner.ts';
import { type Asker, askerOf } from '../reading/asker.ts';
import { type Ground, readGround } from '../reading/reality.ts';
import type { Scene } from '../rendering/scene.ts';
import { heldBack, seatsMissing } from './consent.ts';
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
  /** Whether somebody agrees to have so many items, or more that can't be counted, destroyed for good: typed, not a key. */
  consentToDeletion(items: number, unknown: boolean): Promise<boolean>;
  /** Told of each row that has an outcome. */
  progress(total: number): { outcome(failed: boolean): void; stop(): void };
}

/** What a change is carried out with. A dry run has no client that could change anything (law 5). */
export interface Carrying {
  readonly reader: Reader;
  readonly changer: Changer | null;
  /** Told what the API offers, so that requests go in batches where it takes them. */
  announced(capabilities: Service['capabilities']): void;
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
  carrying.announced(service.capabilities);
  const ground = await readGround(reader, asker, intents, organization);
  const plan = planOf(ground.intents, ground.snapshot, ground.leftOut);
  const scene = sceneOf(command, plan, ground, asker, organization, service, carrying);
  await showing.preview(scene);

  if (change.dryRun || !carrying.changer) {
    await showing.ending(scene, null, seatsMissing(plan));
    return exitOfPreview(plan, change.detailedExitCode);
  }
  const held = await heldBack(plan, change, showing);
  if (held !== null) {
    await showing.ending(scene, null, held.why);
    return held.exit;
  }
  const report = await applied(plan, ground, asker, service, carrying, carrying.changer);
  await showing.ending(scene, report, report.stoppedBy);
  const interruption = carrying.signal.aborted ? [exitOf(carrying.signal.reason)] : [];
  return firstOf([exitOfReport(report), ...interruption]);
}

function sceneOf(
  command: string,
  plan: Plan,
  { directory }: Ground,
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

async function applied(
  plan: Plan,
  { snapshot }: Ground,
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
      concurrency: options.concurrency * (capabilities.includes('batch') ? MAX_BATCH : 1),
      signal,
      onOutcome: ({ status }) => progress.outcome(status !== 'done'),
    });
  } finally {
    progress.stop();
  }
}
