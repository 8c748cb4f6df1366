import { spawn } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Figure, inTurn, median, ratio } from './ratios.ts';
import { startProcess } from './sandbox-process.ts';

const BIN = new URL('../../bin/psyctl.js', import.meta.url).pathname;
const ROUNDS = 21;

/** How much longer than an empty Node script the commands take that people wait for most often. */
export async function startupFigures(): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'psyctl-bench-'));
  const empty = join(folder, 'empty.mjs');
  writeFileSync(empty, '');
  const sandbox = await startProcess('--size', '200');
  const env = {
    PATH: process.env['PATH'] ?? '',
    PSYCTL_HOME: folder,
    PSYCTL_API_URL: sandbox.url,
    PSYCTL_TOKEN: sandbox.token,
  };
  const node =
    (...args: string[]) =>
    () =>
      ended(args, env);
  try {
    const taken = await inTurn(
      {
        empty: node(empty),
        version: node(BIN, '--version'),
        help: node(BIN, 'record', 'share', '--help'),
        whoami: node(BIN, 'whoami'),
      },
      ROUNDS,
    );
    process.stderr.write(
      `${JSON.stringify(Object.fromEntries(Object.entries(taken).map(([name, ms]) => [name, Math.round(median(ms))])))} ms\n`,
    );
    return [
      {
        what: 'psyctl --version / an empty Node script',
        measured: ratio(taken.version, taken.empty),
        bound: { atMost: 1.3 },
      },
      {
        what: 'psyctl record share --help / an empty Node script',
        measured: ratio(taken.help, taken.empty),
        bound: { atMost: 1.3 },
      },
      {
        what: 'psyctl whoami / an empty Node script',
        measured: ratio(taken.whoami, taken.empty),
        bound: { atMost: 4 },
      },
    ];
  } finally {
    await sandbox.stop();
  }
}

function ended(args: readonly string[], env: Record<string, string>): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'ignore', 'inherit'] });
    child.on('error', reject);
    child.on('exit', (code) => (code === 0 ? resolve() : reject(new Error(`${args.join(' ')} ended with ${code}`))));
  });
}
