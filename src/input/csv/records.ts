import { parse } from 'csv-parse/sync';
import type { Delimiter } from './delimiter.ts';

/** A record as it stands in the file: the line it begins on, the file's first being 1, and its cells, trimmed. */
export interface CsvRecord {
  readonly line: number;
  readonly cells: readonly string[];
}

/** A record whose quotes can't be read: the line it begins on, the index of the cell, and what is wrong there. */
export interface BrokenRecord {
  readonly line: number;
  readonly cell: number;
  readonly problem: QuoteProblem;
}

/** What can be wrong with quotes: one never closed, one amid a bare cell, something behind a closing one. */
export type QuoteProblem = 'not-closed' | 'within-cell' | 'text-after-quote';

const PROBLEMS: Readonly<Record<string, QuoteProblem>> = {
  CSV_QUOTE_NOT_CLOSED: 'not-closed',
  INVALID_OPENING_QUOTE: 'within-cell',
  CSV_INVALID_CLOSING_QUOTE: 'text-after-quote',
  CSV_NON_TRIMABLE_CHAR_AFTER_CLOSING_QUOTE: 'text-after-quote',
};

const LF = 10;
const CR = 13;

/**
 * Reads CSV text into its records, of whatever length, those that hold nothing left out. After a record with broken
 * quotes it goes on at the next line, so that all of them are found.
 */
export function readRecords(text: string, delimiter: Delimiter): { records: CsvRecord[]; broken: BrokenRecord[] } {
  const bytes = Buffer.from(text);
  const records: CsvRecord[] = [];
  const broken: BrokenRecord[] = [];
  let from = 0; // where this attempt at parsing began
  let at = 0; // where the record being read begins
  let line = 1; // and on which line that is

  // The parser's own count of lines is where a record ends, and counts CR LF within quotes twice: only bytes are exact.
  const take = (cells: string[], info: { bytes: number }): null => {
    const trimmed = cells.map((cell) => cell.trim());
    if (trimmed.some((cell) => cell !== '')) records.push({ line, cells: trimmed });
    line += countLineEnds(bytes, at, from + info.bytes);
    at = from + info.bytes;
    return null;
  };

  while (at < bytes.length) {
    from = at;
    try {
      parse(bytes.subarray(from), {
        delimiter,
        record_delimiter: ['\r\n', '\n', '\r'],
        relax_column_count: true,
        trim: true,
        on_record: take,
      });
      break;
    } catch (error) {
      const problem = PROBLEMS[(error as { code?: string }).code ?? ''];
      if (!problem) throw error;
      broken.push({ line, cell: (error as { column?: number }).column ?? 0, problem });
      at = nextLine(bytes, at);
      line += 1;
    }
  }
  return { records, broken };
}

function countLineEnds(bytes: Buffer, from: number, to: number): number {
  let count = 0;
  for (let at = from; at < to; at++) {
    if (bytes[at] === LF || (bytes[at] === CR && bytes[at + 1] !== LF)) count++;
  }
  return count;
}

function nextLine(bytes: Buffer, from: number): number {
  let at = from;
  while (at < bytes.length && bytes[at] !== LF && bytes[at] !== CR) at++;
  return at + (bytes[at] === CR && bytes[at + 1] === LF ? 2 : 1);
}
