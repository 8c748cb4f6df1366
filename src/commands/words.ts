import type { Column } from '../input/csv/columns.ts';
import { parseGrantee } from '../input/references.ts';
import { one, optionalOne, type Row, required, values, where } from '../input/row.ts';
import { type Inclusion, parseBoolean, parseInclusion, parseLevel } from '../input/values.ts';
import type { ShareLevel } from '../model/levels.ts';
import type {
  GranteeReference,
  MemberReference,
  Place,
  RecordReference,
  TransferReference,
} from '../model/references.ts';

/** The flags a row has no column for: what was typed beside the arguments, by name. */
export type Typed = Readonly<Record<string, string | readonly string[] | boolean | undefined>>;

/**
 * What a row says, in the words of the field: all that a change is given to turn into intents. Each throws a failure
 * with its place where the row says nothing, or nothing that can be.
 */
export interface RowWords {
  /** The line a row has in its file; what comes from arguments is counted by whoever puts the intents together. */
  readonly line: number;
  records(): RecordReference[];
  /** Transfers, by their id or their record. */
  transfers(): TransferReference[];
  /** The members and teams a column names. */
  grantees(column: Column): GranteeReference[];
  /** The one member a column names. */
  member(column: Column): MemberReference;
  /** The member a flag without a column names; null where it isn't there. */
  memberOption(flag: string): MemberReference | null;
  /** What a transfer takes along; none where nothing is said. */
  inclusions(column: Column): Inclusion[];
  level(column: Column): ShareLevel;
  /** Yes or no; null where it is left unsaid. */
  answer(column: Column): boolean | null;
  /** Whether a column says anything. */
  has(column: Column): boolean;
  /** Where a column of the row is. */
  place(column: Column): Place;
}

/** Reads a row's words; `typed` are the flags that have no column. */
export const wordsOf = (row: Row, typed: Typed = {}): RowWords => ({
  line: row.where.row ?? 0,
  records: () => required(row, 'record').map((text) => ({ ref: 'record', text, place: where(row, 'record') })),
  transfers: () => required(row, 'record').map((text) => ({ ref: 'transfer', text, place: where(row, 'record') })),
  grantees: (column) =>
    required(row, column).map((text) => {
      const place = where(row, column);
      return { ref: 'grantee', ...parseGrantee(text, place), place };
    }),
  member: (column) => ({ ref: 'member', text: one(row, column), place: where(row, column) }),
  memberOption(flag) {
    const text = typed[flag];
    return typeof text === 'string' ? { ref: 'member', text, place: { column: `--${flag}` } } : null;
  },
  inclusions: (column) => values(row, column).map((text) => parseInclusion(text, column, where(row, column))),
  level: (column) => parseLevel(one(row, column), column, where(row, column)),
  answer: (column) => parseBoolean(optionalOne(row, column) ?? '', column, where(row, column)) ?? null,
  has: (column) => values(row, column).length > 0,
  place: (column) => where(row, column),
});
