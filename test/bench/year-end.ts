import { bareChanges, barePool } from './bare.ts';
import { psyctlRun, type Run } from './psyctl-run.ts';
import { type Figure, median } from './ratios.ts';
import { type SandboxProcess, startProcess } from './sandbox-process.ts';
import { intentsOf, type Kind, type YearEnd, yearEndOf } from './year-end-world.ts';

/** As many as psyctl has by itself. */
export const CONNECTIONS = 8;
/** Without latency chance has more to say: the middle of several rounds counts. */
const ROUNDS = { 0: 3, 40: 1 } as const;

type Latency = keyof typeof ROUNDS;

/** One round: the bare pool and psyctl on the same sandbox, each time from the same state. */
interface Round {
  readonly bareMs: number;
  readonly singly: Run;
  readonly together: Run;
}

/** Sending so many shares or transfers, against a bare undici pool that sends the same singly with as many connections. */
export async function yearEndFigures(kind: Kind, latencyMs: Latency, count: number): Promise<Figure[]> {
  const yearEnd = yearEndOf(count);
  const sandbox = await startProcess('--world', yearEnd.file);
  try {
    const rounds: Round[] = [];
    for (let round = 0; round < ROUNDS[latencyMs]; round++)
      rounds.push(await roundOf(kind, sandbox, yearEnd, latencyMs));
    return figuresOf(kind, latencyMs, count, rounds);
  } finally {
    await sandbox.stop();
  }
}

async function roundOf(kind: Kind, sandbox: SandboxProcess, yearEnd: YearEnd, latencyMs: Latency): Promise<Round> {
  const intents = intentsOf(kind, yearEnd);
  await sandbox.reset();
  const changes = await bareChanges(kind, sandbox, yearEnd);
  await sandbox.faults({ latencyMs });
  const bareMs = await barePool(sandbox.url, changes, CONNECTIONS);
  await sandbox.reset();
  await sandbox.faults({ latencyMs, disable: ['batch'] });
  const singly = await psyctlRun(sandbox, intents, { connections: CONNECTIONS, batches: false, journal: true });
  await sandbox.reset();
  await sandbox.faults({ latencyMs });
  const together = await psyctlRun(sandbox, intents, { connections: CONNECTIONS, batches: true, journal: true });
  process.stderr.write(`${JSON.stringify({ kind, latencyMs, bareMs, singly, together }, rounded)}\n`);
  return { bareMs, singly, together };
}

const rounded = (_: string, value: unknown) => (typeof value === 'number' ? Math.round(value) : value);

function figuresOf(kind: Kind, latencyMs: Latency, count: number, rounds: readonly Round[]): Figure[] {
  const what = `${count.toLocaleString('en')} ${kind}${latencyMs > 0 ? ` at ${latencyMs} ms` : ''}`;
  const rate = (msOf: (round: Round) => number) => median(rounds.map((round) => round.bareMs / msOf(round)));
  const requests = (countOf: (round: Round) => number) => median(rounds.map((round) => countOf(round) / count));
  const figure = (said: string, measured: number, bound: Figure['bound']): Figure => ({
    what: `${what}: ${said}`,
    measured,
    bound,
  });
  const ofTheirs = 'rate / a bare pool’s';
  return [
    figure(
      `sending singly, ${ofTheirs}`,
      rate(({ singly }) => singly.sendingMs),
      { atLeast: 0.8 },
    ),
    figure(
      `sending in batches, ${ofTheirs}`,
      rate(({ together }) => together.sendingMs),
      {
        atLeast: latencyMs > 0 ? 3 : 1.5,
      },
    ),
    figure(
      `the whole run singly, ${ofTheirs}`,
      rate(({ singly }) => singly.wholeMs),
      { atLeast: 0.5 },
    ),
    figure(
      `the whole run in batches, ${ofTheirs}`,
      rate(({ together }) => together.wholeMs),
      { atLeast: 0.5 },
    ),
    figure(
      'requests a row to preview',
      requests(({ together }) => together.requests.preview),
      { atMost: 0.04 },
    ),
    figure(
      'requests a row to apply and verify in batches',
      requests(({ together }) => together.requests.apply),
      {
        atMost: 0.04,
      },
    ),
    figure(
      'requests a row to apply and verify singly',
      requests(({ singly }) => singly.requests.apply),
      {
        atMost: 1.05,
      },
    ),
  ];
}
