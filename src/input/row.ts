import { Failure, type Where } from '../failures/failure.ts';
import { type Column, WORDS } from './csv/columns.ts';

/**
 * What one row says of one column. `header` is what stands above it as it was written, or the flag as it was typed.
 * A file's cell is one text that may hold several values; a flag's values come apart already, and may hold a `|`.
 */
export type Cell =
  | { readonly header: string; readonly text: string }
  | { readonly header: string; readonly values: readonly string[] };

/** A row of a file, or what the arguments and flags of a command say, which has no line. */
export interface Row {
  readonly where: Where;
  readonly cells: ReadonlyMap<Column, Cell>;
}

/** Where a cell is: what names it is always a text. */
export type CellPlace = Where & { readonly column: string };

/** At least one of something. */
export type AtLeastOne<Item> = [Item, ...Item[]];

/** What a flag or argument may be given as; undefined, or no value at all, is as if it were not there. */
export type Given = string | readonly string[] | boolean | undefined;

// Roles and inclusions are listed with commas too, in a cell as in an argument; `add` and `remove` hold roles, or schools.
const ALSO_BY_COMMA: ReadonlySet<Column> = new Set<Column>(['role', 'include', 'add', 'remove']);

/**
 * The row that a command's arguments and flags make. `headers` says what they are called where that isn't `--COLUMN`,
 * as `RECORD` for an argument. A flag that is switched is `true` or `false`, which becomes that word.
 */
export function rowFromFlags(
  given: { readonly [C in Column]?: Given },
  headers: { readonly [C in Column]?: string } = {},
): Row {
  const cells = new Map<Column, Cell>();
  for (const column of WORDS) {
    const value = given[column];
    if (value === undefined) continue;
    const values = typeof value === 'object' ? value : [String(value)];
    if (values.length === 0) continue;
    const flag = value === false ? `--no-${column}` : `--${column}`;
    cells.set(column, { header: headers[column] ?? flag, values });
  }
  return { where: {}, cells };
}

/** A row of a file with what the flags give for all rows added behind; what the row says itself stays. */
export function fillRow(row: Row, flags: Row): Row {
  return { where: row.where, cells: new Map([...row.cells, ...flags.cells, ...row.cells]) };
}

/** What a row says, by what stands above each cell, or by the column a flag stands for: as it could be written again. */
export function writtenCells({ cells }: Row): Record<string, string> {
  const written = [...cells].map(([column, cell]) =>
    'text' in cell ? [cell.header, cell.text] : [column, cell.values.join('|')],
  );
  return Object.fromEntries(written);
}

/** Where a cell is: its file, row and header; for what came from a flag, the flag. */
export function where(row: Row, column: Column): CellPlace {
  const cell = row.cells.get(column);
  if (cell && 'values' in cell) return { column: cell.header };
  return { ...row.where, column: cell?.header ?? column };
}

/** Every value a row gives for a column, trimmed, empty ones left out; none where it has no such column. */
export function values(row: Row, column: Column): string[] {
  const cell = row.cells.get(column);
  if (!cell) return [];
  const whole = 'values' in cell ? cell.values : cell.text.split('|');
  const parts = ALSO_BY_COMMA.has(column) ? whole.flatMap((value) => value.split(',')) : whole;
  return parts.map((value) => value.trim()).filter((value) => value !== '');
}

/**
 * The values of a column that must have one.
 * @throws Failure `csv-empty-cell` for an empty cell, `csv-missing-column` for a file without the column,
 *   `missing-value` for a flag or argument.
 */
export function required(row: Row, column: Column): AtLeastOne<string> {
  const [first, ...rest] = values(row, column);
  if (first === undefined) throw absent(row, column);
  return [first, ...rest];
}

/**
 * The only value of a column that must have exactly one.
 * @throws Failure as `required` does where there is none, `bad-value` where there are several.
 */
export function one(row: Row, column: Column): string {
  const only = optionalOne(row, column);
  if (only === undefined) throw absent(row, column);
  return only;
}

/**
 * The only value of a column that may have one, else undefined.
 * @throws Failure `bad-value` where there are several.
 */
export function optionalOne(row: Row, column: Column): string | undefined {
  const found = values(row, column);
  if (found.length <= 1) return found[0];
  const at = where(row, column);
  throw new Failure('bad-value', { name: at.column, value: found.join(' | '), allowed: [] }, at);
}

function absent(row: Row, column: Column): Failure {
  const at = where(row, column);
  const name = at.column;
  const cell = row.cells.get(column);
  if (row.where.row === undefined || (cell && 'values' in cell)) {
    const flag = cell?.header ?? `--${column}`;
    return new Failure('missing-value', { name: flag }, { ...at, column: flag });
  }
  if (cell) return new Failure('csv-empty-cell', { name }, at);
  return new Failure('csv-missing-column', { name, found: [...row.cells.values()].map(({ header }) => header) }, at);
}
