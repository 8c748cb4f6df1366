import { applyPlan } from '../carrying/apply-plan.ts';
import { argument, carrying } from '../command.ts';
import { refuseAnotherActor } from './as-saved.ts';

/** `plan apply`: carries a saved plan out, once. */
export default carrying({
  asks: true,
  arguments: [{ name: 'FILE', names: 'file' }],
  flags: [{ name: 'resume' }, { name: 'skip-stale' }],
  async run(change, given) {
    refuseAnotherActor(given, argument(given, 'FILE'));
    const { resume, 'skip-stale': skipStale } = given.flags;
    const file = argument(given, 'FILE');
    return await applyPlan({ file, resume: resume === true, skipStale: skipStale === true }, change);
  },
});
