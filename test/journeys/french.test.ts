import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execa } from 'execa';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { textsOf } from '../../src/texts/index.ts';
import { runPsyctl } from '../support/cli.ts';
import { ENGLISH } from '../support/english.ts';
import { type Block, clone, runnableSections, shell } from '../support/readme.ts';

const ENGLISH_LOCALE = { LANG: 'en_CA.UTF-8' };
const FRENCH_LOCALE = { LANG: 'fr_CA.UTF-8' };

const { general, help } = await textsOf('fr');
const nouns = [...new Set(Object.keys(help).map((key) => key.split(' ')[0] ?? key))];

let home: string;
beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'psyctl-french-'));
  expect((await psyctl(['sandbox', 'reset'])).exit).toBe(0);
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

const psyctl = (args: readonly string[], env: Readonly<Record<string, string>> = {}) =>
  runPsyctl(args, { PSYCTL_HOME: home, PSYCTL_CONNECTION: 'sandbox', ...env });

/** Lines with English in them; commands are to be typed as they are. */
const english = (said: string): string[] =>
  said.split('\n').filter((line) => !/^ *(?:\d+\. )?psyctl |^ {4,}--/.test(line) && ENGLISH.test(line));

describe('help has no English in it', () => {
  it.each([
    ['--help'],
    ...nouns.map((noun) => [noun, '--help']),
    ...Object.keys(help).map((key) => [...key.split(' '), '--help']),
  ])('psyctl %s %s %s', async (...args) => {
    const { exit, out, err } = await psyctl([...args.filter((arg) => arg !== undefined), '--lang', 'fr']);
    expect([exit, err]).toEqual([0, '']);
    expect(english(out)).toEqual([]);
  });
});

it('only the language in use is loaded: without its file, the other one does', async () => {
  const copy = mkdtempSync(join(tmpdir(), 'psyctl-language-'));
  try {
    for (const part of ['bin', 'dist', 'package.json'])
      cpSync(new URL(`../../${part}`, import.meta.url).pathname, join(copy, part), { recursive: true });
    const chunks = join(copy, 'dist/chunks');
    const french = readdirSync(chunks).filter(
      (file) => file.endsWith('.cjs') && readFileSync(join(chunks, file), 'utf8').includes(general.firstTitle),
    );
    expect(french).not.toEqual([]);
    for (const file of french) rmSync(join(chunks, file));
    const psyctlIn = async (lang: string, ...args: string[]) =>
      (await execa(process.execPath, [join(copy, 'bin/psyctl.js'), ...args, '--lang', lang], { reject: false }))
        .exitCode;
    const ends = async (lang: string) => [
      await psyctlIn(lang, 'record', 'share', '--help'),
      await psyctlIn(lang, 'record', 'shar'),
    ];
    expect(await ends('en')).toEqual([0, 2]);
    expect(await ends('fr')).toEqual([1, 1]);
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
});

describe('mistakes are said in French, and end as in English', () => {
  it.each([
    [['record', 'shar']],
    [['recrd']],
    [['record', 'share', 'R-1001', '--wiht', 'x']],
    [['record', 'share', 'R-1001', '--with']],
    [['record', 'share', 'R-1001', '--with', 'nobody@example.org', '--access', 'rd']],
    [
      [
        'record',
        'share',
        'R-9999',
        '--with',
        'noemie.tanguay@mille-rives.example',
        '--access',
        'read',
        '--as',
        'owner',
      ],
    ],
    [['record', 'share', 'R-1001', '--with', 'Tanguay, Inconnue', '--access', 'read', '--as', 'owner']],
    [['record', 'share', 'R-1014', '--with', 'noemie.tanguay@mille-rives.example', '--access', 'read']],
    [['record', 'share', '--csv', '/nowhere.csv']],
    [['record', 'archive', 'R-1001', '--as', 'owner']],
    [['record', 'list', '--timeout', 'soon']],
    [['record', 'list', '--connection', 'none']],
    [['transfer', 'show', 'R-1001']],
    [['space', 'show', 'P-0001']],
    [['plan', 'show', '/nowhere.jsonl']],
    [['run', 'show', 'last']],
    [['sandbox', 'start', '--world', '/nowhere.json']],
  ])('psyctl %j', async (args) => {
    const [inEnglish, inFrench] = await Promise.all([psyctl(args, ENGLISH_LOCALE), psyctl(args, FRENCH_LOCALE)]);
    expect(inFrench.exit).toBe(inEnglish.exit);
    expect(inFrench.exit).not.toBe(0);
    expect(english(inFrench.out + inFrench.err)).toEqual([]);
    expect(inFrench.out + inFrench.err).not.toBe(inEnglish.out + inEnglish.err);
    const [one, other] = await Promise.all([
      psyctl([...args, '-o', 'json'], ENGLISH_LOCALE),
      psyctl([...args, '-o', 'json'], FRENCH_LOCALE),
    ]);
    expect(settled(other.out)).toBe(settled(one.out));
    expect(settled(lastLine(other.err))).toBe(settled(lastLine(one.err)));
    expect(other.exit).toBe(one.exit);
  });
});

/** One example of each command that changes nothing, on what the preparations left. */
const PREPARATIONS = [
  'record share R-1001 --with noemie.tanguay@mille-rives.example --access read --as owner --yes',
  'record share R-1003 --with noemie.tanguay@mille-rives.example --access read --as owner --out PLAN',
];
const CHANGES_NOTHING =
  / --dry-run\b|^psyctl (?:\w+ (?:list|show|status|failed|verify)|run export last$|access|doctor|whoami)\b/;
const examples = Object.entries(help).flatMap(([key, { examples: of }]) => {
  const [first] = of.map(({ command }) => command).filter((command) => CHANGES_NOTHING.test(command));
  return first === undefined ? [] : [[key, first] as const];
});

describe('every answer is in French, and its JSON the same in both languages', () => {
  const wordsOf = (command: string): string[] =>
    [...command.matchAll(/"([^"]*)"|'([^']*)'|[^\s"']+/g)]
      .slice(1)
      .map(([whole, one, other]) => one ?? other ?? whole)
      .map((word) => word.replace(/^plan\.jsonl$|^PLAN$/, join(home, 'plan.jsonl')))
      .map((word) => (word.startsWith('fixtures/') ? new URL(`../../${word}`, import.meta.url).pathname : word));

  beforeAll(async () => {
    for (const command of PREPARATIONS) expect((await psyctl(wordsOf(`psyctl ${command}`))).exit).toBe(0);
  });

  it.each(examples)('%s', async (_, command) => {
    const args = wordsOf(command);
    const inEnglish = await psyctl([...args, '-o', 'json'], ENGLISH_LOCALE);
    const inFrench = await psyctl([...args, '-o', 'json'], FRENCH_LOCALE);
    expect([inFrench.exit, settled(inFrench.out)]).toEqual([inEnglish.exit, settled(inEnglish.out)]);
    const { out, err, exit } = await psyctl(args, FRENCH_LOCALE);
    expect(exit).toBe(inEnglish.exit);
    // The archive of a run is JSON, whatever is asked for; of its keyring the system says what it says.
    const said = (out.startsWith('{') ? err : out + err).replace(/\([^()]*error:[^()]*\)/g, '');
    expect(english(said)).toEqual([]);
  });
});

const lastLine = (text: string): string => text.trimEnd().split('\n').at(-1) ?? '';

/** JSON without what is another each time: ids that are made, moments, ports. */
const settled = (json: string): string =>
  json
    .replace(/\b[0-9A-HJKMNP-TV-Z]{26}\b/g, 'ID')
    .replace(/\b[0-9a-f]{64}\b/g, 'HASH')
    .replace(/"pid": \d+/g, '"pid": 0')
    .replace(/\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/g, 'ID')
    .replace(/\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[+-]\d\d:\d\d)/g, 'MOMENT')
    .replace(/127\.0\.0\.1:\d+/g, 'HOST');

