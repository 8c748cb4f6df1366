import type { AnswerTable } from '../answer.ts';
import { tame } from './tame.ts';

/** What makes a spreadsheet take a cell for a formula. */
const FORMULA = /^[=+\-@\t\r]/;

/** A table as CSV (RFC 4180), with a header of the columns' keys, commas and line feeds; empty where a cell is null. */
export function csv({ columns, rows }: AnswerTable): string {
  const lines = [columns.map((column) => column.key), ...rows.map((row) => columns.map(({ key }) => row[key] ?? null))];
  return lines.map((cells) => `${cells.map(cellOf).join(',')}\n`).join('');
}

function cellOf(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const text = tame(FORMULA.test(value) ? `'${value}` : value, '\n\r\t');
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
