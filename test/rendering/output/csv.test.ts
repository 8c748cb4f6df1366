import { describe, expect, it } from 'vitest';
import { readTable } from '../../../src/input/csv/table.ts';
import type { AnswerTable } from '../../../src/rendering/answer.ts';
import { csv, type Dialect } from '../../../src/rendering/output/csv.ts';

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
});
