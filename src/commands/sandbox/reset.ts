import { EXIT } from '../../failures/exit.ts';
import { around } from '../command.ts';

/** `sandbox reset`: the embedded sandbox as it was at first */
export default around({
  arguments: [],
  flags: [],
  async run(on) {
    await on.resetSandbox();
    on.out(`${on.texts.sandbox.reset}\n`);
    return EXIT.done;
  },
});
