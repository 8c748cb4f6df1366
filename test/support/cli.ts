import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execa } from 'execa';
import type { WorldInput } from '../../src/contract/world.ts';
import { ADMIN_TOKEN, sandboxOf, type TestSandbox } from './sandbox.ts';

const BIN = new URL('../../bin/psyctl.js', import.meta.url).pathname;

/** How a psyctl process ended, and what it said. */
export interface Ended {
  readonly exit: number;
  readonly out: string;
  readonly err: string;
  /** Standard output, parsed; throws where it is no JSON. */
  json(): unknown;
}

/** The shape of a change's JSON as far as tests look into it. */
// biome-ignore lint/suspicious/noExplicitAny: tests reach into JSON as a script would, without its types
export type Json = any;

/** The built psyctl as processes against a sandbox over HTTP. */
export interface Journey extends TestSandbox {
  /** Where psyctl keeps what it keeps. */
  readonly home: string;
  /** Runs `psyctl ARGS…` with the administrator's token, which may act for others. */
  psyctl(...args: string[]): Promise<Ended>;
  /** The same with another token, input or environment. */
  psyctlWith(
    options: { token?: string; input?: string | Uint8Array; env?: Record<string, string> },
    ...args: string[]
  ): Promise<Ended>;
}

/** Starts a sandbox on a world, and runs the built psyctl against it. */
export async function journeyIn(world: WorldInput): Promise<Journey> {
  const test = await sandboxOf(world);
  const home = mkdtempSync(join(tmpdir(), 'psyctl-test-'));
  const psyctlWith: Journey['psyctlWith'] = async ({ token = ADMIN_TOKEN, input, env = {} }, ...args) =>
    await runPsyctl(args, { PSYCTL_HOME: home, PSYCTL_API_URL: test.sandbox.url, PSYCTL_TOKEN: token, ...env }, input);
  return { ...test, home, psyctlWith, psyctl: (...args) => psyctlWith({}, ...args) };
}

/** Runs the built psyctl in an environment that holds nothing but what is given, and PATH. */
export async function runPsyctl(
  args: readonly string[],
  env: Readonly<Record<string, string>>,
  input?: string | Uint8Array,
): Promise<Ended> {
  const { PATH = '' } = process.env;
  const result = await execa(process.execPath, [BIN, ...args], {
    env: { PATH, ...env },
    extendEnv: false,
    reject: false,
    stripFinalNewline: false,
    ...(input === undefined ? { stdin: 'ignore' as const } : { input }),
  });
  const { stdout: out, stderr: err } = result;
  return { exit: result.exitCode ?? 1, out, err, json: () => JSON.parse(out) as unknown };
}
