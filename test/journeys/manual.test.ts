import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { execa } from 'execa';
import { describe, expect, it } from 'vitest';
import { helpOfAll, helpOfCommand } from '../../src/commands/help.ts';
import { loadCommand } from '../../src/commands/load.ts';
import { EXIT } from '../../src/failures/exit.ts';
import { manual as en } from '../../src/texts/en/manual.ts';
import { manual as fr } from '../../src/texts/fr/manual.ts';
import { textsOf } from '../../src/texts/index.ts';
import { LANGUAGES, type Language } from '../../src/texts/languages.ts';

const DIST = fileURLToPath(new URL('../../dist/man/', import.meta.url));
const folderOf = (language: Language) => join(DIST, language === 'en' ? 'man1' : 'fr/man1');
const pagesIn = (language: Language) => readdirSync(folderOf(language)).toSorted();
const sourceOf = (language: Language, page: string) => readFileSync(join(folderOf(language), page), 'utf8');

/** The words of a page, as they were before they were made roff. */
const wordsOf = (roff: string) =>
  roff.split('\n').map((line) =>
    line
      .replace(/^\\&/, '')
      .replace(/^\\fB(.*)\\fR$/, '$1')
      .replaceAll('\\-', '-')
      .replaceAll('\\(dq', '"')
      .replaceAll('\\~', '\u00a0')
      .replaceAll('\\e', '\\'),
  );

const WORDS = { en, fr };
const keys = Object.keys((await textsOf('en')).help);

/** All that help says of something, line by line. */
async function saidBy(language: Language, key: string | null): Promise<string[]> {
  const texts = await textsOf(language);
  const [noun = '', verb = null] = key?.split(' ') ?? [];
  const help = key === null ? helpOfAll(texts) : helpOfCommand(key, await loadCommand({ noun, verb }), texts);
  return [
    ...help.paragraphs,
    ...(help.usage ? [help.usage] : []),
    ...help.groups.flatMap(({ entries }) => entries.flat()),
    ...help.examples.flatMap(({ command, does }) => [command, WORDS[language].example(does)]),
  ];
}

const there = async (program: string, ...args: string[]) =>
  (await execa(program, args, { reject: false, stdin: 'ignore' })).exitCode === 0;
const noMan = !(await there('man', '--version'));
const noMandoc = !(await there('mandoc', '-Tlint', '-W', 'error', join(folderOf('en'), 'psyctl.1')));
for (const [no, program] of [
  [noMan, 'man'],
  [noMandoc, 'mandoc'],
] as const)
  if (no) process.stderr.write(`Pages of the manual are not looked at with ${program}: it isn’t on this machine.\n`);

describe.each(LANGUAGES)('the manual (%s)', (language) => {
  it('has a page of psyctl, and one of each command', () => {
    const pages = ['psyctl', ...keys.map((key) => `psyctl-${key.replace(' ', '-')}`)];
    expect(pagesIn(language)).toEqual(pages.map((page) => `${page}.1`).toSorted());
  });

  it.each([null, ...keys])('says of %s what help says: every flag, every example', async (key) => {
    const page = `psyctl${key === null ? '' : `-${key.replace(' ', '-')}`}.1`;
    const words = new Set(wordsOf(sourceOf(language, page)));
    expect((await saidBy(language, key)).filter((said) => !words.has(said))).toEqual([]);
  });

  it('says what every exit code means', () => {
    const words = new Set(wordsOf(sourceOf(language, 'psyctl.1')));
    expect(Object.values(EXIT).filter((code) => !words.has(`${code}`))).toEqual([]);
  });

  it.skipIf(noMan)('is shown by man, without a complaint', async () => {
    const file = join(folderOf(language), 'psyctl-record-share.1');
    const { stdout, stderr, exitCode } = await execa('man', ['--warnings', '-l', file], {
      env: { LC_ALL: 'C.UTF-8', MANWIDTH: '80', MANPAGER: 'cat', PAGER: 'cat' },
    });
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    expect(stdout).toContain('--[no-]require-approval');
    expect(stdout).toContain('psyctl record share R-1015 --with "team:Ergothérapie" --access read --as owner --yes');
  });

  it.skipIf(noMandoc)('is faultless to mandoc, but for pages bearing no date', async () => {
    const files = pagesIn(language).map((page) => join(folderOf(language), page));
    const { stdout } = await execa('mandoc', ['-Tlint', '-W', 'warning', ...files], { reject: false });
    expect(stdout.split('\n').filter((line) => line && !line.includes('missing date'))).toEqual([]);
  });
});
