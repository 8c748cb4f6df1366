import { columnOf } from './columns.ts';

/** The delimiters a file may use; where a header could be split by several, the earlier one wins. */
export const DELIMITERS = [';', '\t', ','] as const;
/** What stands between the cells of a row. */
export type Delimiter = (typeof DELIMITERS)[number];

/**
 * Recognises the delimiter by the header: the one that splits it into the most known columns. Among equals, the first
 * that stands in the header; a header of one column tells nothing, so there it is one that splits no cell of the file.
 */
export function sniffDelimiter(text: string): Delimiter {
  const header = headerLine(text);
  const candidates = DELIMITERS.map((delimiter) => {
    const cells = splitLine(header, delimiter);
    return { delimiter, split: cells.length > 1, known: cells.filter((cell) => columnOf(cell)).length };
  });
  const most = Math.max(...candidates.map(({ known }) => known));
  const best = candidates.filter(({ known, split }) => split && known === most);
  return best[0]?.delimiter ?? ([',', ';', '\t'] as const).find((delimiter) => !text.includes(delimiter)) ?? ',';
}

/** Whether a text holds nothing but blanks, delimiters and quotes. */
export const isBlank = (text: string): boolean => /^[\s;,"]*$/u.test(text);

/** Whether a record is the line `sep=;` that some programs write before the header for Excel's sake. */
export const saysSeparator = (cells: readonly string[]): boolean => /^sep=.?$/iu.test(cells[0] ?? '');

/** The first line with anything in it; a line end within quotes doesn't end it. */
function headerLine(text: string): string {
  let start = 0;
  let quoted = false;
  for (let at = 0; at <= text.length; at++) {
    const character = text[at];
    if (character === '"') quoted = !quoted;
    const ends = at === text.length || (!quoted && (character === '\n' || character === '\r'));
    if (!ends) continue;
    const line = text.slice(start, at);
    if (!isBlank(line)) return line;
    start = at + 1;
  }
  return '';
}

/** The cells of one line, unquoted: good enough to recognise headers; the parser reads the rest. */
function splitLine(line: string, delimiter: Delimiter): string[] {
  const cells = [''];
  let quoted = false;
  for (const character of line) {
    if (character === '"') quoted = !quoted;
    else if (character === delimiter && !quoted) cells.push('');
    else cells.push((cells.pop() ?? '') + character);
  }
  return cells;
}
