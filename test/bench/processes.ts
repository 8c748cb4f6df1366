import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execa } from 'execa';
import type { SandboxProcess } from './sandbox-process.ts';

const BIN = new URL('../../bin/psyctl.js', import.meta.url).pathname;
const PEAK = new URL('peak-memory.mjs', import.meta.url).pathname;

const home = mkdtempSync(join(tmpdir(), 'psyctl-bench-'));
process.on('exit', () => rmSync(home, { recursive: true, force: true }));

/** A new folder for what a bench needs, gone when this process ends. */
export const newFolder = (): string => mkdtempSync(join(home, 'of-'));

/** What else a process is given: nothing of this one’s environment but PATH goes along. */
interface Given {
  readonly env?: Readonly<Record<string, string>>;
  readonly input?: string;
}

/** Milliseconds a process takes from its start to its end; throws where it fails. What it prints is thrown away. */
export async function timed(
  command: string,
  args: readonly string[],
  { env = {}, input }: Given = {},
): Promise<number> {
  const begun = performance.now();
  await execa(command, args, {
    env: { PATH: process.env['PATH'] ?? '', ...env },
    extendEnv: false,
    stdout: 'ignore',
    ...(input === undefined ? { stdin: 'ignore' as const } : { input }),
  });
  return performance.now() - begun;
}

/** What the built psyctl finds around it: a sandbox, and nothing kept from before. */
export const around = ({ url, token }: SandboxProcess): Record<string, string> => ({
  PSYCTL_HOME: newFolder(),
  PSYCTL_API_URL: url,
  PSYCTL_TOKEN: token,
});

/** The built psyctl as a process against a sandbox: how long it takes, and the most memory it ever holds, in MB (10⁶ bytes). */
export async function psyctl(
  sandbox: SandboxProcess,
  ...args: readonly string[]
): Promise<{ readonly ms: number; readonly peakMb: number }> {
  const peak = join(newFolder(), 'peak');
  const env = { ...around(sandbox), PSYCTL_BENCH_PEAK: peak };
  const ms = await timed(process.execPath, ['--import', PEAK, BIN, ...args], { env });
  return { ms, peakMb: Number(readFileSync(peak, 'utf8')) / 1000 };
}
