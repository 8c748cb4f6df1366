import { Failure, throwAll, type Where } from '../../failures/failure.ts';
import { theFirstOf } from '../../model/collections.ts';
import { undefused } from '../../model/spreadsheet.ts';
import type { Cell, Row } from '../row.ts';
import type { Column } from './columns.ts';
import { type Delimiter, isBlank, saysSeparator, sniffDelimiter } from './delimiter.ts';
import { type Decoded, decode, type Encoding } from './encoding.ts';
import { type Expected, type Header, readHeader } from './header.ts';
import { type BrokenRecord, type CsvRecord, readRecords } from './records.ts';

/** How the lines of a file end. */
export type LineEnds = 'lf' | 'crlf' | 'cr';

/** A CSV file as it was read: its rows, and how it was written, which is said to whoever gave it. */
export interface Table {
  readonly rows: readonly Row[];
  readonly recognised: Recognised;
}

/** How a file was written. */
export interface Recognised {
  readonly encoding: Encoding;
  readonly delimiter: Delimiter;
  readonly lineEnds: LineEnds;
}

/** What is expected of a file. */
export interface TableOptions {
  /** The file's name, for failures; `-` for standard input. */
  readonly file: string;
  readonly columns: Expected;
  /** The columns that flags give for all rows. */
  readonly filled?: readonly Column[];
  /** Whether a header without rows will do. */
  readonly mayBeEmpty?: boolean;
}

/**
 * Reads a CSV file. Rows know the line they begin on; those that hold nothing are left out.
 * @throws Failure where the file is no text, is empty, or holds one mistake; Failures where it holds several: in the
 *   header, in the quotes, rows too long or too short, a header without rows.
 */
export function readTable(bytes: Uint8Array, options: TableOptions): Table {
  const file = { file: options.file };
  const { text, encoding } = decodeFile(bytes, file);
  if (isBlank(text)) throw new Failure('csv-empty', {}, file);
  const delimiter = sniffDelimiter(text);
  const { records, broken } = readRecords(text, delimiter);
  if (records[0] && saysSeparator(records[0].cells)) records.shift();

  const top = records.shift();
  if (!top && broken.length === 0) throw new Failure('csv-empty', {}, file);
  // A header that can't be read leaves nothing to say about the rows.
  if (!top || (broken[0] && broken[0].line < top.line)) throwAll(broken.map((one) => quoteFailure(one, [], file)));

  const at = { ...file, row: top?.line };
  const header = readHeader(top?.cells ?? [], options.columns, options.filled ?? [], at);
  const { rows, failures } = readRows(records, header, file);
  const found = [...failures, ...broken.map((one) => quoteFailure(one, header.headers, file))];
  found.sort((a, b) => (a.where.row ?? 0) - (b.where.row ?? 0));
  if (rows.length + found.length === 0 && !options.mayBeEmpty) found.push(new Failure('csv-no-rows', {}, file));
  throwAll([...header.failures, ...found]);
  return { rows, recognised: { encoding, delimiter, lineEnds: lineEndsOf(text) } };
}

/** Decodes a file's bytes; failures know the file. */
export function decodeFile(bytes: Uint8Array, where: Where): Decoded {
  try {
    return decode(bytes);
  } catch (error) {
    throw error instanceof Failure ? error.at(where) : error;
  }
}

function readRows(records: readonly CsvRecord[], header: Header, file: Where): { rows: Row[]; failures: Failure[] } {
  const expected = header.headers.length;
  const rows: Row[] = [];
  const failures: Failure[] = [];
  const known = theFirstOf((text: string) => text);
  for (const { line, cells } of records) {
    const where = { ...file, row: line };
    // What stands beyond the header is a mistake only if it holds something.
    const found = Math.max(Math.min(cells.length, expected), cells.findLastIndex((cell) => cell !== '') + 1);
    if (found === expected) rows.push({ where, cells: cellsOf(cells.map(known), header) });
    else failures.push(new Failure('csv-row-length', { expected, found }, where));
  }
  return { rows, failures };
}

function cellsOf(cells: readonly string[], { headers, columns }: Header): ReadonlyMap<Column, Cell> {
  const named = new Map<Column, Cell>();
  columns.forEach((column, index) => {
    if (column) named.set(column, { header: headers[index] ?? column, text: undefused(cells[index] ?? '') });
  });
  return named;
}

/** What is said of broken quotes; the headers name the cell, where there are any. */
export function quoteFailure({ line, cell, problem }: BrokenRecord, headers: readonly string[], file: Where): Failure {
  return new Failure('csv-quote', { problem }, { ...file, row: line, column: headers[cell] });
}

/** How the first line of a text ends. */
export function lineEndsOf(text: string): LineEnds {
  const first = /\r\n|\n|\r/u.exec(text)?.[0];
  if (first === '\r\n') return 'crlf';
  return first === '\r' ? 'cr' : 'lf';
}
