import { EXIT } from '../../failures/exit.ts';
import { factsTable } from '../../rendering/answers/facts.ts';
import { SANDBOX, stored } from '../../settings/choose.ts';
import { overriding } from '../auth/saying.ts';
import { argument, around } from '../command.ts';
import { nameGiven, namePicked } from './name.ts';

/** `connection use [NAME]`: the connection that is used from now on where none is named; without NAME, it is picked */
export default around({
  arguments: [{ name: 'NAME', names: 'connection', optional: true }],
  flags: [],
  async run(on, given) {
    const settings = await on.accounts.settings();
    const typed = argument(given, 'NAME');
    const name = typed === '' && on.canAsk ? await namePicked(on, settings) : nameGiven(typed);
    const url = name === SANDBOX ? null : stored(name, settings).url;
    await on.accounts.use(name);
    await on.show({
      json: { connection: name, url },
      table: factsTable({ connection: name, url }, on.texts),
      text: () => on.texts.auth.used(name),
      notes: overriding(on, name),
    });
    return EXIT.done;
  },
});
