import { Failure } from '../../failures/failure.ts';
import { undoRun } from '../carrying/undo-run.ts';
import { argument, carrying, flagValue } from '../command.ts';

/** `run undo`: puts back what a run did, as far as that can be. */
export default carrying({
  asks: true,
  arguments: [{ name: 'RUN', names: 'run' }],
  flags: [],
  async run(change, given) {
    const run = argument(given, 'RUN');
    if (flagValue(given, 'csv') !== undefined) throw new Failure('conflicting-flags', { flags: ['--csv', run] });
    return await undoRun(run, change);
  },
});
