import type { ShareLevel } from '../model/levels.ts';
import type { Role, Space } from '../model/organization.ts';
import type {
  GranteeReference,
  MemberReference,
  Place,
  ProfileReference,
  RecordReference,
  SpaceReference,
  TeamReference,
  TransferReference,
} from '../model/references.ts';
import type { Column } from './csv/columns.ts';
import { granteeWithLevel, parseGrantee, parseSpace, parseTeam } from './references.ts';
import { type CellPlace, one, optionalOne, type Row, required, values, where } from './row.ts';
import {
  type Inclusion,
  parseBoolean,
  parseEmail,
  parseInclusion,
  parseKind,
  parseLevel,
  parseRole,
} from './values.ts';

/** A grantee and the level written behind it, null where there is none. */
export interface GranteeAtLevel {
  readonly grantee: GranteeReference;
  readonly level: ShareLevel | null;
}

/**
 * What a row says, in the words of the field: all that a change is given to turn into intents. Each throws a failure
 * with its place where the row says nothing, or nothing that can be; those called `optional` give `[]` or null where it
 * says nothing.
 */
export interface RowWords {
  /** The line a row has in its file; what comes from arguments is counted by whoever puts the intents together. */
  readonly line: number;
  /** Whether a column says anything. */
  names(column: Column): boolean;
  /** Where a column stands, for what words give without a place of its own. */
  place(column: Column): Place;

  /** The records of the column `record`. */
  records(): RecordReference[];
  optionalRecord(): RecordReference | null;
  /** The transfers of the column `record`: each by its id or by its record. */
  transfers(): TransferReference[];
  members(column: Column): MemberReference[];
  optionalMembers(column: Column): MemberReference[];
  member(column: Column): MemberReference;
  optionalMember(column: Column): MemberReference | null;
  /** The members and teams a column names. */
  grantees(column: Column): GranteeReference[];
  /** `GRANTEE[=LEVEL]`, none where the column is empty. */
  granteeLevels(column: Column): GranteeAtLevel[];
  teams(column: Column): TeamReference[];
  optionalTeams(column: Column): TeamReference[];
  team(column: Column): TeamReference;
  spaces(column: Column): SpaceReference[];
  profiles(column: Column): ProfileReference[];
  optionalProfiles(column: Column): ProfileReference[];

  /** E-mail addresses of whoever need not be a member yet. */
  emails(column: Column): string[];
  roles(column: Column): Role[];
  optionalRoles(column: Column): Role[];
  /** Codes of schools, leading zeros and all. */
  schools(column: Column): string[];
  optionalSchools(column: Column): string[];
  level(column: Column): ShareLevel;
  optionalLevel(column: Column): ShareLevel | null;
  kind(column: Column): Space['kind'];
  optionalKind(column: Column): Space['kind'] | null;
  /** What a transfer takes along (T1, T8), each once; nothing where it is left unsaid. */
  inclusions(column: Column): Inclusion[];
  text(column: Column): string;
  optionalText(column: Column): string | null;
  /** Yes or no; null where it is left unsaid. */
  answer(column: Column): boolean | null;
}

/** Turns one text into a value; throws where it means none. */
type Parse<Value> = (text: string, place: CellPlace) => Value;

const record: Parse<RecordReference> = (text, place) => ({ ref: 'record', text, place });
const transfer: Parse<TransferReference> = (text, place) => ({ ref: 'transfer', text, place });
const member: Parse<MemberReference> = (text, place) => ({ ref: 'member', text, place });
const profile: Parse<ProfileReference> = (text, place) => ({ ref: 'profile', text, place });
const grantee: Parse<GranteeReference> = (text, place) => ({ ref: 'grantee', ...parseGrantee(text, place), place });
const granteeLevel: Parse<GranteeAtLevel> = (text, place) => {
  const written = granteeWithLevel(text, place);
  return { grantee: { ref: 'grantee', ...written.grantee, place }, level: written.level ?? null };
};
const team: Parse<TeamReference> = (text, place) => ({ ref: 'team', text: parseTeam(text, place), place });
const space: Parse<SpaceReference> = (text, place) => {
  const { type, text: name } = parseSpace(text, place);
  return { ref: 'space', text: type === 'multi-space' ? `multi:${name}` : name, place };
};
const email: Parse<string> = (text, place) => parseEmail(text, place);
const role: Parse<Role> = (text, place) => parseRole(text, place.column, place);
const level: Parse<ShareLevel> = (text, place) => parseLevel(text, place.column, place);
const kind: Parse<Space['kind']> = (text, place) => parseKind(text, place.column, place);
const inclusion: Parse<Inclusion> = (text, place) => parseInclusion(text, place.column, place);
const plain: Parse<string> = (text) => text;

/** Reads a row's words. */
export function wordsOf(row: Row): RowWords {
  const many = <Value>(parse: Parse<Value>, column: Column): Value[] =>
    required(row, column).map((text) => parse(text, where(row, column)));
  const any = <Value>(parse: Parse<Value>, column: Column): Value[] =>
    values(row, column).map((text) => parse(text, where(row, column)));
  const single = <Value>(parse: Parse<Value>, column: Column): Value => parse(one(row, column), where(row, column));
  const perhaps = <Value>(parse: Parse<Value>, column: Column): Value | null => {
    const text = optionalOne(row, column);
    return text === undefined ? null : parse(text, where(row, column));
  };
  return {
    line: row.where.row ?? 0,
    names: (column) => values(row, column).length > 0,
    place: (column) => where(row, column),
    records: () => many(record, 'record'),
    optionalRecord: () => perhaps(record, 'record'),
    transfers: () => many(transfer, 'record'),
    members: (column) => many(member, column),
    optionalMembers: (column) => any(member, column),
    member: (column) => single(member, column),
    optionalMember: (column) => perhaps(member, column),
    grantees: (column) => many(grantee, column),
    granteeLevels: (column) => any(granteeLevel, column),
    teams: (column) => many(team, column),
    optionalTeams: (column) => any(team, column),
    team: (column) => single(team, column),
    spaces: (column) => many(space, column),
    profiles: (column) => many(profile, column),
    optionalProfiles: (column) => any(profile, column),
    emails: (column) => many(email, column),
    roles: (column) => unique(many(role, column)),
    optionalRoles: (column) => unique(any(role, column)),
    schools: (column) => unique(many(plain, column)),
    optionalSchools: (column) => unique(any(plain, column)),
    level: (column) => single(level, column),
    optionalLevel: (column) => perhaps(level, column),
    kind: (column) => single(kind, column),
    optionalKind: (column) => perhaps(kind, column),
    inclusions: (column) => unique(any(inclusion, column)),
    text: (column) => single(plain, column),
    optionalText: (column) => perhaps(plain, column),
    answer: (column) =>
      parseBoolean(optionalOne(row, column) ?? '', where(row, column).column, where(row, column)) ?? null,
  };
}

const unique = <Value>(all: readonly Value[]): Value[] => [...new Set(all)];
