import { planOfSaved } from '../../executing/saved/plan.ts';
import { Failure } from '../../failures/failure.ts';
import { groupBy } from '../../model/collections.ts';
import type { AnswerTable } from '../../rendering/answer.ts';
import { shellCommand } from '../../rendering/answers/shell.ts';
import { textTable } from '../../rendering/output/text-table.ts';
import { type RunJson, runJson } from '../../rendering/runs/run-json.ts';
import type { Texts } from '../../texts/index.ts';
import { argument, kept } from '../command.ts';
import { type Again, againOf } from '../keeping/again.ts';
import { type UndoneRow, undoneRows } from '../keeping/undone.ts';
import { optionsOf } from '../options.ts';

/** `run failed`: the rows of a run that weren't done, and why; as CSV they can be fed again. */
export default kept({
  arguments: [{ name: 'RUN', names: 'run' }],
  flags: [{ name: 'csv' }],
  async run({ runs, texts, jsonTexts }, given) {
    const stored = await runs.find(argument(given, 'RUN'));
    const { id, state, plan: saved, history } = stored;
    const { origin, hash, directory } = saved;
    const plan = planOfSaved(saved);
    const told = (language: Texts) => {
      const run = runJson({ id, state, origin, hash, plan, directory, history }, language);
      return { run, rows: undoneRows(run, plan, language) };
    };
    const { run, rows } = told(texts);
    const again = await againOf(saved, rows);
    const whole = shellCommand('psyctl', ...origin.command.split(' '), ...origin.args);
    if (!again && optionsOf(given).format === 'csv') throw new Failure('no-rows-kept', { again: whole });
    const table = tableOf(rows, texts);
    return {
      json: told(jsonTexts).rows.map(({ steps, ...row }) => ({
        ...row,
        steps: steps.map(({ position: _, ...step }) => step),
      })),
      table: again?.table ?? table,
      text: (width) =>
        [summary(run, rows, texts), ...(rows.length > 0 ? [textTable(table, width, false)] : [])].join('\n\n'),
      notes: rows.length > 0 ? notesOn(run, origin.command, again, whole, texts) : [],
    };
  },
});

function tableOf(rows: readonly UndoneRow[], { runs: { headers, undone } }: Texts): AnswerTable {
  const { yes, no } = undone;
  return {
    columns: (['row', 'target', 'status', 'message', 'retryable'] as const).map((key) => ({
      key,
      header: headers[key],
    })),
    rows: rows.map(({ row, steps, status, message, retryable }) => ({
      row,
      target: [...new Set(steps.map(({ target }) => target))].join(', '),
      status,
      message,
      retryable: retryable ? yes : no,
    })),
  };
}

function summary({ id }: RunJson, rows: readonly UndoneRow[], { runs: { undone }, preview: say }: Texts): string {
  if (rows.length === 0) return undone.none;
  const kinds = [...groupBy(rows, ({ status }) => status)].map(([status, of]) => say.left[status](of.length));
  return undone.left(id, rows.length, kinds);
}

/** What can be done about it. */
function notesOn(
  { id, state, rows }: RunJson,
  command: string,
  again: Again | null,
  whole: string,
  { runs: { undone } }: Texts,
): string[] {
  const goesOn = state === 'interrupted' || state === 'paused';
  const feeding = again?.flags && shellCommand('psyctl', ...command.split(' '), '--csv', 'FILE', ...again.flags);
  return [
    ...(goesOn && rows.length > 0 ? [undone.resume(id)] : []),
    ...(feeding && [...again.table.rows].length > 0 ? [undone.feedAgain(feeding)] : []),
    ...(again && again.unnamed > 0 ? [undone.unnamed(again.unnamed, whole)] : []),
    ...(again ? [] : [undone.anew(whole)]),
  ];
}
