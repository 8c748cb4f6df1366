import type { Column } from '../../input/csv/columns.ts';
import type { Cell, Row } from '../../input/row.ts';
import { groupBy } from '../../model/collections.ts';
import type { Intent } from '../../model/intents/index.ts';
import type { ChangeCommand } from '../command.ts';
import { numbered } from '../rows.ts';
import { wordsOf } from '../words.ts';

/**
 * Changes typed as arguments as the rows of a file would say them, by the number each counts as. `typed` is what was typed,
 * as one row: of its cells, those that stand for a change each come apart, those that are one set (roles, schools) stay.
 */
export function typedRows(command: ChangeCommand, typed: Row): Map<number, Row> {
  const whole = numbered(command.intents(wordsOf(typed)));
  const apart = [...typed.cells.keys()].flatMap((column) => partsOf(command, typed, column) ?? []);
  const singles = apart.reduce<readonly Row[]>(
    (rows, { column, cells }) => rows.flatMap((row) => cells.map((cell) => withCell(row, column, cell))),
    [typed],
  );
  const rows = new Map<string, Row>();
  for (const row of singles) {
    for (const change of changesOf(command, row)) if (!rows.has(change)) rows.set(change, row);
  }
  return new Map([...groupBy(whole, ({ row }) => row)].map(([n, intents]) => [n, rows.get(keyOf(intents)) ?? typed]));
}

interface Parts {
  readonly column: Column;
  readonly cells: readonly Cell[];
}

/** The values of a column, each by itself, where together they want the same as all of them at once. */
function partsOf(command: ChangeCommand, typed: Row, column: Column): Parts | null {
  const cell = typed.cells.get(column);
  if (!cell || 'text' in cell || cell.values.length < 2) return null;
  const cells = cell.values.map((value): Cell => ({ header: cell.header, values: [value] }));
  const parts = cells.flatMap((one) => changesOf(command, withCell(typed, column, one)));
  const whole = changesOf(command, typed);
  const same = new Set(parts).size === new Set(whole).size && whole.every((change) => parts.includes(change));
  return same ? { column, cells } : null;
}

/** What a row wants, a text for each change that counts as a row; nothing of one that can't stand by itself. */
function changesOf(command: ChangeCommand, row: Row): string[] {
  try {
    return [...groupBy(numbered(command.intents(wordsOf(row))), (intent) => intent.row).values()].map(keyOf);
  } catch {
    return [];
  }
}

/** What some intents want, whatever row they are in. */
const keyOf = (intents: readonly Intent[]): string => JSON.stringify(intents.map((intent) => ({ ...intent, row: 0 })));

const withCell = (row: Row, column: Column, cell: Cell): Row => ({
  where: row.where,
  cells: new Map([...row.cells, [column, cell]]),
});
