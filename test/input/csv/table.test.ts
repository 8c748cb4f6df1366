import { describe, expect, test } from 'vitest';
import { COLUMNS } from '../../../src/input/csv/columns.ts';
import { readTable, type TableOptions } from '../../../src/input/csv/table.ts';
import { failuresOf } from '../failing.ts';
import { encode } from './writer.ts';

const share: TableOptions = {
  file: 'shares.csv',
  columns: { allowed: ['record', 'with', 'access', 'require-approval'], required: ['record', 'with'] },
};
const utf8 = (text: string) => new TextEncoder().encode(text);
const read = (text: string, options: Partial<TableOptions> = {}) => readTable(utf8(text), { ...share, ...options });
const fails = (text: string, options: Partial<TableOptions> = {}) => failuresOf(() => read(text, options));

/** Rows as line and cells, to compare with what was written. */
const plain = (table: ReturnType<typeof readTable>) =>
  table.rows.map(({ where, cells }) => [
    where.row,
    Object.fromEntries([...cells].map(([column, cell]) => [column, 'text' in cell ? cell.text : cell.values])),
  ]);

describe('a table', () => {
  test('as Excel in French writes it, from its bytes', () => {
    const bytes = encode('Dossier;Avec;Accès\r\n0123;équipe:Nord;écriture\r\n', 'utf-8', true);
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const table = readTable(bytes, share);
    expect(table.recognised).toEqual({ encoding: 'utf-8-bom', delimiter: ';', lineEnds: 'crlf' });
    expect(plain(table)).toEqual([[2, { record: '0123', with: 'équipe:Nord', access: 'écriture' }]]);
    expect(table.rows[0]?.where).toEqual({ file: 'shares.csv', row: 2 });
    expect(table.rows[0]?.cells.get('access')).toEqual({ header: 'Accès', text: 'écriture' });
  });

  test('as Excel writes "Unicode text"', () => {
    const table = readTable(encode('record\twith\r\nR-1\tZoë 👩‍⚕️\r\n', 'utf-16le', true), share);
    expect(table.recognised).toEqual({ encoding: 'utf-16le', delimiter: '\t', lineEnds: 'crlf' });
    expect(plain(table)).toEqual([[2, { record: 'R-1', with: 'Zoë 👩‍⚕️' }]]);
  });

  test('in any order of columns, with cells trimmed', () => {
    expect(plain(read('with , record\n  bob\u00a0, " R-1 " \n'))).toEqual([[2, { with: 'bob', record: 'R-1' }]]);
  });

  test('without a line end at the end, with one only, with CR', () => {
    expect(plain(read('record,with\nR-1,a'))).toEqual([[2, { record: 'R-1', with: 'a' }]]);
    const mac = read('record,with\rR-1,a\rR-2,b');
    expect(mac.recognised.lineEnds).toBe('cr');
    expect(plain(mac).map(([line]) => line)).toEqual([2, 3]);
  });

  test('knows the line of a row behind blank lines, delimiters left over and cells of several lines', () => {
    const text = 'record,with\r\n\r\n,\r\nR-1,"a\r\nb\r\nc"\r\n , \r\n"R\n2",d\r\n"",""\r\nR-3,e\r\n';
    expect(plain(read(text))).toEqual([
      [4, { record: 'R-1', with: 'a\r\nb\r\nc' }],
      [8, { record: 'R\n2', with: 'd' }],
      [11, { record: 'R-3', with: 'e' }],
    ]);
  });

  test('may begin with blank lines, or with the line that says the delimiter', () => {
    expect(plain(read('\n;\nrecord;with\nR-1;a'))).toEqual([[4, { record: 'R-1', with: 'a' }]]);
    expect(plain(read('sep=;\r\nrecord;with\r\nR-1;a'))).toEqual([[3, { record: 'R-1', with: 'a' }]]);
    expect(plain(read('sep=,\r\nrecord,with\r\nR-1,a'))).toEqual([[3, { record: 'R-1', with: 'a' }]]);
  });

  test('may mix line ends', () => {
    expect(plain(read('record,with\r\nR-1,a\nR-2,b\rR-3,c')).map(([line]) => line)).toEqual([2, 3, 4]);
  });

  test('reads back what was escaped for a spreadsheet, and takes nothing else away', () => {
    const cells = ["'=1+1", "'+1", "'-1", "'@x", '"\'\tx"', '"\'\rx"', "'x", "''x", "''=x", '-5', "x'=y"];
    const table = read(`record;with\n${cells.map((cell) => `${cell};a\n`).join('')}`);
    const expected = ['=1+1', '+1', '-1', '@x', '\tx', '\rx', "'x", "''x", "'=x", '-5', "x'=y"];
    expect(plain(table).map(([, cell]) => (cell as { record: string }).record)).toEqual(expected);
  });

  test('may have empty columns left at its end', () => {
    expect(plain(read('record;with;;\nR-1;a;;\nR-2;b\nR-3;c;;;;\n')).map(([line]) => line)).toEqual([2, 3, 4]);
  });

  test('of one column may hold delimiters', () => {
    const table = read('record\nRoy, Alice\n', { columns: { allowed: ['record'], required: ['record'] } });
    expect(plain(table)).toEqual([[2, { record: 'Roy, Alice' }]]);
  });

  test('needn’t have the columns that flags give', () => {
    expect(plain(read('record\nR-1', { filled: ['with'] }))).toEqual([[2, { record: 'R-1' }]]);
  });

  test('may have a header alone where that is agreed', () => {
    expect(plain(read('record;with\n', { mayBeEmpty: true }))).toEqual([]);
    expect(fails('record;wiht\n', { mayBeEmpty: true })).toMatchObject([
      { code: 'csv-unknown-column' },
      { code: 'csv-missing-column' },
    ]);
    expect(fails('', { mayBeEmpty: true })).toMatchObject([{ code: 'csv-empty' }]);
  });

  test('of a hundred thousand rows is read in good time', () => {
    const lines = Array.from({ length: 100_000 }, (_, index) => `R-${index};"b${index}@example.org";read\r\n`);
    const bytes = utf8(`record;with;access\r\n${lines.join('')}`);
    const start = performance.now();
    const { rows } = readTable(bytes, share);
    expect(performance.now() - start).toBeLessThan(8000); // about 1 s; a quadratic reading takes minutes
    expect(rows).toHaveLength(100_000);
    expect(rows.at(-1)?.where.row).toBe(100_001);
  });
});

