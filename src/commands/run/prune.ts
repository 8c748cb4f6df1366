import type { Leftover, RunSummary } from '../../executing/run/store.ts';
import { Failure } from '../../failures/failure.ts';
import { momentBefore } from '../../input/age.ts';
import type { Answer } from '../../rendering/answer.ts';
import type { Texts } from '../../texts/index.ts';
import { isFinished } from '../carrying/resume.ts';
import { flagValue, type Kept, kept } from '../command.ts';
import type { Format } from '../flags.ts';
import { optionsOf } from '../options.ts';

const OLDER_THAN = '--older-than';

/** `run prune`: removes runs that ended long ago. One that is under way stays, and one that isn't finished, unless told otherwise. */
export default kept({
  arguments: [],
  flags: [{ name: 'older-than', value: 'AGE' }, { name: 'unfinished' }, { name: 'dry-run' }, { name: 'yes' }],
  async run(around, given) {
    const { runs, texts } = around;
    const age = flagValue(given, 'older-than');
    if (age === undefined) throw new Failure('missing-value', { name: OLDER_THAN });
    const before = momentBefore(age, OLDER_THAN);
    const old = (await runs.everything()).filter(({ lastAt }) => Date.parse(lastAt) < before.getTime());
    const going = old.filter((run) => mayGo(run, given.flags['unfinished'] === true));
    const unfinished = old.filter((run) => !going.includes(run) && run.state !== 'running').length;
    const dryRun = given.flags['dry-run'] === true;
    const answer = answerOf(going, { dryRun, removed: false, unfinished }, texts);
    if (dryRun || going.length === 0) return answer;
    if (given.flags['yes'] !== true) await consent(answer, going.length, optionsOf(given).format, around);
    const removed: Stored[] = [];
    for (const run of going) if (await runs.remove(run.id)) removed.push(run);
    return answerOf(removed, { dryRun, removed: true, unfinished }, texts);
  },
});

type Stored = RunSummary | Leftover;

/** Where nothing was sent there is nothing to be resumed that its plan doesn't say: that goes as what is finished does. */
const mayGo = ({ state }: Stored, unfinished: boolean): boolean =>
  state === 'never-begun' || isFinished({ state }) || (unfinished && state !== 'running');

/** Throws `removal-consent` where nobody can be asked, `removal-declined` where somebody said no. */
async function consent(answer: Answer, count: number, format: Format, { canAsk, confirm, show, texts }: Kept) {
  // A script gets one document: where somebody is asked, that is what came of it.
  if (!canAsk || format === 'text') await show(answer);
  if (!canAsk) throw new Failure('removal-consent', { runs: count });
  if (!(await confirm(texts.runs.prune.confirm(count)))) throw new Failure('removal-declined', {});
}

/** How far pruning came, and how many stay since they aren't finished. */
interface Pruned {
  readonly dryRun: boolean;
  readonly removed: boolean;
  readonly unfinished: number;
}

function answerOf(going: readonly Stored[], { dryRun, removed, unfinished }: Pruned, texts: Texts): Answer {
  const { headers, states, prune } = texts.runs;
  const listed = !removed && going.length > 0;
  const said = removed ? prune.removed(going.length) : prune.would(going.length);
  const runs = going.map((run) => ({
    id: run.id,
    command: run.state === 'never-begun' ? null : run.command,
    state: run.state,
    startedAt: run.state === 'never-begun' ? null : run.startedAt,
  }));
  return {
    json: { dryRun, removed, runs },
    table: {
      columns: (['id', 'command', 'state', 'startedAt'] as const).map((key) => ({ key, header: headers[key] })),
      rows: runs.map((run) => ({ ...run, state: states[run.state] })),
    },
    // A list has its sentence beside it; where there is none, it is all there is to say.
    ...(listed ? {} : { text: () => said }),
    notes: [...(listed ? [said] : []), ...(unfinished > 0 ? [prune.unfinished(unfinished)] : [])],
  };
}
