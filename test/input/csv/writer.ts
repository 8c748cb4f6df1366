import iconv from 'iconv-lite';
import type { Delimiter } from '../../../src/input/csv/delimiter.ts';
import type { LineEnds } from '../../../src/input/csv/table.ts';

/** How a test writes a file. `marked` is with a byte order mark. */
export interface Manner {
  readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';
  readonly marked: boolean;
  readonly delimiter: Delimiter;
  readonly lineEnds: LineEnds;
  /** Whether every cell is quoted, or those that need it. */
  readonly quoteAll: boolean;
  /** How many blank lines stand before each row. */
  readonly blanks: readonly number[];
}

export const BREAKS: { readonly [Ends in LineEnds]: string } = { lf: '\n', crlf: '\r\n', cr: '\r' };

/** Text to bytes as a program on some machine would save it. */
export function encode(text: string, encoding: Manner['encoding'], marked: boolean): Uint8Array {
  return new Uint8Array(iconv.encode(marked ? `\ufeff${text}` : text, encoding, { addBOM: false }));
}

/** A table as a spreadsheet-safe program writes it, and the line each row begins on. */
export function write(header: readonly string[], rows: readonly (readonly string[])[], manner: Manner) {
  const end = BREAKS[manner.lineEnds];
  const quoted = (cell: string): string =>
    manner.quoteAll || /[";,\t\r\n]/u.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
  const safe = (cell: string): string => (/^'*[=+\-@\t\r]/u.test(cell) ? `'${cell}` : cell);
  let text = header.map(quoted).join(manner.delimiter) + end;
  const lines: number[] = [];
  rows.forEach((row, index) => {
    const blanks = manner.blanks[index % Math.max(manner.blanks.length, 1)] ?? 0;
    for (let blank = 0; blank < blanks; blank++)
      text += (blank % 2 ? manner.delimiter.repeat(header.length - 1) : '') + end;
    lines.push(text.split(/\r\n|\n|\r/u).length);
    text += row.map((cell) => quoted(safe(cell))).join(manner.delimiter) + end;
  });
  return { bytes: encode(text, manner.encoding, manner.marked), lines };
}
