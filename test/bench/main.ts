import { cpus } from 'node:os';
import { type Figure, keeps } from './ratios.ts';
import { sharingFigures } from './sharing.ts';
import { startupFigures } from './startup.ts';

// Ratios measured side by side in one run: absolute times say more about the machine than about psyctl.
const figures: Figure[] = [...(await startupFigures()), ...(await sharingFigures())];

const bound = (of: Figure['bound']) => ('atMost' in of ? `at most ${of.atMost}` : `at least ${of.atLeast}`);
const rows = figures.map((figure) => [
  figure.what,
  figure.measured.toFixed(3),
  bound(figure.bound),
  keeps(figure) ? 'kept' : 'MISSED',
]);
process.stdout.write(`${cpus()[0]?.model ?? ''}, ${cpus().length} cores, Node ${process.version}\n\n`);
process.stdout.write('| figure | measured | bound | |\n|---|---|---|---|\n');
for (const row of rows) process.stdout.write(`| ${row.join(' | ')} |\n`);
process.exitCode = figures.every(keeps) ? 0 : 1;
