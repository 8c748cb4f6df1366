import { planOfSaved } from '../../executing/saved/plan.ts';
import { runJson } from '../../rendering/runs/run-json.ts';
import { runText } from '../../rendering/runs/run-text.ts';
import { argument, kept } from '../command.ts';

/** `run show`: how a run went, every retry and every pause of it. */
export default kept({
  arguments: [{ name: 'RUN' }],
  flags: [],
  async run({ runs, texts }, given) {
    const { id, state, plan: saved, history } = await runs.find(argument(given, 'RUN'));
    const { origin, hash, directory } = saved;
    const json = runJson({ id, state, origin, hash, plan: planOfSaved(saved), directory, history }, texts);
    const { headers } = texts.runs;
    return {
      json,
      table: {
        columns: (['row', 'action', 'target', 'subject', 'status', 'message'] as const).map((key) => ({
          key,
          header: headers[key],
        })),
        rows: json.rows.map(({ row, action, target, subject, status, error }) => ({
          row,
          action,
          target,
          subject,
          status,
          message: error?.message ?? null,
        })),
      },
      text: (width) => runText(json, texts, width),
    };
  },
});
