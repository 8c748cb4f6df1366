import { EXIT } from '../../failures/exit.ts';
import { Failure } from '../../failures/failure.ts';
import { factsTable } from '../../rendering/answers/facts.ts';
import { SANDBOX, stored } from '../../settings/choose.ts';
import { type Around, argument, around } from '../command.ts';
import { nameGiven } from './name.ts';

/** `connection remove NAME [--force]`: a connection is forgotten, and its token before it */
export default around({
  arguments: [{ name: 'NAME', names: 'connection' }],
  flags: [{ name: 'force' }],
  async run(on, given) {
    const name = nameGiven(argument(given, 'NAME'));
    if (name === SANDBOX) throw new Failure('connection-name', { name, problem: 'sandbox', url: '' });
    const { url } = stored(name, await on.accounts.settings());
    const left = await leftBehind(on, name, given.flags['force'] === true);
    await on.accounts.forget(name);
    await on.show({
      json: { connection: name, url, tokenLeft: left },
      table: factsTable({ connection: name, url }, on.texts),
      text: () => on.texts.auth.removed(name),
      notes: left ? [on.texts.auth.leftIn('keyring')] : [],
    });
    return EXIT.done;
  },
});

/** Forgets a connection's token; whether one may be left, in a keyring that doesn't answer and is forced past. */
async function leftBehind(on: Around, name: string, force: boolean): Promise<boolean> {
  try {
    await on.accounts.signOut(name);
    return false;
  } catch (error) {
    if (force && error instanceof Failure && error.code === 'keyring-silent') return true;
    throw error;
  }
}
