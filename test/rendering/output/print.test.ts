import stringWidth from 'fast-string-width';
import { describe, expect, test } from 'vitest';
import type { Answer, AnswerRow, AnswerTable } from '../../../src/rendering/answer.ts';
import { type Format, print } from '../../../src/rendering/output/print.ts';
import { textsOf } from '../../../src/texts/index.ts';

const texts = await textsOf('en');
const tableOf = (...rows: readonly AnswerRow[]): AnswerTable => ({
  columns: Object.keys(rows[0] ?? { name: '' }).map((key) => ({ key, header: key.toUpperCase() })),
  rows,
});
const printed = (answer: Partial<Answer>, format: Format, width = 80, color = false) =>
  [...print({ json: null, table: tableOf(), ...answer }, format, { width, texts, color })].join('');

describe('text', () => {
  test('columns are aligned, numbers at the right, nothing stands at the ends of lines', () => {
    const table = tableOf({ name: 'Zoé', n: 5, note: 'x' }, { name: 'Marc-André', n: 12, note: null });
    expect(printed({ table }, 'text')).toBe(
      ['NAME         N  NOTE', 'Zoé          5  x', 'Marc-André  12', ''].join('\n'),
    );
  });

  test('wide letters and accents that are put together stand in line', () => {
    const rows = ['Étienne', 'E\u0301tienne', '李小龍', '👩‍👩‍👧 Roy'].map((name) => ({ name, status: 'active' }));
    const lines = printed({ table: tableOf(...rows) }, 'text')
      .trimEnd()
      .split('\n')
      .slice(1);
    const starts = lines.map((line) => stringWidth(line.slice(0, line.indexOf('active'))));
    expect(new Set(starts)).toEqual(new Set([9]));
  });

  test.each([80, 100, 137])('fits %d columns, and loses no word', (width) => {
    const words = Array.from({ length: 40 }, (_, n) => `mot${n}`).join(' ');
    const table = tableOf(
      { a: words, b: 'Psychologie Nord et Sud', c: words },
      { a: 'x', b: '李'.repeat(70), c: null },
    );
    const text = printed({ table }, 'text', width);
    expect(Math.max(...text.split('\n').map((line) => stringWidth(line)))).toBeLessThanOrEqual(width);
    for (let n = 0; n < 40; n++) expect(text.match(new RegExp(`mot${n}\\b`, 'g'))).toHaveLength(2);
    expect(text.match(/李/g)).toHaveLength(70);
  });

  test('an e-mail is broken before its @', () => {
    const email = 'marc-andre.lebel-castonguay@mille-rives.example';
    const table = tableOf({ email, note: 'Speech therapists and remedial teachers' });
    expect(printed({ table }, 'text')).toMatch(/^marc-andre.lebel-castonguay +Speech.*\n@mille-rives.example/m);
  });

  test('less than 80 columns counts as 80', () => {
    const table = tableOf({ a: 'x'.repeat(40), b: 'y'.repeat(38) });
    expect(printed({ table }, 'text', 20)).toContain(`${'x'.repeat(40)}  ${'y'.repeat(38)}`);
  });

  test('headers are set off by colour only where it is wanted', () => {
    const table = tableOf({ name: 'Zoé' });
    expect(printed({ table }, 'text', 80, true)).toBe('\u001B[1mNAME\u001B[22m\nZoé\n');
    expect(printed({ table }, 'text')).not.toContain('\u001B');
  });

  test('an empty table says so; sentences are printed instead of a table', () => {
    expect(printed({ table: { columns: [{ key: 'a', header: 'A' }], rows: [] } }, 'text')).toBe(
      `${texts.answers.empty}\n`,
    );
    expect(printed({ text: (width) => `so wide: ${width}  \n\n` }, 'text', 90)).toBe('so wide: 90\n');
  });

  test('three thousand rows are all there, aligned alike', () => {
    const rows = Array.from({ length: 3_000 }, (_, n) => ({
      number: `R-${n}`,
      title: 'Évaluation',
      status: 'active',
    }));
    expect(printed({ table: tableOf(...rows) }, 'text').split('\n')).toHaveLength(3_002);
  });
});

describe('json and ndjson', () => {
  test('json is set in by two blanks', () => {
    expect(printed({ json: { a: [1] } }, 'json')).toBe('{\n  "a": [\n    1\n  ]\n}\n');
  });

  test('ndjson is an item a line: those of a list, those given, or the one', () => {
    expect(printed({ json: [{ a: 1 }, { a: 2 }] }, 'ndjson')).toBe('{"a":1}\n{"a":2}\n');
    expect(printed({ json: { a: 1 }, lines: [1, 2] }, 'ndjson')).toBe('1\n2\n');
    expect(printed({ json: { a: 1 } }, 'ndjson')).toBe('{"a":1}\n');
    expect(printed({ json: [] }, 'ndjson')).toBe('');
  });
});

describe('csv', () => {
  test('RFC 4180, with the keys as header and line feeds', () => {
    const table = tableOf({ name: 'Roy, "Al"', note: 'two\nlines', n: 3, gone: null });
    expect(printed({ table }, 'csv')).toBe('name,note,n,gone\n"Roy, ""Al""","two\nlines",3,\n');
  });

  test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '\rx'])('%j is no formula to a spreadsheet', (cell) => {
    expect(printed({ table: tableOf({ cell }) }, 'csv').slice('cell\n'.length)).toMatch(/^"?'/);
  });

  test('a number stays a number', () => {
    expect(printed({ table: tableOf({ n: -5 }) }, 'csv')).toBe('n\n-5\n');
  });

  test('an empty table is its header', () => {
    expect(printed({ table: { columns: [{ key: 'a', header: 'A' }], rows: [] } }, 'csv')).toBe('a\n');
  });
});

describe('md', () => {
  test('a GitHub table, with what would break it escaped', () => {
    const table = tableOf({ name: 'a|b', path: 'c:\\', n: 3 }, { name: 'x\ny', path: '<b>', n: 4 });
    expect(printed({ table }, 'md')).toBe(
      ['| NAME | PATH | N |', '| --- | --- | ---: |', '| a\\|b | c:\\\\ | 3 |', '| x<br>y | \\<b> | 4 |', ''].join(
        '\n',
      ),
    );
  });
});

describe('what the API sent steers no terminal', () => {
  const unruly = 'a\u001B[2Jb\u0007c\u009Bd\u202Ee\u0000';
  // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what it looks for
  const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202e]/;

  test.each(['text', 'json', 'ndjson', 'csv', 'md'] as const)('%s', (format) => {
    const answer = { json: [{ name: unruly }], table: tableOf({ name: unruly }) };
    expect(printed(answer, format)).not.toMatch(CONTROL);
    expect(printed(answer, format)).toContain('[2Jb');
  });

  test('nor do sentences', () => {
    expect(printed({ text: () => `one\n${unruly}` }, 'text')).toMatch(/^one\na�\[2Jb/);
  });

  test('json keeps what it was', () => {
    expect(JSON.parse(printed({ json: [unruly] }, 'json'))).toEqual([unruly]);
  });
});