describe('a file that is refused as a whole', () => {
  const file = 'shares.csv';

  test.each([
    ['empty', ''],
    ['blank', '  \r\n\r\n \n'],
    ['only delimiters', ';;\n;;\n'],
    ['only the line that says the delimiter', 'sep=;\n'],
    ['only a byte order mark', '\ufeff'],
  ])('%s', (_, text) => {
    expect(fails(text)).toEqual([{ code: 'csv-empty', details: {}, file, row: undefined, column: undefined }]);
  });

  test('a workbook, or no text', () => {
    const zip = new Uint8Array([0x50, 0x4b, 0x03, 0x04]);
    expect(failuresOf(() => readTable(zip, share))).toMatchObject([{ code: 'csv-workbook', file }]);
    expect(failuresOf(() => readTable(new Uint8Array([1, 2]), share))).toMatchObject([{ code: 'csv-not-text', file }]);
  });

  test.each(['record,with', 'record,with\n\n,\n'])('a header without rows: %j', (text) => {
    expect(fails(text)).toMatchObject([{ code: 'csv-no-rows', file }]);
  });

  test('a header whose quotes are broken, without guesses about what follows', () => {
    expect(fails('record,"with\nR-1,a\n')).toMatchObject([
      { code: 'csv-quote', details: { problem: 'not-closed' }, file, row: 1 },
    ]);
    expect(fails('\nrec"ord,with\nR-1,a\n')).toMatchObject([{ code: 'csv-quote', row: 2 }]);
  });
});

describe('a header at fault', () => {
  const R = '\nR-1,a,b';

  test.each([
    ['record,with,record', 'record', 'record'],
    ['record,with,Dossier', 'Dossier', 'record'],
    ['with,record,AVEC', 'AVEC', 'with'],
  ])('a column twice: %s', (header, second, first) => {
    expect(fails(header + R)).toEqual([
      { code: 'csv-duplicate-column', details: { header: second, first }, file: 'shares.csv', row: 1, column: second },
    ]);
  });

  test('an unknown name twice is unknown, then twice', () => {
    expect(fails('record,with,zzz,zzz\nR-1,a,b,c')).toMatchObject([
      { code: 'csv-unknown-column', column: 'zzz' },
      { code: 'csv-duplicate-column', details: { header: 'zzz', first: 'zzz' } },
    ]);
  });

  test('an unknown column, with the nearest and those allowed', () => {
    expect(fails(`record,with,acess${R}`)).toEqual([
      {
        code: 'csv-unknown-column',
        details: {
          header: 'acess',
          nearest: ['access'],
          allowed: ['record', 'with', 'access', 'require-approval'],
        },
        file: 'shares.csv',
        row: 1,
        column: 'acess',
      },
    ]);
  });

  test('a column that this command has not', () => {
    expect(fails(`record,with,role${R}`)).toMatchObject([{ code: 'csv-unknown-column', column: 'role' }]);
  });

  test('a column without a name amid the others', () => {
    expect(fails(`record,,with${R}`)).toMatchObject([{ code: 'csv-unknown-column', details: { header: '' } }]);
  });

  test('in a French file, names in French', () => {
    expect(fails('\nDossier;Acces\nR-1;lecture')).toEqual([
      {
        code: 'csv-missing-column',
        details: { name: 'avec', found: ['Dossier', 'Acces'] },
        file: 'shares.csv',
        row: 2,
        column: undefined,
      },
    ]);
  });

  test('a column that a flag gives too', () => {
    expect(fails(`record,with,accès${R}`, { filled: ['access'] })).toEqual([
      {
        code: 'csv-column-and-flag',
        details: { name: 'access' },
        file: 'shares.csv',
        row: 1,
        column: 'accès',
      },
    ]);
  });
});

