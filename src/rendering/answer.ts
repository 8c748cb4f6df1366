import type { Sequence } from '../model/sequence.ts';

/** A column of an answer: the key of its cells, and the header a reader sees. */
export interface AnswerColumn {
  readonly key: string;
  readonly header: string;
  /** A cell as a person reads it, where programs (`csv`) get a code. */
  readonly say?: (code: string) => string;
}

/** One line of an answer's table; what is null is not known or not there. */
export type AnswerRow = Readonly<Record<string, string | number | null>>;

/** A cell as a person reads it. */
export const saidIn = (row: AnswerRow, { key, say }: AnswerColumn): string | number => {
  const cell = row[key] ?? '';
  return say && typeof cell === 'string' && cell !== '' ? say(cell) : cell;
};

/** A table for people: also what `csv` and `md` print. */
export interface AnswerTable {
  readonly columns: readonly AnswerColumn[];
  /** Gone through more than once. */
  readonly rows: readonly AnswerRow[] | Sequence<AnswerRow>;
}

/** What a reading command found, in every shape it can be printed in. */
export interface Answer {
  /** What `-o json` prints; an array is printed an item a line by `ndjson`. */
  readonly json: unknown;
  /** What `-o ndjson` prints, a line each, where it isn't the items of `json`. */
  readonly lines?: Iterable<unknown>;
  readonly table: AnswerTable;
  /** What a terminal reads instead of the table, where sentences say it better; it is given the width in columns. */
  readonly text?: (width: number) => string;
  /** Said on standard error beside it: what the answer leaves out, and why. */
  readonly notes?: readonly string[];
  /** The exit code, where the answer itself is one. */
  readonly exit?: 0 | 8 | 10 | 11 | 12;
}
