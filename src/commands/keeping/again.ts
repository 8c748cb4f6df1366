import type { KeptPlan } from '../../executing/saved/lines.ts';
import type { Cells } from '../../executing/saved/plan.ts';
import { columnOf, FINDING_WORDS, FINDINGS, findingHeader, isColumn, languageOf } from '../../input/csv/columns.ts';
import { type Row, writtenCells } from '../../input/row.ts';
import { groupBy } from '../../model/collections.ts';
import type { AnswerTable } from '../../rendering/answer.ts';
import type { ChangeCommand, Given } from '../command.ts';
import { loadCommand } from '../load.ts';
import { parseGiven } from '../parse.ts';
import { rowOfGiven } from '../rows.ts';
import { typedRows } from './typed.ts';
import { together, type UndoneRow } from './undone.ts';

/** Rows to be fed again, what was found of each beside its cells. */
export interface Again {
  readonly table: AnswerTable;
  /** What has to be typed beside the file, as it was the first time: no column says it. */
  readonly flags: readonly string[];
  /** How many steps no row of a file can name. */
  readonly unnamed: number;
}

const ALL_FROM = 'all-from';
const CONFIDENTIAL = 'confidential-records';

/** The rows that weren't done as they were written; null where the run was asked for otherwise than by rows, as by a manifest. */
export async function againOf(saved: KeptPlan, undone: readonly UndoneRow[]): Promise<Again | null> {
  const [noun = '', verb = null] = saved.origin.command.split(' ');
  const command = await loadCommand({ noun, verb });
  if (command.kind !== 'change' || command.desired) return null;
  const given = parseGiven(command, saved.origin.args);
  const found = saved.rows.size > 0 ? written(saved, undone) : typed(command, given, saved, undone);
  const rows = found.filter((row): row is Named => row.cells !== null);
  return {
    table: tableOf(rows),
    flags: flagsBeside(command, given),
    unnamed: found.length - rows.length,
  };
}

type Found = Omit<UndoneRow, 'row'> & { readonly cells: Cells | null };
type Named = Found & { readonly cells: Cells };

const written = ({ rows }: KeptPlan, undone: readonly UndoneRow[]): Found[] =>
  undone.map((row) => ({ ...row, cells: columnsAlone(rows.get(row.row) ?? {}) }));

/** What flags alone can say, no row does: it is typed beside the file. */
const columnsAlone = (cells: Cells): Cells =>
  Object.fromEntries(Object.entries(cells).filter(([header]) => columnOf(header)));

function typed(command: ChangeCommand, given: Given, saved: KeptPlan, undone: readonly UndoneRow[]): Found[] {
  const row = rowOfGiven(command, given);
  if (row.cells.has(ALL_FROM)) return ofAll(row, saved, undone);
  const rows = typedRows(command, row);
  const steps = undone.flatMap(({ row: n, steps: of }) => {
    const cells = columnsAlone(writtenCells(rows.get(n) ?? row));
    return of.map((step) => ({ step, cells }));
  });
  // One row of a file may say what counts as several changes where it is typed: a team, and who is in it.
  return [...groupBy(steps, ({ cells }) => JSON.stringify(cells)).values()].map((group) => ({
    ...together(group.map(({ step }) => step)),
    cells: group[0]?.cells ?? {},
  }));
}

/** All records of somebody: a row for each that wasn't sent. Those that are only counted have no number (A3). */
function ofAll(row: Row, { intents, directory }: KeptPlan, undone: readonly UndoneRow[]): Found[] {
  const { include = '', ...cells } = columnsAlone(writtenCells(row));
  const parts = include.split(/[|,]/).filter((part) => part !== CONFIDENTIAL && part !== '');
  const rest = { ...cells, ...(parts.length > 0 && { include: parts.join('|') }) };
  return undone
    .flatMap(({ steps }) => steps)
    .map((step) => {
      const intent = intents[step.position];
      const number = intent?.action === 'transfer.send' ? directory.records.get(intent.record)?.number : undefined;
      return { ...together([step]), cells: number === undefined ? null : { record: number, ...rest } };
    });
}

function tableOf(rows: readonly Named[]): AnswerTable {
  const headers = [...new Set(rows.flatMap(({ cells }) => Object.keys(cells)))];
  const language = languageOf(headers);
  const findings = FINDINGS.map((finding) => [finding, findingHeader(finding, language)] as const);
  const answers = FINDING_WORDS[language];
  return {
    columns: [...headers, ...findings.map(([, header]) => header)].map((key) => ({ key, header: key })),
    rows: rows.map(({ cells, code, message, retryable }) => ({
      ...cells,
      ...Object.fromEntries(
        findings.map(([finding, header]) => [
          header,
          { code, message, retryable: retryable ? answers.yes : answers.no }[finding],
        ]),
      ),
    })),
  };
}

/** `--as owner`, `--reason …`, `--add …`: what was typed and is no column. */
function flagsBeside({ flags }: ChangeCommand, given: Given): string[] {
  const alone = flags.filter(({ name, column }) => column && !isColumn(column) && name !== ALL_FROM);
  return [...alone.map(({ name }) => name), 'as', 'reason'].flatMap((name) => {
    const value = given.flags[name];
    if (value === undefined || value === false) return [];
    return value === true ? [`--${name}`] : [`--${name}`, ...[value].flat()];
  });
}
