import { wrapAnsi } from 'fast-wrap-ansi';
import { columnsOf } from './width.ts';

/** The pieces a text can be broken into: its words, each with the blank before it; an e-mail also before its `@`. */
const piecesOf = (text: string): string[] => text.match(/ *(?:@?[^ @]+|@)/g) ?? [];

/** How wide a column must be for no piece of a text to be broken. */
export const widestPiece = (text: string): number =>
  piecesOf(text).reduce((most, piece) => Math.max(most, columnsOf(piece.trimStart())), 0);

/** A text on as many lines as it takes within a width; what is longer than a line is broken anywhere. */
export function wrapped(text: string, width: number): string[] {
  if (columnsOf(text) <= width) return [text];
  const lines: string[] = [];
  let line = '';
  for (const piece of piecesOf(text)) {
    if (columnsOf(line + piece) <= width) {
      line += piece;
      continue;
    }
    if (line.trim() !== '') lines.push(line);
    const broken = hardWrapped(piece.trimStart(), width);
    line = broken.pop() ?? '';
    lines.push(...broken);
  }
  return [...lines, line];
}

const hardWrapped = (piece: string, width: number): string[] =>
  columnsOf(piece) <= width ? [piece] : wrapAnsi(piece, width, { hard: true }).split('\n');
