import { type BareChange, bareChanges } from './bare.ts';
import { psyctl, timed } from './processes.ts';
import { psyctlRun } from './psyctl-run.ts';
import type { Figure } from './ratios.ts';
import { type SandboxProcess, startProcess } from './sandbox-process.ts';
import { CONNECTIONS } from './year-end.ts';
import { csvOf, intentsOf, type YearEnd, yearEndOf } from './year-end-world.ts';

/** One request after the other, as a script in Node would send them that reads what to send from its input. */
const LOOP = `
let text = '';
for await (const chunk of process.stdin) text += chunk;
for (const { url, ...request } of JSON.parse(text)) {
  const answer = await fetch(url, request);
  if (!answer.ok) throw new Error(String(answer.status));
  await answer.text();
}`;

/**
 * What people would script who know all ids already, against psyctl’s sending of the same. How long a psyctl process
 * takes from start to end, which reads, plans, previews and verifies too, is told beside it.
 */
export async function scriptFigures(latencyMs: number, rows: number): Promise<Figure[]> {
  const yearEnd = yearEndOf(rows);
  const sandbox = await startProcess('--world', yearEnd.file);
  try {
    const changes = await bareChanges('shares', sandbox, yearEnd);
    const taken: Record<string, number> = {};
    for (const [name, run] of Object.entries(runsOf(sandbox, yearEnd, changes))) {
      await sandbox.reset();
      await sandbox.faults({ latencyMs });
      taken[name] = Math.round(await run());
    }
    process.stderr.write(`${JSON.stringify({ latencyMs, rows, ...taken })} ms\n`);
    const { loop = 0, xargs = 0, sending = 1 } = taken;
    const what = `${rows} shares${latencyMs > 0 ? ` at ${latencyMs} ms` : ''}: sending in batches, rate`;
    const toLoop: Figure = { what: `${what} / a fetch loop’s`, measured: loop / sending, bound: { atLeast: 20 } };
    const toXargs: Figure = { what: `${what} / xargs -P8 curl’s`, measured: xargs / sending, bound: { atLeast: 5 } };
    return latencyMs > 0 ? [toLoop, toXargs] : [toXargs];
  } finally {
    await sandbox.stop();
  }
}

const runsOf = (sandbox: SandboxProcess, yearEnd: YearEnd, changes: readonly BareChange[]) => ({
  loop: () => {
    const input = JSON.stringify(changes.map(({ path, ...rest }) => ({ url: sandbox.url + path, ...rest })));
    return timed(process.execPath, ['--input-type=module', '--eval', LOOP], { input });
  },
  xargs: () => {
    const input = changes.map((change) => `${curlArgs(sandbox, change)}\n`).join('');
    return timed('xargs', ['-P8', '-L1', 'curl', '--fail', '--silent', '--show-error'], { input });
  },
  sending: async () => {
    const manner = { connections: CONNECTIONS, batches: true, journal: true };
    return (await psyctlRun(sandbox, intentsOf('shares', yearEnd), manner)).sendingMs;
  },
  startToEnd: async () => {
    const args = ['record', 'share', '--csv', csvOf('shares', yearEnd), '--as', 'owner', '--yes', '--output', 'json'];
    return (await psyctl(sandbox, ...args)).ms;
  },
});

const curlArgs = ({ url }: SandboxProcess, { method, path, headers, body }: BareChange): string =>
  [
    ...['--request', method],
    ...Object.entries(headers).flatMap(([name, value]) => ['--header', `'${name}: ${value}'`]),
    ...['--data', `'${body}'`, url + path],
  ].join(' ');
