import { collectFailures } from '../failures/failure.ts';
import { type Column, isColumn } from '../input/csv/columns.ts';
import type { Table } from '../input/csv/table.ts';
import { bytesOf } from '../input/file.ts';
import { fillRow, type Row, rowFromFlags, writtenCells } from '../input/row.ts';
import type { Intent } from '../model/intents/index.ts';
import type { ChangeCommand, Given } from './command.ts';
import { wordsOf } from './words.ts';

/** A long list that is given away: a hundred thousand wishes aren't held beside what they have become. */
export class Taken<T> implements Iterable<T> {
  constructor(private list: readonly T[]) {}

  [Symbol.iterator](): Iterator<T> {
    return this.take()[Symbol.iterator]();
  }

  /** All of it the first time; nothing is left after that. */
  take(): readonly T[] {
    const { list } = this;
    this.list = [];
    return list;
  }
}

/** What somebody wants, and how the file they said it in was read, where it was a file. */
export interface Wanted {
  readonly intents: Taken<Intent>;
  readonly tables: readonly { readonly rows: number; readonly recognised: Table['recognised'] }[];
  /** The rows of a CSV file as they were written, by their line; none where there was no such file. */
  readonly rows: Taken<readonly [number, Readonly<Record<string, string>>]>;
}

/**
 * Turns a change's arguments, or the rows of its CSV file, into intents. Flags given beside a file hold for all its
 * rows. Throws the failures of all faulty rows together.
 */
export async function wantedOf(
  command: ChangeCommand,
  given: Given,
  csv: string | undefined,
  readStdin: () => Promise<Buffer>,
): Promise<Wanted> {
  if (command.desired) {
    const { intents, tables } = await command.desired(given);
    return { intents: new Taken(intents), tables, rows: new Taken([]) };
  }
  const typed = rowOfGiven(command, given);
  if (csv === undefined) {
    return { intents: new Taken(numbered(command.intents(wordsOf(typed)))), tables: [], rows: new Taken([]) };
  }
  // Loaded for a file alone: most changes are typed.
  const { readTable } = await import('../input/csv/table.ts');
  const bytes = csv === '-' ? await readStdin() : await bytesOf(csv);
  const filled = [...typed.cells.keys()];
  const invitations = command.takesInvitationFile
    ? (await import('../input/invitations.ts')).readInvitationFile(bytes, csv, filled)
    : null;
  const table =
    invitations ??
    readTable(bytes, {
      file: csv,
      columns: { allowed: columnsOf(command), required: command.required, mayHaveFindings: true },
      filled,
    });
  const filledRows = table.rows.map((row) => fillRow(row, typed));
  const intents = collectFailures(filledRows, (row) => command.intents(wordsOf(row))).flat();
  const rows = new Taken(filledRows.map((row) => [row.where.row ?? 0, writtenCells(row)] as const));
  return { intents: new Taken(intents), tables: [{ rows: table.rows.length, recognised: table.recognised }], rows };
}

/** Arguments have no lines: each change they make counts as a row; what a new space is shared with is of its row. */
export function numbered(intents: readonly Intent[]): Intent[] {
  let row = 0;
  return intents.map((intent) => {
    const belongs = intent.action === 'space.share' && intent.space.ref === 'new-space';
    if (!belongs) row += 1;
    return { ...intent, row };
  });
}

/** The columns a CSV of a command may have. */
export const columnsOf = (command: ChangeCommand): Column[] =>
  [...[...command.arguments, ...command.flags].flatMap(({ column }) => column ?? []), ...(command.also ?? [])].filter(
    isColumn,
  );

/** What arguments and flags say, as a row. */
export function rowOfGiven(command: ChangeCommand, given: Given): Row {
  const values: { [C in Column]?: readonly string[] | string | boolean } = {};
  const headers: { [C in Column]?: string } = {};
  for (const { name, column } of command.arguments) {
    if (!column) continue;
    values[column] = given.arguments[name] ?? [];
    headers[column] = name;
  }
  for (const { name, column } of command.flags) {
    const value = given.flags[name];
    if (column && value !== undefined) values[column] = value;
  }
  return rowFromFlags(values, headers);
}
