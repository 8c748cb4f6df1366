import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execa } from 'execa';
import { afterAll, describe, expect, it } from 'vitest';

const ROOT = new URL('../..', import.meta.url).pathname;
const BIN = join(ROOT, 'bin/psyctl.js');
/** Installing, and a server that runs until it is stopped, are tried elsewhere. */
const NOT_HERE = /npm |PSYCTL_TOKEN=sandbox/;
const LEFT_OUT = '…';
/** In a terminal psyctl would ask now; here there is nobody to ask. */
const WOULD_ASK = 6;

interface Block {
  readonly language: string;
  readonly lines: readonly string[];
}

/** The blocks of code under each heading, without the indentation of the list they may stand in. */
function sections(markdown: string): Map<string, Block[]> {
  const found = new Map<string, Block[]>();
  for (const part of markdown.split(/^## /m)) {
    const blocks = [...part.matchAll(/^( *)```(\w+)\n([\s\S]*?)^ *```$/gm)].map(
      ([, indent = '', language = '', body = '']) => ({
        language,
        lines: body
          .trimEnd()
          .split('\n')
          .map((line) => line.slice(indent.length)),
      }),
    );
    found.set(part.slice(0, part.indexOf('\n')), blocks);
  }
  return found;
}

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** A folder as a reader has it who cloned psyctl, with a sandbox of its own. */
function clone(): string {
  const folder = mkdtempSync(join(tmpdir(), 'psyctl-readme-'));
  folders.push(folder);
  symlinkSync(join(ROOT, 'fixtures'), join(folder, 'fixtures'));
  return folder;
}

/** Runs some lines of shell in a folder, where `psyctl` is the built program. */
function shell(script: string, cwd: string) {
  const { PATH = '' } = process.env;
  return execa('bash', ['-c', `psyctl() { "${process.execPath}" "${BIN}" "$@"; }\n${script}`], {
    cwd,
    env: { PATH, COLUMNS: '80', PSYCTL_HOME: join(cwd, 'home'), PSYCTL_CONNECTION: 'sandbox' },
    extendEnv: false,
    reject: false,
    stdin: 'ignore',
  });
}

/** What a command is shown to print is what it prints, in that order, but for what is left out. */
async function shows([command = '', ...shown]: readonly string[], cwd: string): Promise<void> {
  const { stdout, stderr } = await shell(command.slice(2), cwd);
  const printed = `${stderr}\n${stdout}`.split('\n');
  let from = 0;
  for (const line of shown.filter((line) => line.trim() !== LEFT_OUT && line.trim() !== '')) {
    const at = printed.indexOf(line, from);
    expect(at, `${command}: “${line}” in\n${printed.join('\n')}`).toBeGreaterThanOrEqual(0);
    from = at + 1;
  }
}

/** Each command ends with the exit code that a comment beside it says, or else with 0. */
async function ends(lines: readonly string[], cwd: string): Promise<void> {
  const marked = lines.flatMap((line) => (line.startsWith('psyctl ') ? [line, 'echo "ended $?" >&2'] : [line]));
  const { stderr } = await shell(marked.join('\n'), cwd);
  const commands = lines.filter((line) => line.startsWith('psyctl '));
  const expected = commands.map((line) => {
    const asks = !/ list |--yes|--dry-run/.test(line);
    return Number(/# exit (\d+)/.exec(line)?.[1] ?? (asks ? WOULD_ASK : 0));
  });
  expect(
    [...stderr.matchAll(/^ended (\d+)$/gm)].map(([, exit]) => Number(exit)),
    stderr,
  ).toEqual(expected);
}

describe('the README has been run as written', () => {
  for (const [heading, blocks] of sections(readFileSync(join(ROOT, 'README.md'), 'utf8'))) {
    const runnable = blocks.filter(({ lines }) => !NOT_HERE.test(lines.join('\n')));
    if (!runnable.some(({ language }) => language === 'console' || language === 'sh')) continue;
    it(heading, { timeout: 120_000 }, async () => {
      const cwd = clone();
      for (const { language, lines } of runnable) {
        if (language === 'yaml') writeFileSync(join(cwd, 'school.yaml'), `${lines.join('\n')}\n`);
        if (language === 'console') await shows(lines, cwd);
        if (language === 'sh') await ends(lines, cwd);
      }
    });
  }
});
