import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execa } from 'execa';
import { beforeAll, describe, expect, it } from 'vitest';
import { textsOf } from '../../src/texts/index.ts';
import { runPsyctl } from '../support/cli.ts';

const ROOT = new URL('../..', import.meta.url).pathname;
const BIN = join(ROOT, 'bin/psyctl.js');
/** In a terminal psyctl would ask now; here there is nobody to ask. */
const WOULD_ASK = 6;
/** `access check` answers so. */
const ANSWERS = [0, 11, 12];

const { help } = textsOf('en');
const examples = Object.entries(help).flatMap(([key, { examples: of }]) => of.map(({ command }) => ({ key, command })));

/** The words of a command as a shell would split them: quotes keep blanks together. */
const wordsOf = (command: string): string[] =>
  [...command.matchAll(/"([^"]*)"|'([^']*)'|[^\s"']+/g)].map(([whole, one, other]) => one ?? other ?? whole);

let seeded: string;
beforeAll(async () => {
  seeded = mkdtempSync(join(tmpdir(), 'psyctl-examples-'));
  expect((await runPsyctl(['sandbox', 'reset'], { PSYCTL_HOME: seeded })).exit).toBe(0);
});

/** Pasted by somebody who has psyctl and nothing else, each on an embedded sandbox as it is at first. */
async function pasted(command: string): Promise<number> {
  const home = mkdtempSync(join(tmpdir(), 'psyctl-example-'));
  cpSync(seeded, home, { recursive: true });
  const [, ...args] = wordsOf(command);
  const { PATH = '' } = process.env;
  const child = execa(process.execPath, [BIN, ...args], {
    cwd: ROOT,
    env: { PATH, PSYCTL_HOME: home, PSYCTL_CONNECTION: 'sandbox' },
    extendEnv: false,
    reject: false,
    stdin: 'ignore',
  });
  // A server goes on until it is told to stop.
  if (args[0] === 'sandbox' && args[1] === 'start') child.stdout.once('data', () => child.kill('SIGTERM'));
  const { exitCode } = await child;
  rmSync(home, { recursive: true, force: true });
  return exitCode ?? 1;
}

describe('every command’s help has an example', () => {
  it('that exists', () => {
    expect(Object.entries(help).filter(([, { examples: of }]) => of.length === 0)).toEqual([]);
  });

  it.concurrent.each(examples.filter(({ key }) => key !== 'demo'))('$command', async ({ key, command }) => {
    const exit = await pasted(command);
    const asks = !/--(yes|dry-run)\b/.test(command);
    const stopped = key === 'sandbox start' ? [143] : [];
    expect([...(key === 'access check' ? ANSWERS : [0]), ...(asks ? [WOULD_ASK] : []), ...stopped]).toContain(exit);
  });
});
