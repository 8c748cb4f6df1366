import type { Column } from '../input/csv/columns.ts';
import { granteeWithLevel, parseGrantee, parseSpace } from '../input/references.ts';
import { one, optionalOne, type Row, required, values, where } from '../input/row.ts';
import { type Inclusion, parseBoolean, parseInclusion, parseKind, parseLevel } from '../input/values.ts';
import type { ShareLevel } from '../model/levels.ts';
import type { Space } from '../model/organization.ts';
import type {
  GranteeReference,
  MemberReference,
  Place,
  ProfileReference,
  RecordReference,
  SpaceReference,
  TransferReference,
} from '../model/references.ts';

/** The flags a row has no column for: what was typed beside the arguments, by name. */
export type Typed = Readonly<Record<string, string | readonly string[] | boolean | undefined>>;

/** A member or a team, and the level that came with it; null where none did. */
export interface GranteeAndLevel {
  readonly grantee: GranteeReference;
  readonly level: ShareLevel | null;
}

/**
 * What a row says, in the words of the field: all that a change is given to turn into intents. Each throws a failure
 * with its place where the row says nothing, or nothing that can be.
 */
export interface RowWords {
  /** The line a row has in its file; what comes from arguments is counted by whoever puts the intents together. */
  readonly line: number;
  records(): RecordReference[];
  /** The one record a row may name. */
  recordOption(): RecordReference | null;
  /** Spaces, by their id or as `multi:PROFILE`. */
  spaces(): SpaceReference[];
  /** The profiles a column names; none where nothing is said. */
  profiles(column: Column): ProfileReference[];
  /** The members and teams a column names. */
  grantees(column: Column): GranteeReference[];
  /** The same, each with the level it may come with, as `GRANTEE=LEVEL`; none where nothing is said. */
  granteesWithLevels(column: Column): GranteeAndLevel[];
  /** Transfers, by their id or their record. */
  transfers(): TransferReference[];
  /** The one member a column names. */
  member(column: Column): MemberReference;
  /** The member a flag without a column names; null where it isn't there. */
  memberOption(flag: string): MemberReference | null;
  /** What a transfer takes along; none where nothing is said. */
  inclusions(column: Column): Inclusion[];
  level(column: Column): ShareLevel;
  /** A level that may be left out. */
  levelOption(column: Column): ShareLevel | null;
  /** A kind of space; null where it is left unsaid. */
  kind(column: Column): Space['kind'] | null;
  /** Any text; null where there is none. */
  text(column: Column): string | null;
  /** Yes or no; null where it is left unsaid. */
  answer(column: Column): boolean | null;
  /** Whether a flag without a column is there. */
  switched(flag: string): boolean;
  /** Whether a column says anything. */
  has(column: Column): boolean;
  /** Where a column of the row is. */
  place(column: Column): Place;
}

/** Reads a row's words; `typed` are the flags that have no column. */
export const wordsOf = (row: Row, typed: Typed = {}): RowWords => ({
  line: row.where.row ?? 0,
  records: () => required(row, 'record').map((text) => ({ ref: 'record', text, place: where(row, 'record') })),
  recordOption() {
    const text = optionalOne(row, 'record');
    return text === undefined ? null : { ref: 'record', text, place: where(row, 'record') };
  },
  spaces: () =>
    required(row, 'space').map((text) => {
      const place = where(row, 'space');
      const { type, text: name } = parseSpace(text, place);
      return { ref: 'space', text: type === 'multi-space' ? `multi:${name}` : name, place };
    }),
  profiles: (column) => values(row, column).map((text) => ({ ref: 'profile', text, place: where(row, column) })),
  transfers: () => required(row, 'record').map((text) => ({ ref: 'transfer', text, place: where(row, 'record') })),
  grantees: (column) =>
    required(row, column).map((text) => {
      const place = where(row, column);
      return { ref: 'grantee', ...parseGrantee(text, place), place };
    }),
  granteesWithLevels: (column) =>
    values(row, column).map((text) => {
      const place = where(row, column);
      const { grantee, level } = granteeWithLevel(text, place);
      return { grantee: { ref: 'grantee', ...grantee, place }, level: level ?? null };
    }),
  member: (column) => ({ ref: 'member', text: one(row, column), place: where(row, column) }),
  memberOption(flag) {
    const text = typed[flag];
    return typeof text === 'string' ? { ref: 'member', text, place: { column: `--${flag}` } } : null;
  },
  inclusions: (column) => values(row, column).map((text) => parseInclusion(text, column, where(row, column))),
  level: (column) => parseLevel(one(row, column), column, where(row, column)),
  levelOption(column) {
    const text = optionalOne(row, column);
    return text === undefined ? null : parseLevel(text, column, where(row, column));
  },
  kind(column) {
    const text = optionalOne(row, column);
    return text === undefined ? null : parseKind(text, column, where(row, column));
  },
  text: (column) => optionalOne(row, column) ?? null,
  answer: (column) => parseBoolean(optionalOne(row, column) ?? '', column, where(row, column)) ?? null,
  switched: (flag) => typed[flag] === true,
  has: (column) => values(row, column).length > 0,
  place: (column) => where(row, column),
});
