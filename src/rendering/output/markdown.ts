import { type AnswerRow, type AnswerTable, saidIn } from '../answer.ts';
import { tame } from './tame.ts';

/** A table as GitHub writes them in Markdown. */
export function markdown({ columns, rows }: AnswerTable): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |\n`;
  return [
    line(columns.map(({ header }) => cellOf(header))),
    line(columns.map(({ key }) => (isNumeric(rows, key) ? '---:' : '---'))),
    ...rows.map((row) => line(columns.map((column) => cellOf(saidIn(row, column))))),
  ].join('');
}

/** A backslash first: before a bar it would undo the bar's own. A `<` would begin HTML. */
const cellOf = (value: string | number): string =>
  tame(String(value), '\n\r')
    .replace(/[\\|<]/g, (character) => `\\${character}`)
    .replace(/\r\n|\r|\n/g, '<br>');

/** Whether a column holds numbers and nothing else: those stand at the right. */
export const isNumeric = (rows: readonly AnswerRow[], key: string): boolean => {
  const cells = rows.map((row) => row[key] ?? null).filter((cell) => cell !== null);
  return cells.length > 0 && cells.every((cell) => typeof cell === 'number');
};
