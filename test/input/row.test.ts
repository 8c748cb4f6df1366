import { describe, expect, test } from 'vitest';
import { readTable } from '../../src/input/csv/table.ts';
import { fillRow, one, optionalOne, type Row, required, rowFromFlags, values, where } from '../../src/input/row.ts';
import { failuresOf } from './failing.ts';

/** The first row of a file with these columns. */
function rowOf(header: string, cells: string): Row {
  const options = { file: 'f.csv', columns: { allowed: ['record', 'with', 'role', 'include', 'to'], required: [] } };
  const [row] = readTable(new TextEncoder().encode(`${header}\n\n${cells}\n`), options as never).rows;
  if (!row) throw new Error('no row');
  return row;
}

describe('values of a cell', () => {
  test('are separated by bars, trimmed, without empty ones', () => {
    expect(values(rowOf('record;with', 'R-1; a | b||team:X, Y| '), 'with')).toEqual(['a', 'b', 'team:X, Y']);
  });

  test('are separated by commas too where they are roles or inclusions', () => {
    expect(values(rowOf('role;to', 'practitioner, coordinator|manager;x,y'), 'role')).toEqual([
      'practitioner',
      'coordinator',
      'manager',
    ]);
    expect(values(rowOf('include;to', 'confidential,raw-data;x,y'), 'include')).toEqual(['confidential', 'raw-data']);
    expect(values(rowOf('include;to', 'confidential;x,y'), 'to')).toEqual(['x,y']);
  });

  test('are none where there is no such column', () => {
    expect(values(rowOf('record;with', 'R-1;a'), 'to')).toEqual([]);
  });
});

describe('values of flags', () => {
  test('are taken as they come, bars and all', () => {
    const row = rowFromFlags({ record: ['R-1', ' R|2 '], to: 'bob' });
    expect(values(row, 'record')).toEqual(['R-1', 'R|2']);
    expect(values(row, 'to')).toEqual(['bob']);
    expect(row.where).toEqual({});
  });

  test('that are roles or inclusions may have commas', () => {
    expect(values(rowFromFlags({ include: ['confidential,raw-data'] }), 'include')).toEqual([
      'confidential',
      'raw-data',
    ]);
  });

  test('that are switched become words; those not given are not there', () => {
    const row = rowFromFlags({ 'keep-copy': true, 'require-approval': false, with: undefined, team: [] });
    expect([...row.cells]).toEqual([
      ['require-approval', { header: '--no-require-approval', values: ['false'] }],
      ['keep-copy', { header: '--keep-copy', values: ['true'] }],
    ]);
  });

  test('are called as they were typed', () => {
    const row = rowFromFlags({ record: ['R-1'], with: ['a'] }, { record: 'RECORD' });
    expect(where(row, 'record')).toEqual({ column: 'RECORD' });
    expect(where(row, 'with')).toEqual({ column: '--with' });
  });
});

describe('where a cell is', () => {
  test('is its file, the line and the header as written', () => {
    expect(where(rowOf('Dossier; AVEC ', 'R-1;a'), 'with')).toEqual({ file: 'f.csv', row: 3, column: 'AVEC' });
  });

  test('is the flag, in a row that flags filled', () => {
    const row = fillRow(rowOf('record', 'R-1'), rowFromFlags({ with: ['a', 'b'], record: ['R-9'] }));
    expect(row.where).toEqual({ file: 'f.csv', row: 3 });
    expect(values(row, 'with')).toEqual(['a', 'b']);
    expect(where(row, 'with')).toEqual({ column: '--with' });
    expect(values(row, 'record')).toEqual(['R-1']);
    expect(where(row, 'record')).toMatchObject({ row: 3, column: 'record' });
  });
});

describe('what must be there', () => {
  test('is', () => {
    expect(required(rowOf('record;with', 'R-1;a|b'), 'with')).toEqual(['a', 'b']);
    expect(one(rowOf('record;with', 'R-1;a|'), 'with')).toBe('a');
    expect(optionalOne(rowOf('record;with', 'R-1;a'), 'with')).toBe('a');
    expect(optionalOne(rowOf('record;with', 'R-1;'), 'with')).toBeUndefined();
    expect(optionalOne(rowOf('record;with', 'R-1;'), 'to')).toBeUndefined();
  });

  test.each([required, one])('is an empty cell (%o)', (take) => {
    for (const cell of ['', ' | ']) {
      expect(failuresOf(() => take(rowOf('Dossier;Avec', `R-1;${cell}`), 'with'))).toEqual([
        { code: 'csv-empty-cell', details: { name: 'Avec' }, file: 'f.csv', row: 3, column: 'Avec' },
      ]);
    }
  });

  test('is a column that is missing', () => {
    expect(failuresOf(() => required(rowOf('Dossier;Avec', 'R-1;a'), 'to'))).toEqual([
      {
        code: 'csv-missing-column',
        details: { name: 'to', found: ['Dossier', 'Avec'] },
        file: 'f.csv',
        row: 3,
        column: 'to',
      },
    ]);
  });

  test('is a flag that is missing, or empty, also in a row of a file', () => {
    const missing = {
      code: 'missing-value',
      details: { name: '--to' },
      file: undefined,
      row: undefined,
      column: '--to',
    };
    expect(failuresOf(() => one(rowFromFlags({}), 'to'))).toEqual([missing]);
    expect(failuresOf(() => required(rowFromFlags({ to: [' '] }), 'to'))).toEqual([missing]);
    const filled = fillRow(rowOf('record', 'R-1'), rowFromFlags({ to: '' }));
    expect(failuresOf(() => one(filled, 'to'))).toEqual([missing]);
  });

  test.each([one, optionalOne])('is one value, not several (%o)', (take) => {
    expect(failuresOf(() => take(rowOf('Dossier;À', 'R-1;a|b'), 'to'))).toEqual([
      {
        code: 'bad-value',
        details: { name: 'À', value: 'a | b', allowed: [] },
        file: 'f.csv',
        row: 3,
        column: 'À',
      },
    ]);
    expect(failuresOf(() => take(rowFromFlags({ to: ['a', 'b'] }), 'to'))).toMatchObject([
      { code: 'bad-value', details: { name: '--to' }, column: '--to' },
    ]);
  });
});
