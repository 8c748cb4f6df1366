import { psyctlRun } from './psyctl-run.ts';
import { type Figure, ratio } from './ratios.ts';
import { startProcess } from './sandbox-process.ts';
import { CONNECTIONS } from './year-end.ts';
import { intentsOf, yearEndOf } from './year-end-world.ts';

const ROUNDS = 3;

/** What it costs to keep a run: the plan written and every intent on the disk before its request goes. */
export async function journalFigures(rows: number): Promise<Figure[]> {
  const yearEnd = yearEndOf(rows);
  const sandbox = await startProcess('--world', yearEnd.file);
  try {
    const wholeMs = async (batches: boolean, journal: boolean) => {
      await sandbox.reset();
      await sandbox.faults(batches ? {} : { disable: ['batch'] });
      const run = await psyctlRun(sandbox, intentsOf('shares', yearEnd), {
        connections: CONNECTIONS,
        batches,
        journal,
      });
      process.stderr.write(`${JSON.stringify({ batches, journal, ...run }, rounded)}\n`);
      return run.wholeMs;
    };
    const figures: Figure[] = [];
    for (const batches of [false, true]) {
      const kept: number[] = [];
      const unkept: number[] = [];
      for (let round = 0; round < ROUNDS; round++) {
        unkept.push(await wholeMs(batches, false));
        kept.push(await wholeMs(batches, true));
      }
      figures.push({
        what: `${rows.toLocaleString('en')} shares ${batches ? 'in batches' : 'singly'}: time with a journal / without`,
        measured: ratio(kept, unkept),
        bound: { atMost: 1.15 },
      });
    }
    return figures;
  } finally {
    await sandbox.stop();
  }
}

const rounded = (_: string, value: unknown) => (typeof value === 'number' ? Math.round(value) : value);
