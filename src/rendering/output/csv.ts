import type { AnswerTable } from '../answer.ts';
import { tame } from './tame.ts';

/** What makes a spreadsheet take a cell for a formula. */
const FORMULA = /^[=+\-@\t\r]/;

/** A table as CSV (RFC 4180), with a header of the columns' keys, commas and line feeds; empty where a cell is null. */
export function* csv({ columns, rows }: AnswerTable): Generator<string, undefined> {
  yield lineOf(columns.map((column) => column.key));
  for (const row of rows) yield lineOf(columns.map(({ key }) => row[key] ?? null));
}

const lineOf = (cells: readonly (string | number | null)[]): string => `${cells.map(cellOf).join(',')}\n`;

function cellOf(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const text = tame(FORMULA.test(value) ? `'${value}` : value, '\n\r\t');
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
