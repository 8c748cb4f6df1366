import { planOfSaved } from '../../executing/saved/plan.ts';
import { type RunJson, runJson } from '../../rendering/runs/run-json.ts';
import { runText } from '../../rendering/runs/run-text.ts';
import type { Texts } from '../../texts/index.ts';
import { argument, kept } from '../command.ts';

/** `run show`: how a run went, every retry and every pause of it. */
export default kept({
  arguments: [{ name: 'RUN', names: 'run' }],
  flags: [],
  async run({ runs, texts, jsonTexts }, given) {
    const { id, state, plan: saved, history } = await runs.find(argument(given, 'RUN'));
    const { origin, hash, directory } = saved;
    const shown = { id, state, origin, hash, plan: planOfSaved(saved), directory, history };
    const told = runJson(shown, texts);
    const { headers } = texts.runs;
    return {
      json: runJson(shown, jsonTexts),
      table: {
        columns: (['row', 'action', 'target', 'subject', 'status', 'message'] as const).map((key) => ({
          key,
          header: headers[key],
        })),
        rows: told.rows.map(({ row, action, target, subject, status, error }) => ({
          row,
          action,
          target,
          subject,
          status,
          message: error?.message ?? null,
        })),
      },
      text: (width) => runText(told, texts, width),
      notes: whatNow(told, texts),
    };
  },
});

/** What can be done about what is left. */
function whatNow({ id, state, totals }: RunJson, { runs: say }: Texts): string[] {
  const left = totals.refused + totals.failed + totals.unknown + totals['not-attempted'];
  if (state === 'running' || left === 0) return [];
  return [...(state === 'interrupted' || state === 'paused' ? [say.resumeWith(id)] : []), say.undone.shownBy(id)];
}
