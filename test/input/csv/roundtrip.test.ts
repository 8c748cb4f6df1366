import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { COLUMNS, type Column, headerOf } from '../../../src/input/csv/columns.ts';
import { DELIMITERS } from '../../../src/input/csv/delimiter.ts';
import { readTable } from '../../../src/input/csv/table.ts';
import { type Manner, write } from './writer.ts';

const ENCODINGS = [
  ['utf-8', false],
  ['utf-8', true],
  ['utf-16le', true],
  ['utf-16be', true],
  ['utf-16le', false],
  ['utf-16be', false],
  ['windows-1252', false],
] as const;
const LINE_ENDS = ['lf', 'crlf', 'cr'] as const;
const COMBINATIONS = ENCODINGS.flatMap(([encoding, marked]) =>
  DELIMITERS.flatMap((delimiter) => LINE_ENDS.map((lineEnds) => ({ encoding, marked, delimiter, lineEnds }))),
);

// What breaks readers: quotes, delimiters, line ends, formulas, blanks, accents; and, beyond Windows-1252, the rest.
const tricky = fc.constantFrom(...'"";,\t|=+-@\' aZ0é€œ’', '\n', '\r', '\r\n', '""', '";');
const anything = fc.oneof(tricky, fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }));
const cellOf = (unit: fc.Arbitrary<string>) => fc.array(unit, { maxLength: 8 }).map((parts) => parts.join('').trim());

const tableOf = (encoding: Manner['encoding']) =>
  fc.tuple(fc.shuffledSubarray([...COLUMNS], { minLength: 1 }), fc.boolean()).chain(([columns, french]) => {
    const inWindows = encoding === 'windows-1252';
    const cells = fc.array(cellOf(inWindows ? tricky : anything), {
      minLength: columns.length,
      maxLength: columns.length,
    });
    return fc.record({
      // An accented name keeps Windows-1252 from being valid UTF-8 by chance.
      columns: fc.constant<Column[]>(inWindows ? ['school', ...columns.filter((one) => one !== 'school')] : columns),
      language: fc.constant<'en' | 'fr'>(french || inWindows ? 'fr' : 'en'),
      rows: fc.array(
        cells.filter((row) => row.some((cell) => cell !== '')),
        { minLength: 1, maxLength: 6 },
      ),
      quoteAll: fc.boolean(),
      blanks: fc.array(fc.nat(3), { maxLength: 4 }),
    });
  });

describe('what was written is what is read', () => {
  test.each(COMBINATIONS)('$encoding, marked $marked, $delimiter, $lineEnds', (combination) => {
    fc.assert(
      fc.property(tableOf(combination.encoding), ({ columns, language, rows, quoteAll, blanks }) => {
        const manner = { ...combination, quoteAll, blanks };
        const fitted = rows.map((row) => columns.map((_, index) => row[index] ?? ''));
        const header = columns.map((column) => headerOf(column, language));
        fc.pre(fitted.every((row) => row.some((cell) => cell !== '')));
        const { bytes, lines } = write(header, fitted, manner);
        const table = readTable(bytes, { file: 'f', columns: { allowed: COLUMNS, required: columns } });
        expect(table.rows.map(({ where }) => where.row)).toEqual(lines);
        expect(
          table.rows.map(({ cells }) =>
            columns.map((column) => {
              const cell = cells.get(column);
              return cell && 'text' in cell ? cell.text : undefined;
            }),
          ),
        ).toEqual(fitted);
        const { encoding, marked, delimiter, lineEnds } = combination;
        expect(table.recognised.encoding).toBe(encoding === 'utf-8' && marked ? 'utf-8-bom' : encoding);
        expect(table.recognised.lineEnds).toBe(lineEnds);
        if (columns.length > 1) expect(table.recognised.delimiter).toBe(delimiter);
      }),
      { numRuns: 60 },
    );
  });
});
