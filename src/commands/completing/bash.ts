import type { Candidate } from './offered.ts';

/** A command line as it stands before the cursor, as far as bash’s quotes go. */
export interface Line {
  /** The words before the last, without quotes. */
  readonly before: readonly string[];
  /** The last, as it is meant and as it is typed. */
  readonly word: string;
  readonly raw: string;
  /** The quote that is open at its end. */
  readonly quote: '' | "'" | '"';
}

/** Blanks, what is between single quotes, between double ones, after a backslash, and anything else. */
const PIECE = /(\s+)|'([^']*)('?)|"((?:\\.|[^"\\])*)("?)|\\(.?)|[^\s'"\\]+|./gs;

/** Parts a command line into words. Nothing in it is run or filled in: `$(…)` and `$HOME` stay as they are. */
export function lineOf(text: string): Line {
  const before: string[] = [];
  let word: string | null = null;
  let from = 0;
  let quote: Line['quote'] = '';
  for (const piece of text.matchAll(PIECE)) {
    const [, blanks] = piece;
    if (blanks !== undefined) {
      if (word !== null) before.push(word);
      word = null;
      continue;
    }
    if (word === null) from = piece.index;
    word = (word ?? '') + meant(piece);
    quote = leftOpen(piece);
  }
  return { before, word: word ?? '', raw: word === null ? '' : text.slice(from), quote };
}

/** What a piece means without its quotes; within double ones a backslash is one, but before what means something there. */
const meant = ([whole, , single, , double, , escaped]: RegExpExecArray): string =>
  single ?? double?.replace(/\\(["\\$`])/g, '$1') ?? escaped ?? whole;

/** The quote a piece leaves open: only the last can. */
function leftOpen([, , single, singleEnd, double, doubleEnd]: RegExpExecArray): Line['quote'] {
  if (single !== undefined && singleEnd === '') return "'";
  return double !== undefined && doubleEnd === '' ? '"' : '';
}

/**
 * What bash is to put in place of `replaced`, the end of the last word that it takes for a word: it parts words at `:`,
 * `=` and `@` too. Quoted as the word is.
 */
export function replies({ word, raw, quote }: Line, replaced: string, those: readonly Candidate[]): string[] {
  const kept = raw.endsWith(replaced) ? lineOf(raw.slice(0, raw.length - replaced.length)).word : '';
  return those
    .filter(({ value }) => value.startsWith(word))
    .map(({ value }) => quoted(value.slice(kept.length), quote));
}

function quoted(value: string, quote: Line['quote']): string {
  if (quote === '"') return value.replace(/["\\$`]/g, '\\$&');
  if (quote === "'") return value.replaceAll("'", "'\\''");
  return value.replace(/[\s"'\\$`!&;()<>|*?[\]{}#~^]/g, '\\$&');
}

/** The same, each with what is said of it, where they are only listed. Long lines are cut: bash has none of its own. */
export function listedWith(those: readonly Candidate[], shown: readonly string[], width: number): string[] {
  const left = Math.max(...shown.map((one) => one.length));
  return shown.map((one, at) => {
    const about = those[at]?.about ?? '';
    const line = about === '' ? one : `${one.padEnd(left)}  (${about})`;
    return line.length > width ? `${line.slice(0, width - 1)}…` : line;
  });
}
