import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { journalFigures } from './journal.ts';
import { type Figure, keeps } from './ratios.ts';
import { scaleFigures } from './scale.ts';
import { scriptFigures } from './scripts.ts';
import { startupFigures } from './startup.ts';
import { yearEndFigures } from './year-end.ts';

const MANY = 20_000;

/** What there is to measure, by the name it is asked for; over how many rows, where nothing else is said. */
const BENCHES: Readonly<Record<string, (rows?: number) => Promise<Figure[]>>> = {
  startup: startupFigures,
  shares: (rows = MANY) => yearEndFigures('shares', 0, rows),
  transfers: (rows = MANY) => yearEndFigures('transfers', 0, rows),
  'shares-latency': (rows = MANY) => yearEndFigures('shares', 40, rows),
  'transfers-latency': (rows = MANY) => yearEndFigures('transfers', 40, rows),
  scripts: (rows = 500) => scriptFigures(0, rows),
  'scripts-latency': (rows = 500) => scriptFigures(40, rows),
  journal: (rows = MANY) => journalFigures(rows),
  scale: (rows = 100_000) => scaleFigures('shares', rows),
};

// `npm run bench -- NAME… --rows N`: some of it, over fewer rows, while working on it.
const { values, positionals: asked } = parseArgs({ options: { rows: { type: 'string' } }, allowPositionals: true });
const rows = values.rows === undefined ? undefined : Number(values.rows);
const unknown = asked.filter((name) => !(name in BENCHES));
if (unknown.length > 0 || (rows !== undefined && !(rows >= 10 && Number.isInteger(rows)))) {
  process.stderr.write(`npm run bench -- [${Object.keys(BENCHES).join(' | ')}]… [--rows N], N from 10\n`);
  process.exit(2);
}

// Stopped, it leaves no sandbox behind.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));

// Ratios measured side by side in one run: absolute times say more about the machine than about psyctl.
const figures: Figure[] = [];
for (const [name, bench] of Object.entries(BENCHES)) {
  if (asked.length === 0 || asked.includes(name)) figures.push(...(await bench(rows)));
}

const bound = (of: Figure['bound']) => ('atMost' in of ? `at most ${of.atMost}` : `at least ${of.atLeast}`);
const lines = figures.map((figure) => [
  figure.what,
  figure.measured.toFixed(3),
  bound(figure.bound),
  keeps(figure) ? 'kept' : 'MISSED',
]);
process.stdout.write(`${cpus()[0]?.model ?? ''}, ${cpus().length} cores, Node ${process.version}\n\n`);
process.stdout.write('| figure | measured | bound | |\n|---|---|---|---|\n');
for (const line of lines) process.stdout.write(`| ${line.join(' | ')} |\n`);
process.exitCode = figures.every(keeps) ? 0 : 1;
