import { EXIT } from '../../failures/exit.ts';
import { Failure } from '../../failures/failure.ts';
import { type Column, headerOf } from '../../input/csv/columns.ts';
import type { AnswerTable } from '../../rendering/answer.ts';
import { csv, type Dialect } from '../../rendering/output/csv.ts';
import { json } from '../../rendering/output/json.ts';
import { type Around, around, type ChangeCommand, flagValue, type Given } from '../command.ts';
import { keyOf, loadCommand } from '../load.ts';
import { meantCommands } from '../meant.ts';
import { columnsOf } from '../rows.ts';

/** Opened with Excel, in which lists are kept: it splits cells at commas, in French at semicolons. */
const EXCELS = { en: 'excel', fr: 'excel-fr' } as const satisfies Record<string, Dialect>;

/** `template NOUN VERB`: an empty CSV file for `--csv`, its headers in the language spoken */
export default around({
  arguments: [{ name: 'NOUN' }, { name: 'VERB' }],
  flags: [],
  async run(on, given) {
    const command = await commandNamed(given, on);
    const { language } = on.texts;
    const columns = columnsOf(command).map((column) => ({
      column,
      header: headerOf(column, language),
      required: isRequired(column, command),
    }));
    const table: AnswerTable = { columns: columns.map(({ header }) => ({ key: header, header })), rows: [] };
    const dialect = flagValue(given, 'csv-dialect') === undefined ? EXCELS[language] : on.options.csvDialect;
    await on.write(on.json ? json(columns) : csv(table, dialect));
    return EXIT.done;
  },
});

async function commandNamed(given: Given, { texts }: Around): Promise<ChangeCommand> {
  const [noun = '', verb = null] = ['NOUN', 'VERB'].map((name) => given.arguments[name]?.[0]);
  if (noun === '') throw new Failure('missing-value', { name: 'NOUN' });
  const name = { noun, verb: verb ?? null };
  const keys = Object.keys(texts.help);
  if (!keys.includes(keyOf(name)))
    throw new Failure('unknown-command', { command: keyOf(name), nearest: meantCommands(name, keys) });
  const command = await loadCommand(name);
  if (command.kind !== 'change' || command.desired) throw new Failure('no-template', { command: keyOf(name) });
  return command;
}

const isRequired = (column: Column, { required }: ChangeCommand): boolean =>
  required.some((one) => (Array.isArray(one) ? one.includes(column) : one === column));
