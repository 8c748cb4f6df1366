import { writeFileSync } from 'node:fs';

// Preloaded into a process that is measured: the most memory it held, in kB, goes to a file when it ends.
process.on('exit', () => writeFileSync(process.env.PSYCTL_BENCH_PEAK, String(process.resourceUsage().maxRSS)));
