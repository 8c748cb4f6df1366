import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { clone, runnableSections, shell } from '../support/readme.ts';

const LEFT_OUT = '…';
/** In a terminal psyctl would ask now; here there is nobody to ask. */
const WOULD_ASK = 6;

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
  for (const [heading, runnable] of runnableSections()) {
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
