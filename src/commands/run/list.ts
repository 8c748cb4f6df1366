import type { RunSummary } from '../../executing/run/store.ts';
import type { AnswerTable } from '../../rendering/answer.ts';
import { textTable } from '../../rendering/output/text-table.ts';
import type { Texts } from '../../texts/index.ts';
import { kept } from '../command.ts';
import { LISTED } from '../limits.ts';

/** `run list`: the runs that are kept, newest first. */
export default kept({
  arguments: [],
  flags: LISTED,
  async run({ runs, texts, color }) {
    const list = await runs.list();
    const inShort = shortTable(list, texts);
    return {
      json: list.map(({ id, command, state, startedAt }) => ({ id, command, state, startedAt })),
      table: wholeTable(list, texts),
      text: (width) => (list.length > 0 ? textTable(inShort, width, color) : texts.runs.none),
    };
  },
});

function wholeTable(list: readonly RunSummary[], { runs: { headers, states } }: Texts): AnswerTable {
  const keys = ['id', 'command', 'state', 'startedAt', 'steps', 'done', 'left'] as const;
  return {
    columns: keys.map((key) => ({ key, header: headers[key] })),
    rows: list.map((run) => ({
      id: run.id,
      command: run.command,
      state: states[run.state],
      startedAt: run.startedAt,
      steps: run.steps,
      ...endedIn(run),
    })),
  };
}

/** As much as a terminal has room for: how much of it is done where that is known, to the minute. */
function shortTable(list: readonly RunSummary[], { runs: { headers, states, doneOf } }: Texts): AnswerTable {
  const keys = ['id', 'command', 'state', 'startedAt', 'done'] as const;
  return {
    columns: keys.map((key) => ({ key, header: headers[key] })),
    rows: list.map((run) => {
      const { done, left } = endedIn(run);
      return {
        id: run.id,
        command: run.command,
        state: states[run.state],
        startedAt: run.startedAt.slice(0, 16).replace('T', ' '),
        done: done === null || left === null ? null : doneOf(done, done + left),
      };
    }),
  };
}

/** How many steps were done, and how many of those that were to be done weren't; null of what hasn't ended. */
function endedIn({ totals }: RunSummary): { done: number | null; left: number | null } {
  if (!totals) return { done: null, left: null };
  const { done, refused, failed, unknown } = totals;
  return { done, left: refused + failed + unknown + totals['not-attempted'] };
}
