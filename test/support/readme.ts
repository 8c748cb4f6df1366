import { mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execa } from 'execa';
import { afterAll } from 'vitest';

const ROOT = new URL('../..', import.meta.url).pathname;
const BIN = join(ROOT, 'bin/psyctl.js');
/** Installing, and a server that runs until it is stopped, are tried elsewhere. */
const NOT_HERE = /npm |PSYCTL_TOKEN=sandbox/;

/** A block of code, and what it is in. */
export interface Block {
  readonly language: string;
  readonly lines: readonly string[];
}

/** The README’s headings, each with the blocks of code under it that can be run. */
export function runnableSections(): [heading: string, blocks: Block[]][] {
  return [...sections(readFileSync(join(ROOT, 'README.md'), 'utf8'))].flatMap(([heading, blocks]) => {
    const runnable = blocks.filter(({ lines }) => !NOT_HERE.test(lines.join('\n')));
    const runs = runnable.some(({ language }) => language === 'console' || language === 'sh');
    return runs ? [[heading, runnable] as [string, Block[]]] : [];
  });
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
export function clone(): string {
  const folder = mkdtempSync(join(tmpdir(), 'psyctl-readme-'));
  folders.push(folder);
  symlinkSync(join(ROOT, 'fixtures'), join(folder, 'fixtures'));
  return folder;
}

/** Runs some lines of shell in a folder, where `psyctl` is the built program, given some flags before all others. */
export function shell(
  script: string,
  cwd: string,
  { env = {}, flags = '' }: { env?: Readonly<Record<string, string>>; flags?: string } = {},
) {
  const { PATH = '' } = process.env;
  return execa('bash', ['-c', `psyctl() { "${process.execPath}" "${BIN}" ${flags} "$@"; }\n${script}`], {
    cwd,
    env: { PATH, COLUMNS: '80', PSYCTL_HOME: join(cwd, 'home'), PSYCTL_CONNECTION: 'sandbox', ...env },
    extendEnv: false,
    reject: false,
    stdin: 'ignore',
  });
}
