import { resumeRun } from '../carrying/resume.ts';
import { argument, carrying } from '../command.ts';
import { refuseAnotherActor } from '../plan/as-saved.ts';

/** `run resume`: goes on with a run that was interrupted or paused; one that is finished is left as it is. */
export default carrying({
  asks: false,
  arguments: [{ name: 'RUN', names: 'run' }],
  flags: [],
  async run(change, given) {
    const run = argument(given, 'RUN');
    refuseAnotherActor(given, run);
    return await resumeRun(await change.runs.idOf(run), change);
  },
});
