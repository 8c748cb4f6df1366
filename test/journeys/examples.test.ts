import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execa } from 'execa';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { textsOf } from '../../src/texts/index.ts';
import { runPsyctl } from '../support/cli.ts';

const ROOT = new URL('../..', import.meta.url).pathname;
const BIN = join(ROOT, 'bin/psyctl.js');
/** In a terminal psyctl would ask now; here there is nobody to ask. */
const WOULD_ASK = 6;
/** They take an API, or what was kept of one: signing-in.test.ts and keeping-tokens.test.ts try them. */
const SIGNING_IN = ['auth login', 'auth logout', 'connection remove'];
/** `access check` answers so. */
const ANSWERS = [0, 11, 12];

const PREPARATIONS = [
  'psyctl record share R-1001 --with noemie.tanguay@mille-rives.example --access read --as owner --yes',
  'psyctl record share R-1003 --with noemie.tanguay@mille-rives.example --access read --as owner --out plan.jsonl',
];

const { help } = await textsOf('en');
const examples = Object.entries(help).flatMap(([key, { examples: of }]) => of.map(({ command }) => ({ key, command })));

/** The words of a command as a shell would split them: quotes keep blanks together. */
const wordsOf = (command: string): string[] =>
  [...command.matchAll(/"([^"]*)"|'([^']*)'|[^\s"']+/g)].map(([whole, one, other]) => one ?? other ?? whole);

let seeded: string;
beforeAll(async () => {
  seeded = mkdtempSync(join(tmpdir(), 'psyctl-examples-'));
  expect((await runPsyctl(['sandbox', 'reset'], { PSYCTL_HOME: seeded })).exit).toBe(0);
  symlinkSync(join(ROOT, 'fixtures'), join(seeded, 'fixtures'));
  // Examples about plans and runs are pasted after those that made one.
  for (const command of PREPARATIONS) expect(await pasted(command, seeded)).toBe(0);
});
afterAll(() => rmSync(seeded, { recursive: true, force: true }));

/** Each on an embedded sandbox as it is at first. */
async function pastedAfresh(command: string): Promise<number> {
  const home = mkdtempSync(join(tmpdir(), 'psyctl-example-'));
  cpSync(seeded, home, { recursive: true });
  try {
    return await pasted(command, home);
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

/** Pasted by somebody who has psyctl and nothing else. */
async function pasted(command: string, home: string): Promise<number> {
  const [, ...args] = wordsOf(command);
  const { PATH = '' } = process.env;
  const child = execa(process.execPath, [BIN, ...args], {
    cwd: home,
    env: { PATH, PSYCTL_HOME: home, PSYCTL_CONNECTION: 'sandbox' },
    extendEnv: false,
    reject: false,
    stdin: 'ignore',
  });
  // A server goes on until it is told to stop.
  if (args[0] === 'sandbox' && args[1] === 'start') child.stdout.once('data', () => child.kill('SIGTERM'));
  const { exitCode } = await child;
  return exitCode ?? 1;
}

describe('every command’s help has an example', () => {
  it('that exists', () => {
    expect(Object.entries(help).filter(([, { examples: of }]) => of.length === 0)).toEqual([]);
  });

  it.concurrent.each(examples.filter(({ key }) => key !== 'demo' && !SIGNING_IN.includes(key)))(
    '$command',
    async ({ key, command }) => {
      const exit = await pastedAfresh(command);
      const asks = !/--(yes|dry-run)\b/.test(command);
      const stopped = key === 'sandbox start' ? [143] : [];
      expect([...(key === 'access check' ? ANSWERS : [0]), ...(asks ? [WOULD_ASK] : []), ...stopped]).toContain(exit);
    },
  );
});
