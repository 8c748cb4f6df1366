import { type AnswerRow, type AnswerTable, saidIn } from '../answer.ts';
import { tame } from './tame.ts';

/** A table as GitHub writes them in Markdown. */
export function* markdown({ columns, rows }: AnswerTable): Generator<string, undefined> {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |\n`;
  yield line(columns.map(({ header }) => cellOf(header)));
  yield line(columns.map(({ key }) => (isNumeric(rows, key) ? '---:' : '---')));
  for (const row of rows) yield line(columns.map((column) => cellOf(saidIn(row, column))));
}

/** A backslash first: before a bar it would undo the bar's own. A `<` would begin HTML. */
const cellOf = (value: string | number): string =>
  tame(String(value), '\n\r')
    .replace(/[\\|<]/g, (character) => `\\${character}`)
    .replace(/\r\n|\r|\n/g, '<br>');

/** Whether a column holds numbers and nothing else: those stand at the right. */
export function isNumeric(rows: Iterable<AnswerRow>, key: string): boolean {
  let some = false;
  for (const row of rows) {
    const cell = row[key] ?? null;
    if (cell === null) continue;
    if (typeof cell !== 'number') return false;
    some = true;
  }
  return some;
}
