import { readdir, readFile, writeFile } from 'node:fs/promises';
import ts from 'typescript';

// Holds the rules page against the tests that cite its numbers, as in `it('S4, S8: …')`: every rule psyctl touches has a
// test of the model or the plan, and one through the program. With --write it writes down which test proves which rule.
const RULES = new URL('../src/model/rules.md', import.meta.url);
const TABLE = new URL('../src/model/rules-tests.md', import.meta.url);
const TESTS = new URL('../test/', import.meta.url);

/** What psyctl touches so far. It grows with the commands, until it is every rule of the page. */
const REQUIRED = /^[RSTANOC]\d+$/;
/** Rules about what psyctl neither reads nor does itself, or can only see from one side: a test of either kind will do. */
const ONE_IS_ENOUGH: readonly string[] = ['R2', 'R4', 'S3', 'T13', 'C7'];

type Place = 'model' | 'program' | 'sandbox';

interface Citation {
  readonly rule: string;
  readonly place: Place;
  /** Where it is in the folder of tests. */
  readonly file: string;
  /** The test's name without the numbers. */
  readonly name: string;
}

async function rulesOf(page: URL): Promise<string[]> {
  const text = await readFile(page, 'utf8');
  return [...text.matchAll(/^- \*\*([ORSTCNA]\d+)\*\*/gm)].map((line) => line[1] ?? '');
}

async function citationsIn(folder: URL): Promise<Citation[]> {
  const all = await readdir(folder, { recursive: true });
  const files = all.map((file) => file.replaceAll('\\', '/')).filter((file) => file.endsWith('.test.ts'));
  const found = files.sort().map(async (file) => {
    const names = testNames(await readFile(new URL(file, folder), 'utf8'));
    return names.flatMap((name) => citationsOf(name, file));
  });
  return (await Promise.all(found)).flat();
}

/** The names given to tests, laws and groups of tests, leaving out what is skipped. */
function testNames(code: string): string[] {
  const source = ts.createSourceFile('test.ts', code, ts.ScriptTarget.Latest);
  const names: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node)) {
      const called = node.expression.getText(source);
      if (/^(it|test|describe)\.(skip|todo)\b/.test(called)) return;
      const [name] = node.arguments;
      const isTest = /^(it|test|describe|law)\b/.test(called);
      if (isTest && name && ts.isStringLiteralLike(name)) names.push(name.text);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return names;
}

function citationsOf(test: string, file: string): Citation[] {
  const [, numbers, name] = /^([ORSTCNA]\d+(?:, [ORSTCNA]\d+)*): *(.*)$/s.exec(test) ?? [];
  if (numbers === undefined || name === undefined) return [];
  return numbers.split(', ').map((rule) => ({ rule, place: placeOf(file), file, name }));
}

function placeOf(file: string): Place {
  if (file.startsWith('journeys/')) return 'program';
  return file.startsWith('sandbox/') ? 'sandbox' : 'model';
}

function tableOf(rules: readonly string[], citations: readonly Citation[]): string {
  const cell = (rule: string, place: Place) =>
    cellOf(citations.filter((citation) => citation.rule === rule && citation.place === place));
  return [
    '# Which test proves which rule',
    '',
    'Of the rules in [rules.md](rules.md), by the numbers at the beginning of the tests’ names; files are those of `test/`.',
    'Written by `npm run rules -- --write`, never by hand. Rules that no command touches yet may have no test.',
    '',
    '| rule | in the model or plan | through the program | in the sandbox |',
    '|---|---|---|---|',
    ...rules.map(
      (rule) => `| ${rule} | ${cell(rule, 'model')} | ${cell(rule, 'program')} | ${cell(rule, 'sandbox')} |`,
    ),
    '',
  ].join('\n');
}

function cellOf(citations: readonly Citation[]): string {
  const files = [...new Set(citations.map((citation) => citation.file))];
  const namesIn = (file: string) => citations.filter((citation) => citation.file === file).map(({ name }) => name);
  const escaped = (text: string) => text.replaceAll('|', '\\|').replaceAll('<', '&lt;').replaceAll(/\s+/g, ' ');
  return files.map((file) => `\`${file}\`: ${namesIn(file).map(escaped).join('; ')}`).join('<br>');
}

/** Everything wrong with the page and the tests, a line each. */
function problemsOf(rules: readonly string[], citations: readonly Citation[]): string[] {
  const twice = rules.filter((rule, at) => rules.indexOf(rule) !== at);
  const strangers = citations.filter(({ rule }) => !rules.includes(rule));
  return [
    ...twice.map((rule) => `${rule} stands twice on the rules page`),
    ...strangers.map(({ rule, file, name }) => `test/${file} cites ${rule}, which is no rule: ${name}`),
    ...rules.filter((rule) => REQUIRED.test(rule)).flatMap((rule) => missing(rule, citations)),
  ];
}

function missing(rule: string, citations: readonly Citation[]): string[] {
  const has = (place: Place) => citations.some((citation) => citation.rule === rule && citation.place === place);
  const lacks = [
    ...(has('model') ? [] : [`${rule} has no test in the model or plan`]),
    ...(has('program') ? [] : [`${rule} has no test through the program (test/journeys)`]),
  ];
  return ONE_IS_ENOUGH.includes(rule) && lacks.length < 2 ? [] : lacks;
}

const rules = await rulesOf(RULES);
const citations = await citationsIn(TESTS);
const table = tableOf(rules, citations);

if (process.argv.includes('--write')) await writeFile(TABLE, table);
else {
  const written = await readFile(TABLE, 'utf8').catch(() => '');
  const stale =
    written === table ? [] : ['src/model/rules-tests.md is not what the tests say: npm run rules -- --write'];
  const problems = [...problemsOf(rules, citations), ...stale];
  for (const problem of problems) process.stderr.write(`${problem}\n`);
  if (problems.length > 0) process.exitCode = 1;
}
