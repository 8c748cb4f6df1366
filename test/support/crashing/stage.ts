import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execa } from 'execa';
import { ulid } from 'ulid';
import type { Capability } from '../../../src/contract/organization.ts';
import { writePlan } from '../../../src/executing/saved/file.ts';
import { outlineOf } from '../../../src/executing/saved/plan.ts';
import { type FaultyProxy, faultyProxy, type Meddling } from '../faulty-proxy.ts';
import { failedToPlan, planned } from '../psyctl.ts';
import { ADMIN_TOKEN, sandboxOf, type TestSandbox } from '../sandbox.ts';
import { type TcpProxy, tcpProxy } from '../tcp-proxy.ts';
import { type Ending, endingOf } from './ending.ts';
import { mixedRows, mixedTown } from './mixed.ts';

const BIN = new URL('../../../bin/psyctl.js', import.meta.url).pathname;
const KILLER = new URL('./kill-at-write.mjs', import.meta.url).pathname;

/** How a psyctl process ended; a signal where it was killed. */
export interface Over {
  readonly exit: number | null;
  readonly signal: string | null;
  readonly out: string;
  readonly err: string;
}

/** A psyctl process under way. */
export interface UnderWay {
  /** By SIGKILL, unless another signal is named. */
  kill(signal?: NodeJS.Signals): void;
  readonly over: Promise<Over>;
}

/** How a process is started: what its proxy does, and at which write of its journal it is killed. */
export interface Starting {
  readonly meddling?: Meddling;
  /** `torn:3`, `after:3`: in the middle of its third write, or after it; `count`: at none, they are counted. */
  readonly atWrite?: string;
  readonly flags?: readonly string[];
}

/**
 * A plan of forty rows in a file, a sandbox it is to be applied to, a proxy before that, a line to it, and a home of
 * psyctl's own.
 */
export interface Stage {
  readonly test: TestSandbox;
  readonly proxy: FaultyProxy;
  readonly line: TcpProxy;
  readonly home: string;
  readonly plan: string;
  /** The id of the plan, and of its run. */
  readonly id: string;
  /** Starts `psyctl plan apply PLAN --resume --yes …`; the process is given, so that it can be killed. */
  start(starting?: Starting): UnderWay;
  /** The same, waited for. */
  applied(starting?: Starting): Promise<Over>;
  psyctl(...args: string[]): Promise<Over>;
  ending(): Promise<Ending>;
  close(): Promise<void>;
}

/** What a stage's sandbox can't do, of what it could announce. */
export interface Without {
  readonly disable?: readonly Capability[];
}

/** Sets a stage: everything new, nothing sent. */
export async function stageOf({ disable = [] }: Without = {}): Promise<Stage> {
  const test = await sandboxOf(mixedTown());
  await fetch(`${test.sandbox.url}/sandbox/faults`, {
    method: 'PUT',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ disable }),
  });
  const proxy = await faultyProxy(test.sandbox.url);
  const line = await tcpProxy(proxy.url);
  const home = mkdtempSync(join(tmpdir(), 'psyctl-stage-'));
  const plan = join(home, 'plan.jsonl');
  const id = await savedPlan(test, new URL(line.url).host, plan);
  const { PATH = '' } = process.env;
  const run = (args: readonly string[], { atWrite }: Starting = {}): UnderWay => {
    const child = execa(process.execPath, [...(atWrite ? ['--import', KILLER] : []), BIN, ...args], {
      env: {
        PATH,
        PSYCTL_HOME: home,
        PSYCTL_API_URL: line.url,
        PSYCTL_TOKEN: ADMIN_TOKEN,
        ...(atWrite && { KILL_AT_WRITE: atWrite }),
      },
      extendEnv: false,
      reject: false,
      stdin: 'ignore',
    });
    const over = child.then(({ exitCode = null, signal = null, stdout, stderr }) => ({
      exit: exitCode,
      signal,
      out: stdout,
      err: stderr,
    }));
    return { kill: (signal = 'SIGKILL') => void child.kill(signal), over };
  };
  const start = (starting: Starting = {}) => {
    proxy.meddle(starting.meddling);
    const consent = ['--yes', '--allow-deletion', '--max-losses', '100%'];
    return run(['plan', 'apply', plan, '--resume', ...consent, ...(starting.flags ?? [])], starting);
  };
  return {
    test,
    proxy,
    line,
    home,
    plan,
    id,
    start,
    applied: (starting) => start(starting).over,
    psyctl: (...args) => run(args).over,
    ending: () => endingOf(test),
    async close() {
      await line.close();
      await proxy.close();
      await test.close();
      rmSync(home, { recursive: true, force: true });
    },
  };
}

/** The journal of a stage's run. */
export const journalOf = ({ home, id }: Pick<Stage, 'home' | 'id'>): string =>
  join(home, 'state', 'runs', id, 'journal.log');

async function savedPlan(test: TestSandbox, host: string, file: string): Promise<string> {
  const of = await planned(test.admin, { as: 'owner', intents: mixedRows() });
  if (failedToPlan(of)) throw new Error(`the forty rows can't be planned: ${of.map(({ code }) => code).join()}`);
  const { asker, plan, ...ground } = of;
  const { organization } = await test.world();
  const id = ulid();
  await writePlan(file, {
    ...ground,
    plan,
    outline: outlineOf(plan),
    rows: new Map(),
    origin: {
      id,
      psyctl: '0.1.0',
      command: 'onboard',
      args: ['year-end.yaml'],
      madeAt: '2026-06-30T23:00:00-04:00',
      organization: { id: organization.id ?? '', name: organization.name },
      host,
      sandbox: true,
      account: { id: asker.me.id, email: asker.me.email },
      as: 'owner',
      reason: 'year end',
    },
  });
  return id;
}
