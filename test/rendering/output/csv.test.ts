import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTable } from '../../../src/input/csv/table.ts';
import type { AnswerTable } from '../../../src/rendering/answer.ts';
import { csv, DIALECTS, type Dialect } from '../../../src/rendering/output/csv.ts';
import { law } from '../../support/law.ts';

const table: AnswerTable = {
  columns: [
    { key: 'record', header: 'dossier' },
    { key: 'access', header: 'accès', say: () => 'lecture; écriture' },
  ],
  rows: [{ record: '=1+1', access: 'write' }],
};
const written = (dialect?: Dialect) => [...csv(table, dialect)].join('');

describe('CSV', () => {
  it('is for programs where nothing is said: commas, line feeds, keys and codes', () => {
    expect(written()).toBe("record,access\n'=1+1,write\n");
  });

  it.each([
    ['excel', "\uFEFFdossier,accès\r\n'=1+1,lecture; écriture\r\n"],
    ['excel-fr', '\uFEFFdossier;accès\r\n\'=1+1;"lecture; écriture"\r\n'],
  ] as const)(
    '%s opens rightly in Excel: it is known for UTF-8, and what people read stands in it',
    (dialect, text) => {
      expect(written(dialect)).toBe(text);
    },
  );

  it.each(['rfc4180', 'excel', 'excel-fr'] as const)(
    '%s is read back as it was, what was defused included',
    (dialect) => {
      const columns = { allowed: ['record', 'access'], required: ['record'] } as const;
      const read = readTable(Buffer.from(written(dialect)), { file: 'x.csv', columns, filled: [] });
      expect(read.rows[0]?.cells.get('record')).toMatchObject({ text: '=1+1' });
    },
  );

  const beginning = fc.string({ unit: fc.constantFrom(..."''=+-@"), maxLength: 4 });
  // Reading trims, and no control character is ever printed: those two are not what is asked here.
  const rest = fc.string({ unit: fc.constantFrom(...'";,\n\'=-x é0'), maxLength: 6 });
  const cell = fc.tuple(beginning, rest).map((parts) => parts.join('').trim());
  law(
    'is read back as it was, cell by cell',
    fc.property(fc.constantFrom(...DIALECTS), fc.array(fc.tuple(cell, cell), { maxLength: 5 }), (dialect, cells) => {
      const rows = cells.map(([access, to], n) => ({ record: `R-${n}`, access, with: to }));
      const columns = (['record', 'access', 'with'] as const).map((key) => ({ key, header: key }));
      const text = [...csv({ columns, rows }, dialect)].join('');
      const expected = { allowed: columns.map(({ key }) => key), required: [] };
      const read = readTable(Buffer.from(text), { file: 'x.csv', columns: expected, mayBeEmpty: true });
      const readCells = read.rows.map((row) => columns.map(({ key }) => row.cells.get(key)));
      expect(readCells).toMatchObject(cells.map(([a, b], n) => [{ text: `R-${n}` }, { text: a }, { text: b }]));
    }),
    { usual: 200 },
  );
});
