import { Failure, type Where } from '../../failures/failure.ts';
import { fold } from '../fold.ts';
import { type Column, columnOf, headerOf, isFinding, languageOf, nearestHeaders } from './columns.ts';

/** Which columns a file may have, and must have. */
export interface Expected {
  readonly allowed: readonly Column[];
  /** Of a list, any one will do. */
  readonly required: readonly (Column | readonly Column[])[];
  /** Whether it may be what `run failed` wrote: what that says of each row is passed over. */
  readonly mayHaveFindings?: boolean;
}

/** A header as it was understood: a column per cell, none for those at fault, which `failures` speaks of. */
export interface Header {
  readonly headers: readonly string[];
  readonly columns: readonly (Column | undefined)[];
  readonly failures: readonly Failure[];
}

/**
 * Reads the header of a file. `filled` are the columns that flags give for all rows: they needn't be in the file, and
 * may not. Nothing is thrown: what is wrong, with unknown, duplicate and missing columns, comes back as failures.
 */
export function readHeader(
  cells: readonly string[],
  expected: Expected,
  filled: readonly Column[],
  where: Where,
): Header {
  const headers = withoutEmptyEnd(cells);
  const language = languageOf(headers);
  const allowed = expected.allowed.map((column) => headerOf(column, language));
  const failures: Failure[] = [];
  const seen = new Map<string, string>();

  const columns = headers.map((header) => {
    const at = { ...where, column: header };
    const known = columnOf(header);
    const first = seen.get(known ?? fold(header));
    if (first !== undefined) {
      failures.push(new Failure('csv-duplicate-column', { header, first }, at));
      return undefined;
    }
    seen.set(known ?? fold(header), header);
    if (!known && expected.mayHaveFindings && isFinding(header)) return undefined;
    if (!known || !expected.allowed.includes(known)) {
      const nearest = nearestHeaders(header, expected.allowed, language);
      failures.push(new Failure('csv-unknown-column', { header, nearest, allowed }, at));
      return undefined;
    }
    if (filled.includes(known)) failures.push(new Failure('csv-column-and-flag', { name: known }, at));
    return known;
  });

  for (const columns of expected.required) {
    const any = [columns].flat();
    const [column] = any;
    if (!column || any.some((one) => seen.has(one) || filled.includes(one))) continue;
    const name = headerOf(column, language);
    failures.push(new Failure('csv-missing-column', { name, found: [...headers] }, where));
  }
  return { headers, columns, failures };
}

// A spreadsheet leaves delimiters behind where somebody emptied its last columns.
function withoutEmptyEnd(cells: readonly string[]): readonly string[] {
  return cells.slice(0, cells.findLastIndex((cell) => cell !== '') + 1);
}
