import { psyctl } from './processes.ts';
import type { Figure } from './ratios.ts';
import { startProcess } from './sandbox-process.ts';
import { csvOf, type Kind, yearEndOf } from './year-end-world.ts';

const TIMES = 10;

/** How the time and the memory of a psyctl process grow with the rows of its file, all of its way from reading to verifying. */
export async function scaleFigures(kind: Kind, rows: number): Promise<Figure[]> {
  const yearEnd = yearEndOf(rows);
  const sandbox = await startProcess('--world', yearEnd.file);
  try {
    const run = async (count: number) => {
      await sandbox.reset();
      const csv = csvOf(kind, { ...yearEnd, numbers: yearEnd.numbers.slice(0, count) });
      const command = kind === 'shares' ? ['record', 'share'] : ['record', 'transfer'];
      const measured = await psyctl(sandbox, ...command, '--csv', csv, '--as', 'owner', '--yes', '--output', 'json');
      process.stderr.write(`${JSON.stringify({ kind, count, ...measured })}\n`);
      return measured;
    };
    const few = await run(rows / TIMES);
    const many = await run(rows);
    const what = `${rows.toLocaleString('en')} ${kind}`;
    return [
      {
        what: `${what}: time / that of a tenth of them`,
        measured: many.ms / few.ms,
        bound: { atMost: 11 },
      },
      { what: `${what}: peak memory of psyctl, MB`, measured: many.peakMb, bound: { atMost: 400 } },
    ];
  } finally {
    await sandbox.stop();
  }
}
