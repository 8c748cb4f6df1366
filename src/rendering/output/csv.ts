import { defused } from '../../model/spreadsheet.ts';
import { type AnswerTable, saidIn } from '../answer.ts';
import { tame } from './tame.ts';

/** Who reads a CSV: programs, or Excel where lists are separated by commas, or by semicolons as in French. */
export const DIALECTS = ['rfc4180', 'excel', 'excel-fr'] as const;
/** Who reads a CSV. */
export type Dialect = (typeof DIALECTS)[number];

interface Written {
  readonly delimiter: ',' | ';';
  readonly lineEnd: '\n' | '\r\n';
  /** Without it Excel takes UTF-8 for Windows-1252. */
  readonly bom: boolean;
  /** Whether people read it: headers and words in their language, where programs get keys and codes. */
  readonly forPeople: boolean;
}

const WRITTEN: Readonly<Record<Dialect, Written>> = {
  rfc4180: { delimiter: ',', lineEnd: '\n', bom: false, forPeople: false },
  excel: { delimiter: ',', lineEnd: '\r\n', bom: true, forPeople: true },
  'excel-fr': { delimiter: ';', lineEnd: '\r\n', bom: true, forPeople: true },
};

/** A table as CSV, with a header, empty where a cell is null; what a spreadsheet would take for a formula is defused. */
export function* csv({ columns, rows }: AnswerTable, dialect: Dialect = 'rfc4180'): Generator<string, undefined> {
  const { delimiter, lineEnd, bom, forPeople } = WRITTEN[dialect];
  const lineOf = (cells: readonly (string | number | null)[]) =>
    `${cells.map((cell) => cellOf(cell, delimiter)).join(delimiter)}${lineEnd}`;
  yield (bom ? '\uFEFF' : '') + lineOf(columns.map(({ key, header }) => (forPeople ? header : key)));
  for (const row of rows)
    yield lineOf(columns.map((column) => (forPeople ? saidIn(row, column) : (row[column.key] ?? null))));
}

function cellOf(value: string | number | null, delimiter: string): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const text = tame(defused(value), '\n\r\t');
  return /["\r\n]/.test(text) || text.includes(delimiter) ? `"${text.replaceAll('"', '""')}"` : text;
}