describe('rows at fault', () => {
  test('too long and too short, by the line they begin on', () => {
    const text = 'record,with\n\n"R\n1",a\n"R\n2",b,c\nR-3\nR-4,d,,e\nR-5,f\n';
    expect(fails(text)).toEqual(
      [
        { details: { expected: 2, found: 3 }, row: 5 },
        { details: { expected: 2, found: 1 }, row: 7 },
        { details: { expected: 2, found: 4 }, row: 8 },
      ].map((one) => ({ code: 'csv-row-length', file: 'shares.csv', column: undefined, ...one })),
    );
  });

  test.each([
    ['one amid a bare cell', 'R-1,5" tall', 'within-cell', 'with'],
    ['text behind a closing one', '"R"-1,a', 'text-after-quote', 'record'],
    ['text behind a closing one and a blank', '"R" 1,a', 'text-after-quote', 'record'],
    ['one never closed', 'R-1,"a', 'not-closed', 'with'],
  ])('quotes: %s', (_, row, problem, column) => {
    expect(fails(`record,with\n"R\r\n0",z\n${row}`)).toEqual([
      { code: 'csv-quote', details: { problem }, file: 'shares.csv', row: 4, column },
    ]);
  });

  test('several with broken quotes, and the rows between still looked at', () => {
    const lines = ['record,with', 'R-1,x"y', 'R-2,b,c', '"abc,1', '"def",2', '"R-4"x,d', '"R-5,e', 'R-6', 'R-7,f'];
    for (const end of ['\n', '\r\n', '\r']) {
      expect(fails(lines.join(end)).map(({ code, row }) => [code, row])).toEqual([
        ['csv-quote', 2],
        ['csv-row-length', 3],
        ['csv-quote', 4],
        ['csv-quote', 6],
        ['csv-quote', 7],
        ['csv-row-length', 8],
      ]);
    }
  });

  test('everything wrong with a file is said at once, header first', () => {
    const text = 'record,acess,Dossier,access\nR-1,a,b\nR-2,"x"y,c,d\nR-3,1,2,3\n';
    expect(fails(text, { filled: ['access'] }).map(({ code, row }) => [code, row])).toEqual([
      ['csv-unknown-column', 1],
      ['csv-duplicate-column', 1],
      ['csv-column-and-flag', 1],
      ['csv-missing-column', 1],
      ['csv-row-length', 2],
      ['csv-quote', 3],
    ]);
  });

  test('many broken quotes are found in good time', () => {
    const bytes = utf8(`record,with\n${'"R-1,a"b\n'.repeat(20_000)}`);
    const start = performance.now();
    expect(failuresOf(() => readTable(bytes, share))).toHaveLength(20_000);
    expect(performance.now() - start).toBeLessThan(8000);
  });

  test('columns allowed are all understood', () => {
    const columns = { allowed: COLUMNS, required: COLUMNS };
    const text = `${COLUMNS.join(';')}\n${COLUMNS.map((_, index) => index).join(';')}`;
    expect([...(read(text, { columns }).rows[0]?.cells.keys() ?? [])]).toEqual(COLUMNS);
  });
});

describe('what psyctl wrote beside rows that were not done', () => {
  const again = { ...share, columns: { ...share.columns, mayHaveFindings: true } };

  test.each([
    ['record,with,code,message,retryable\nR-1,a,refused,"no, never",no\n'],
    ['Dossier;Avec;Code;Message;Réessayable\nR-1;a;refused;jamais;non\n'],
    ['code,record,MESSAGE,with,reessayable\nx,R-1,y,a,oui\n'],
  ])('is passed over: %j', (text) => {
    expect(plain(read(text, again))).toEqual([[2, { record: 'R-1', with: 'a' }]]);
  });

  test('is a mistake where it can’t be that', () => {
    expect(fails('record,with,code\nR-1,a,x\n').map(({ code }) => code)).toEqual(['csv-unknown-column']);
    expect(fails('record,with,code,Code\nR-1,a,x,y\n', again).map(({ code }) => code)).toEqual([
      'csv-duplicate-column',
    ]);
  });
});
