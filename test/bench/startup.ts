import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { around, newFolder, timed } from './processes.ts';
import { type Figure, inTurn, median, ratio } from './ratios.ts';
import { startProcess } from './sandbox-process.ts';

const BIN = new URL('../../bin/psyctl.js', import.meta.url).pathname;
const ROUNDS = 21;

/** How much longer than an empty Node script the commands take that people wait for most often. */
export async function startupFigures(): Promise<Figure[]> {
  const folder = newFolder();
  const empty = join(folder, 'empty.mjs');
  writeFileSync(empty, '');
  const sandbox = await startProcess('--size', '200');
  const env = around(sandbox);
  const node =
    (...args: string[]) =>
    () =>
      timed(process.execPath, args, { env });
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