/** The commands of a section of the README, in its order: in a console, or as lines of a script. */
const scriptOf = (blocks: readonly Block[]): string =>
  blocks
    .flatMap(({ language, lines }) => {
      if (language === 'console') return [(lines[0] ?? '').slice(2), ENDED];
      return language === 'sh' ? lines.flatMap((line) => [line, ...(line.startsWith('psyctl ') ? [ENDED] : [])]) : [];
    })
    .join('\n');

const ENDED = 'echo "ended $?"';
const exitsIn = (stdout: string): string[] => stdout.split('\n').filter((line) => line.startsWith('ended '));

async function ran(blocks: readonly Block[], env: Readonly<Record<string, string>>, flags = '') {
  const cwd = clone();
  for (const { language, lines } of blocks)
    if (language === 'yaml') writeFileSync(join(cwd, 'school.yaml'), `${lines.join('\n')}\n`);
  const { stdout, stderr } = await shell(scriptOf(blocks), cwd, { env, flags });
  return { stdout, stderr };
}

describe('the README’s tasks in French', () => {
  for (const [heading, blocks] of runnableSections()) {
    it(heading, { timeout: 240_000 }, async () => {
      const inEnglish = await ran(blocks, ENGLISH_LOCALE);
      const inFrench = await ran(blocks, FRENCH_LOCALE);
      expect(exitsIn(inFrench.stdout)).toEqual(exitsIn(inEnglish.stdout));
      const said = inFrench.stdout.replace(/^ended .*$/gm, '');
      expect(english(`${said}\n${inFrench.stderr}`)).toEqual([]);
      expect(said).not.toBe(inEnglish.stdout);
    });

    it(`${heading}: the same JSON as in English`, { timeout: 240_000 }, async () => {
      const [one, other] = [await ran(blocks, ENGLISH_LOCALE, '-o json'), await ran(blocks, FRENCH_LOCALE, '-o json')];
      expect(settled(other.stdout)).toBe(settled(one.stdout));
    });
  }
});
