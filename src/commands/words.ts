import type { Column } from '../input/csv/columns.ts';
import { parseGrantee } from '../input/references.ts';
import { one, optionalOne, type Row, required, where } from '../input/row.ts';
import { parseBoolean, parseLevel } from '../input/values.ts';
import type { ShareLevel } from '../model/levels.ts';
import type { GranteeReference, RecordReference } from '../model/references.ts';
import { type PeopleWords, peopleWordsOf } from './words-people.ts';

/**
 * What a row says, in the words of the field: all that a change is given to turn into intents. Each throws a failure
 * with its place where the row says nothing, or nothing that can be.
 */
export interface RowWords extends PeopleWords {
  /** The line a row has in its file; what comes from arguments is counted by whoever puts the intents together. */
  readonly line: number;
  records(): RecordReference[];
  /** The members and teams a column names. */
  grantees(column: Column): GranteeReference[];
  level(column: Column): ShareLevel;
  /** Yes or no; null where it is left unsaid. */
  answer(column: Column): boolean | null;
}

/** Reads a row's words. */
export const wordsOf = (row: Row): RowWords => ({
  ...peopleWordsOf(row),
  line: row.where.row ?? 0,
  records: () => required(row, 'record').map((text) => ({ ref: 'record', text, place: where(row, 'record') })),
  grantees: (column) =>
    required(row, column).map((text) => {
      const place = where(row, column);
      return { ref: 'grantee', ...parseGrantee(text, place), place };
    }),
  level: (column) => parseLevel(one(row, column), column, where(row, column)),
  answer: (column) => parseBoolean(optionalOne(row, column) ?? '', column, where(row, column)) ?? null,
});
