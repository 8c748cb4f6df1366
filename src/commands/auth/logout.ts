import { EXIT } from '../../failures/exit.ts';
import { Failure } from '../../failures/failure.ts';
import { factsTable } from '../../rendering/answers/facts.ts';
import { around } from '../command.ts';
import { placeInShort } from './saying.ts';

/** `auth logout`: the token of a connection is forgotten, the connection is not */
export default around({
  arguments: [],
  flags: [],
  async run(on) {
    const chosen = await on.chosen();
    if (chosen.kind === 'sandbox') throw sandboxFailure(chosen.announced);
    const { name, url } = chosen;
    if (name === null) throw new Failure('no-token', { connection: null, url });
    const from = await on.accounts.signOut(name);
    const { auth } = on.texts;
    await on.show({
      json: { connection: name, url, token: { from } },
      table: factsTable({ connection: name, url, token: from }, on.texts, { token: placeInShort(on.texts) }),
      text: () => (from === null ? auth.noneKept(name) : auth.signedOut(name)),
      notes: on.env['PSYCTL_TOKEN'] ? [auth.tokenStays] : [],
    });
    return EXIT.done;
  },
});

/** Nobody signs in to the sandbox; where it is only what is left, nobody has signed in at all. */
const sandboxFailure = (announced: boolean): Failure =>
  announced
    ? new Failure('no-connection', { known: [] })
    : new Failure('connection-name', { name: 'sandbox', problem: 'sandbox', url: '' });
