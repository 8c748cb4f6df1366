import stringWidth from 'fast-string-width';
import { wrapAnsi } from 'fast-wrap-ansi';

/** Text filled up with blanks to a width in columns; accents and wide characters count as a terminal draws them. */
export const padded = (text: string, width: number): string =>
  text + ' '.repeat(Math.max(0, width - stringWidth(text)));

/** How many columns the widest of some texts takes. */
export const widest = (texts: Iterable<string>): number => Math.max(0, ...[...texts].map((text) => stringWidth(text)));

/** Something at the left and something at the right of one line; under each other where they don't fit. */
export function ends(left: string, right: string, width: number): string {
  const gap = width - stringWidth(left) - stringWidth(right);
  return gap >= 2 ? `${left}${' '.repeat(gap)}${right}` : `${left}\n${right}`;
}

/** Text wrapped to a width, every line set in by some columns, those after the first by some more. */
export function setIn(text: string, width: number, by: number, more = 0): string {
  const lines = wrapAnsi(text, Math.max(20, width - by - more), { hard: true }).split('\n');
  return lines.map((line, n) => (' '.repeat(n === 0 ? by : by + more) + line).trimEnd()).join('\n');
}

/** What a terminal would take as an order rather than as text is not passed on: names come from elsewhere. */
export const plain = (text: string): string => text.replace(/\p{Cc}/gu, '�');
