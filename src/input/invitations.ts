import { collectFailures, Failure, throwAll, type Where } from '../failures/failure.ts';
import type { Role } from '../model/organization.ts';
import type { Column } from './csv/columns.ts';
import { isBlank } from './csv/delimiter.ts';
import { type CsvRecord, readRecords } from './csv/records.ts';
import { decodeFile, lineEndsOf, quoteFailure, type Table } from './csv/table.ts';
import type { Cell, Row } from './row.ts';
import { parseEmail } from './values.ts';

/** A row of Psylio's own invitation file: a row like any other, and what it says. */
export interface InvitationRow extends Row {
  readonly email: string;
  readonly roles: readonly Role[];
}

/** Psylio's own invitation file, read as a table: its rows have the columns `email` and `role`. */
export interface InvitationFile extends Table {
  readonly rows: readonly InvitationRow[];
}

/** The roles Psylio's own file knows, as it spells them. */
const OWN_ROLES: readonly Role[] = ['practitioner', 'administrator', 'coordinator'];
const OWN_COLUMNS: readonly Column[] = ['email', 'role'];
const DELIMITER = ';';

/**
 * Reads Psylio's own invitation file (O9): no header, `e-mail;roles`, the roles in lower case, separated by `,` without
 * spaces. It is known by an e-mail where a header would be.
 * `filled` are the columns that flags give for all rows: the file's own may not be among them.
 * @returns null for a file that is none, which may be a table with a header
 * @throws Failure or Failures of all faulty rows: another delimiter, a row of one or three cells, an e-mail that is none,
 *   a role spelled otherwise, two rows that give one address different roles.
 */
export function readInvitationFile(
  bytes: Uint8Array,
  name: string,
  filled: readonly Column[] = [],
): InvitationFile | null {
  const file = { file: name };
  const { text, encoding } = decodeFile(bytes, file);
  if (isBlank(text)) return null;
  const { records, broken } = readRecords(text, DELIMITER);
  const [first] = records;
  if (!first?.cells[0]?.includes('@')) return null;
  checkDelimiter(first, file);
  const twice = OWN_COLUMNS.find((column) => filled.includes(column));
  if (twice) throw new Failure('csv-column-and-flag', { name: twice }, file);
  throwAll(broken.map((one) => quoteFailure(one, [], file)));
  const rows = collectFailures(records, (record) => invitationOf(record, file));
  checkAgreement(rows);
  return { rows, recognised: { encoding, delimiter: DELIMITER, lineEnds: lineEndsOf(text) } };
}

/** One wrong delimiter would be a fault of every row: it is said once. */
function checkDelimiter({ line, cells }: CsvRecord, file: Where): void {
  const [only = '', ...others] = cells;
  if (others.length > 0) return;
  const delimiter = ([',', '\t'] as const).find((one) => only.includes(one)) ?? null;
  throw new Failure('invitations-delimiter', { delimiter }, { ...file, row: line });
}

function invitationOf({ line, cells }: CsvRecord, file: Where): InvitationRow {
  const where = { ...file, row: line };
  // What Excel leaves behind the last cell is empty.
  const found = cells.findLastIndex((cell) => cell !== '') + 1;
  if (found !== 2) throw new Failure('invitations-row', { found }, where);
  const [email = '', roles = ''] = cells;
  const checks = [
    () => parseEmail(email, { ...where, column: 'email' }),
    ...roles.split(',').map((role) => () => checkRole(role, { ...where, column: 'role' })),
  ];
  collectFailures(checks, (check) => check());
  const written = new Map<Column, Cell>([
    ['email', { header: 'email', text: email }],
    ['role', { header: 'role', text: roles }],
  ]);
  return { where, cells: written, email, roles: [...new Set(roles.split(','))] as Role[] };
}

function checkRole(text: string, where: Where): void {
  if (OWN_ROLES.some((role) => role === text)) return;
  const spelled = OWN_ROLES.find((role) => role === text.trim().toLowerCase());
  if (spelled) throw new Failure('invitations-role', { text, spelled }, where);
  throw new Failure('bad-value', { name: 'role', value: text.trim(), allowed: [...OWN_ROLES] }, where);
}

/** O1: an address is one whatever its case. */
function checkAgreement(rows: readonly InvitationRow[]): void {
  const first = new Map<string, InvitationRow>();
  collectFailures(rows, (row) => {
    const earlier = first.get(row.email.toLowerCase());
    if (!earlier) first.set(row.email.toLowerCase(), row);
    else if (rolesOf(earlier) !== rolesOf(row)) {
      const between: [number, number] = [earlier.where.row ?? 0, row.where.row ?? 0];
      throw new Failure('contradiction', { rows: between, target: row.email, subject: '' }, row.where);
    }
  });
}

const rolesOf = ({ roles }: InvitationRow): string => [...roles].sort().join();
