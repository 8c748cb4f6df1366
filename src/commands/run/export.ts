import { createHash } from 'node:crypto';
import type { StoredRun } from '../../executing/run/store.ts';
import { isAsSaved, planOfSaved } from '../../executing/saved/plan.ts';
import { Failure } from '../../failures/failure.ts';
import type { Plan } from '../../planning/plan.ts';
import { plan as planOf } from '../../planning/planner.ts';
import type { Answer } from '../../rendering/answer.ts';
import { json } from '../../rendering/output/json.ts';
import { type Archive, archiveJson } from '../../rendering/runs/archive.ts';
import { type Texts, textsOf } from '../../texts/index.ts';
import { IN_JSON } from '../../texts/languages.ts';
import { argument, flagValue, kept } from '../command.ts';

const STANDARD_OUTPUT = '-';

/** `run export`: the archive of a run, for whoever answers for personal information; JSON, sealed with its own hash. */
export default kept({
  arguments: [
    { name: 'RUN', names: 'run' },
    { name: 'FILE', names: 'file', optional: true },
  ],
  flags: [],
  async run({ runs, texts, version, write }, given) {
    const file = argument(given, 'FILE');
    if (file !== '' && flagValue(given, 'output-file') !== undefined)
      throw new Failure('conflicting-flags', { flags: ['FILE', '--output-file'] });
    const stored = await runs.find(argument(given, 'RUN'));
    const plan = planOfSaved(stored.plan);
    const { id, state, history } = stored;
    const { origin, hash, directory } = stored.plan;
    const sameAgain = isAsSaved(plan, stored.plan);
    const carried = carriedOf(plan, stored);
    const run = { id, state, origin, hash, plan, directory, history, carried, sameAgain, version };
    // JSON whatever the output is asked to be.
    const sealed = withSeal(archiveJson(run, await textsOf(IN_JSON)));
    if (file === '' || file === STANDARD_OUTPUT) return printed(sealed, texts);
    await write(file, json(sealed));
    return written(file, sealed, texts);
  },
});

/** The plan of the steps that were done, and of no others. */
function carriedOf(plan: Plan, { plan: { snapshot, leftOut }, history }: StoredRun): Plan {
  const done = plan.steps.filter((_, position) => history.outcomes.get(position)?.status === 'done');
  return planOf(
    done.map(({ intent }) => intent),
    snapshot,
    leftOut,
  );
}

/** The hash of everything before it, as JSON without blanks: whoever noted it can tell whether a copy is unchanged. */
const withSeal = (archive: Archive) => ({
  ...archive,
  seal: createHash('sha256').update(JSON.stringify(archive)).digest('hex'),
});
type Sealed = ReturnType<typeof withSeal>;

const printed = (sealed: Sealed, texts: Texts): Answer => ({
  json: sealed,
  table: tableOf(sealed, texts),
  text: () => json(sealed),
  notes: [texts.runs.sealed(sealed.run, sealed.seal)],
});

const written = (file: string, sealed: Sealed, texts: Texts): Answer => ({
  json: { run: sealed.run, file, seal: sealed.seal },
  table: tableOf(sealed, texts),
  text: () => texts.runs.archived(sealed.run, file, sealed.seal),
});

function tableOf({ rows }: Sealed, { runs: { headers } }: Texts): Answer['table'] {
  const keys = ['row', 'action', 'target', 'subject', 'status', 'code', 'requestId'] as const;
  return {
    columns: keys.map((key) => ({ key, header: headers[key] })),
    rows: rows.map(({ row, action, target, subject, status, error, requestId }) => ({
      row,
      action,
      target,
      subject,
      status,
      code: error?.code ?? null,
      requestId,
    })),
  };
}
