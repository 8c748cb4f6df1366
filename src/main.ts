import { writeSync } from 'node:fs';
import type { Exit } from './failures/exit.ts';
import { VERSION } from './main/version.ts';
import type { StandardStreams } from './terminal/streams.ts';

/** What the scripts of `psyctl completion` call: not for people. */
const COMPLETE = '__complete';

/** What a process gives psyctl. */
export interface Process extends StandardStreams {
  readonly argv: readonly string[];
  readonly env: NodeJS.ProcessEnv;
}

/** Runs psyctl as the process it is, which ends with the exit code this sets: the only place that does. */
export async function start(): Promise<void> {
  process.exitCode = await main(process);
  // A shell waits for its answer to end: what was still being looked up is nobody's any more.
  if (process.argv[2] === COMPLETE) process.exit();
}

/** Runs psyctl with the arguments, environment and streams of a process; gives the exit code it should end with. */
export async function main(process: Process): Promise<Exit> {
  const args = process.argv.slice(2);
  // Asked for by scripts, and often: nothing is loaded for it, not even Node's own streams.
  if (args.length === 1 && /^(--version|-V)$/.test(args[0] ?? '')) {
    writeSync(1, `${VERSION}\n`);
    return 0;
  }
  if (args[0] === COMPLETE) {
    const { completionFor } = await import('./main/completing.ts');
    writeSync(1, await completionFor(args.slice(1), process.env));
    return 0;
  }
  const { runPsyctl } = await import('./main/run.ts');
  return await runPsyctl(args, process);
}
