import { Chalk } from 'chalk';
import Table from 'cli-table3';
import { type AnswerTable, saidIn } from '../answer.ts';
import { isNumeric } from './markdown.ts';
import { tame } from './tame.ts';
import { columnsOf } from './width.ts';
import { widestPiece, wrapped } from './wrap.ts';

const GAP = 2;
/** No column is made narrower than this to make room for the others. */
const NARROWEST = 8;
const ROWS_AT_ONCE = 100;
const NO_LINES = {
  ...Object.fromEntries(
    ['top', 'top-mid', 'top-left', 'top-right', 'bottom', 'bottom-mid', 'bottom-left', 'bottom-right'].map((part) => [
      part,
      '',
    ]),
  ),
  ...Object.fromEntries(['left', 'left-mid', 'mid', 'mid-mid', 'right', 'right-mid'].map((part) => [part, ''])),
  middle: ' '.repeat(GAP),
};
const bold = new Chalk({ level: 1 }).bold;

interface Column {
  readonly header: string;
  readonly cells: readonly string[];
  readonly atRight: boolean;
  /** How wide it must be for no word to be broken. */
  readonly unbroken: number;
  width: number;
}

/** A table without lines: columns aligned, the widest ones wrapped until everything fits the width. */
export function textTable(table: AnswerTable, width: number, color: boolean): string {
  const all = [...table.rows];
  const columns = table.columns.map((column): Column => {
    const { key, header } = column;
    const cells = all.map((row) => tame(String(saidIn(row, column))));
    const most = (measure: (text: string) => number) =>
      cells.reduce((widest, cell) => Math.max(widest, measure(cell)), measure(header));
    return { header, cells, atRight: isNumeric(all, key), unbroken: most(widestPiece), width: most(columnsOf) };
  });
  fit(columns, width);
  const headers = laidOut([columns.map((column) => column.header)], columns);
  const head = color ? headers.map((line) => bold(line)) : headers;
  const rows = all.map((_, n) => columns.map((column) => column.cells[n] ?? ''));
  return [...head, ...chunks(rows).flatMap((chunk) => laidOut(chunk, columns))].join('\n');
}

/** Takes what the screen hasn't room for from the widest columns: first between words, then wherever it must be. */
function fit(columns: readonly Column[], width: number): void {
  const room = width - GAP * (columns.length - 1);
  shrink(columns, room, (column) => column.unbroken);
  shrink(columns, room, () => NARROWEST);
}

function shrink(columns: readonly Column[], room: number, leastOf: (column: Column) => number): void {
  let over = columns.reduce((sum, column) => sum + column.width, 0) - room;
  while (over > 0) {
    const [widest] = columns
      .filter((column) => column.width > leastOf(column))
      .sort((one, other) => other.width - one.width);
    if (!widest) return;
    widest.width -= 1;
    over -= 1;
  }
}

/** Rows as lines, each row on as many as its longest cell takes. */
function laidOut(rows: readonly (readonly string[])[], columns: readonly Column[]): string[] {
  const table = new Table({
    chars: NO_LINES,
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': 0 },
    colWidths: columns.map((column) => column.width),
    colAligns: columns.map((column) => (column.atRight ? 'right' : 'left')),
  });
  for (const row of rows) table.push(row.map((cell, n) => wrapped(cell, columns[n]?.width ?? 0).join('\n')));
  return table
    .toString()
    .split('\n')
    .map((line) => line.trimEnd());
}

/** cli-table3 takes ever longer the more rows it has at once; the widths being known, it needn't see all of them. */
function chunks<Row>(rows: readonly Row[]): Row[][] {
  const starts = Array.from({ length: Math.ceil(rows.length / ROWS_AT_ONCE) }, (_, n) => n * ROWS_AT_ONCE);
  return starts.map((start) => rows.slice(start, start + ROWS_AT_ONCE));
}
