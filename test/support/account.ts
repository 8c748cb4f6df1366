import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Ended, runPsyctl } from './cli.ts';

const PRELOAD = fileURLToPath(new URL('./keyring-preload.cjs', import.meta.url));

/** Somebody's account on a computer: what psyctl keeps there, and a keyring that is no real one. */
export interface Account {
  readonly home: string;
  /** What psyctl is run with there. */
  readonly env: Readonly<Record<string, string>>;
  /** Runs the built psyctl there. */
  psyctl(options: { input?: string; env?: Record<string, string> }, ...args: string[]): Promise<Ended>;
  /** What the keyring holds. */
  keyring(): Record<string, string>;
  /** Replaces what the keyring holds of psyctl's. */
  files(): string[];
  /** The files psyctl has left behind that hold a text. */
  filesWith(text: string): string[];
  /** All that psyctl has printed so far. */
  readonly printed: () => string;
  close(): void;
}

/** Makes an account whose keyring answers, or is `silent`, or `missing`. */
export function account(keyring: 'answers' | 'silent' | 'missing' = 'answers'): Account {
  const folder = mkdtempSync(join(tmpdir(), 'psyctl-account-'));
  const home = join(folder, 'home');
  // Beside the home: what the keyring holds is none of psyctl's files.
  const kept = join(folder, 'keyring.json');
  const env = {
    PSYCTL_HOME: home,
    NODE_OPTIONS: `--require ${PRELOAD}`,
    FAKE_KEYRING: keyring === 'answers' ? kept : keyring,
  };
  const files = () =>
    existsSync(home)
      ? readdirSync(home, { recursive: true, withFileTypes: true })
          .filter((one) => one.isFile())
          .map((one) => join(one.parentPath, one.name))
      : [];
  let printed = '';
  return {
    home,
    env,
    async psyctl({ input, env: more = {} }, ...args) {
      const ended = await runPsyctl(args, { ...env, ...more }, input);
      printed += ended.out + ended.err;
      return ended;
    },
    keyring: () => (existsSync(kept) ? (JSON.parse(readFileSync(kept, 'utf8')) as Record<string, string>) : {}),
    files,
    filesWith: (text) => files().filter((file) => readFileSync(file).includes(text)),
    printed: () => printed,
    close: () => rmSync(folder, { recursive: true, force: true }),
  };
}
