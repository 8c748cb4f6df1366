import { join } from 'node:path';
import { ulid } from 'ulid';
import { type Connection, connect } from '../../src/api/index.ts';
import { MAX_BATCH } from '../../src/contract/common.ts';
import { apply } from '../../src/executing/apply.ts';
import { recorderOf } from '../../src/executing/run/recorder.ts';
import { RunStore } from '../../src/executing/run/store.ts';
import { type Origin, outlineOf } from '../../src/executing/saved/plan.ts';
import type { Intent } from '../../src/model/intents/index.ts';
import { failedToPlan, type Planned, planned } from '../support/psyctl.ts';
import { newFolder } from './processes.ts';
import type { SandboxProcess } from './sandbox-process.ts';

/** What a run of psyctl took. */
export interface Run {
  /** Milliseconds to read and plan, to keep the plan, to send from the first change to the last answer, and to verify. */
  readonly planningMs: number;
  readonly keepingMs: number;
  readonly sendingMs: number;
  readonly verifyingMs: number;
  readonly wholeMs: number;
  readonly requests: { readonly preview: number; readonly apply: number };
}

/** How a run goes about it. */
export interface Manner {
  readonly connections: number;
  /** Whether the sandbox announces batches. */
  readonly batches: boolean;
  /** Whether the plan is kept and a journal written, as psyctl always does. */
  readonly journal: boolean;
}

/** Plans, applies and verifies some rows on their owners' behalf as psyctl does; throws where not all was as predicted. */
export async function psyctlRun(
  { url, token }: SandboxProcess,
  intents: readonly Intent[],
  { connections, batches, journal }: Manner,
): Promise<Run> {
  let count = 0;
  const log = () => {
    count += 1;
  };
  const connection = connect({ url, token, env: {}, concurrency: connections, log });
  const begun = performance.now();
  const outcome = await planned(connection, { as: 'owner', intents });
  if (failedToPlan(outcome)) throw new Error(outcome.map((failure) => failure.code).join());
  const [plannedAt, preview] = [performance.now(), count];
  const kept = journal ? await keptRun(outcome, url) : null;
  const keptAt = performance.now();
  const watch = watched(connection);
  const report = await apply(outcome.plan, {
    ...watch.connection,
    snapshot: outcome.snapshot,
    run: kept?.id ?? ulid(),
    self: outcome.asker.me.id,
    idempotent: true,
    etags: true,
    batches,
    reason: undefined,
    concurrency: connections * (batches ? MAX_BATCH : 1),
    recorder: kept?.recorder,
  });
  await kept?.close();
  const ended = performance.now();
  await connection.close();
  if (report.totals.done !== intents.length || report.verification.mismatches.length > 0)
    throw new Error(`not as planned: ${JSON.stringify(report.totals)}`);
  return {
    planningMs: plannedAt - begun,
    keepingMs: keptAt - plannedAt,
    sendingMs: watch.last() - keptAt,
    verifyingMs: ended - watch.last(),
    wholeMs: ended - begun,
    requests: { preview, apply: count - preview },
  };
}

/** The same connection, with the moment the last change was answered. */
function watched({ reader, changer }: Connection) {
  let last = 0;
  const change = async (...args: Parameters<Connection['changer']['change']>) => {
    const answer = await changer.change(...args);
    last = performance.now();
    return answer;
  };
  return { connection: { reader, changer: { ...changer, change } as Connection['changer'] }, last: () => last };
}

/** Keeps the plan and begins its journal, as psyctl does before it sends anything. */
async function keptRun({ asker, plan, ...ground }: Planned, host: string) {
  const now = () => new Date().toISOString();
  const { id, email } = asker.me;
  const origin: Origin = {
    id: ulid(),
    psyctl: 'bench',
    command: 'bench',
    args: [],
    madeAt: now(),
    organization: { id: '', name: '' },
    host,
    sandbox: true,
    account: { id, email },
    as: 'owner',
    reason: null,
  };
  const store = new RunStore(join(newFolder(), 'runs'));
  const open = await store.begin({ origin, rows: new Map(), outline: outlineOf(plan), plan, ...ground }, now());
  return { id: origin.id, recorder: recorderOf(open.journal, plan.steps, now), close: () => open.close() };
}
