import { Failure } from '../failures/failure.ts';
import type { Column } from '../input/csv/columns.ts';
import { one, type Row, required, values, where } from '../input/row.ts';
import { parseRole } from '../input/values.ts';
import type { Role } from '../model/organization.ts';
import type { MemberReference, Place, SchoolReference, TeamReference } from '../model/references.ts';

/** A value as somebody wrote it, and where. */
export interface WrittenValue {
  readonly text: string;
  readonly place: Place;
}

/** What a row says of members and teams. */
export interface PeopleWords {
  /** Whether there is such a column, or flag, and something in it. */
  has(column: Column): boolean;
  /** The values of a column that must have one. */
  texts(column: Column): WrittenValue[];
  /** The only value of a column that must have one. */
  text(column: Column): WrittenValue;
  /** The members a column names. */
  members(column: Column): MemberReference[];
  /** The teams a column names. */
  teams(column: Column): TeamReference[];
  /** E-mail addresses; throws `bad-value` for what is none. */
  emails(column: Column): WrittenValue[];
  /** The roles of the column `role`, in English as Psylio's own file has them (O9). */
  roles(): Role[];
  /** The schools of the column `school`, by code. */
  schools(): SchoolReference[];
}

/** Reads what a row says of members and teams. */
export function peopleWordsOf(row: Row): PeopleWords {
  const texts = (column: Column) => required(row, column).map((text) => ({ text, place: where(row, column) }));
  const optional = (column: Column) => values(row, column).map((text) => ({ text, place: where(row, column) }));
  return {
    has: (column) => values(row, column).length > 0,
    texts,
    text: (column) => ({ text: one(row, column), place: where(row, column) }),
    members: (column) => texts(column).map((written) => ({ ref: 'member', ...written })),
    teams: (column) => optional(column).map((written) => ({ ref: 'team', ...written })),
    emails: (column) => texts(column).map(checkedEmail),
    roles: () => texts('role').map(({ text, place }) => parseRole(text, place.column ?? 'role', place)),
    schools: () => optional('school').map((written) => ({ ref: 'school', ...written })),
  };
}

const EMAIL = /^[^\s@]+@[^\s@]+$/;

function checkedEmail(written: WrittenValue): WrittenValue {
  const { text, place } = written;
  if (!EMAIL.test(text))
    throw new Failure('bad-value', { name: place.column ?? 'email', value: text, allowed: [] }, place);
  return written;
}
