import { isLoopback } from '../../api/proxies.ts';
import { EXIT } from '../../failures/exit.ts';
import { Failure, type FailureDetails } from '../../failures/failure.ts';
import { factsTable } from '../../rendering/answers/facts.ts';
import { setIn } from '../../rendering/layout.ts';
import type { SignedIn } from '../../settings/accounts.ts';
import type { Place, Settings } from '../../settings/connections.ts';
import { type Around, around } from '../command.ts';
import { askUrl, mayKeepInFile, tokenGiven } from './asking.ts';
import { connectionFor, type Named, wantedUrl } from './naming.ts';
import { overriding, placeInShort, placeSaid, scopesSaid, whomSaid } from './saying.ts';
import { type Whom, whomJson, whomOf } from './whom.ts';

/** `auth login [--with-token] [--insecure-storage]`: a token is checked against the API, and only then kept */
export default around({
  arguments: [],
  flags: [{ name: 'with-token' }, { name: 'insecure-storage' }],
  async run(on, given) {
    // Read first: nobody is to be asked for what can't be remembered.
    const settings = await on.accounts.settings();
    const url = await urlOf(on, settings);
    const connection = connectionFor(url, on.options, settings);
    const base = new URL(url);
    if (base.protocol === 'http:' && !isLoopback(base)) on.err(`${on.texts.auth.unencrypted(base.host)}\n`);
    const token = await tokenGiven(on, base.host, given.flags['with-token'] === true);
    const whom = await whomOf(on, { ...connection, token });
    const kept = await keep(on, connection, token, given.flags['insecure-storage'] === true);
    await on.show(answerOf(on, connection, whom, kept));
    return EXIT.done;
  },
});

async function urlOf(on: Around, settings: Settings): Promise<string> {
  const { url, usual } = wantedUrl(on.options, on.env, settings);
  if (url !== null) return url;
  if (on.canAsk) return await askUrl(usual, on.texts);
  if (usual !== null) return usual;
  throw new Failure('url-not-given', {});
}

interface Kept extends SignedIn {
  readonly place: Place;
}

/** Keeps a token in the keyring; in a file only where somebody says so. */
async function keep(on: Around, { name, url, caFile }: Named, token: string, inFile: boolean): Promise<Kept> {
  const connection = { url, ...(caFile === undefined ? {} : { caFile }) };
  const into = async (place: Place) => ({ ...(await on.accounts.signIn(name, connection, token, place)), place });
  if (inFile) return await into('file');
  try {
    return await into('keyring');
  } catch (error) {
    if (!(error instanceof Failure && error.code === 'keyring-silent')) throw error;
    const { problem, said } = error.details as FailureDetails['keyring-silent'];
    const { file } = on.accounts.tokens;
    const may = on.canAsk && (await mayKeepInFile({ problem, said }, file, on.texts));
    if (!may) throw new Failure('token-not-kept', { problem, said, file });
    return await into('file');
  }
}

function answerOf(on: Around, { name, url, caFile }: Named, whom: Whom, { place, leftIn }: Kept) {
  const { auth } = on.texts;
  const file = place === 'file' ? on.accounts.tokens.file : null;
  const sentences = [
    auth.signedIn(whomSaid(whom, on.texts), whom.sandbox),
    scopesSaid(whom, on.texts),
    auth.kept(placeSaid(place, on), name),
  ];
  return {
    json: { connection: name, url, caFile: caFile ?? null, token: { from: place, file }, ...whomJson(whom) },
    table: factsTable(
      {
        connection: name,
        url,
        token: place,
        email: whom.me.email,
        organization: whom.organization.name,
      },
      on.texts,
      { token: placeInShort(on.texts) },
    ),
    text: (width: number) => sentences.map((sentence) => setIn(sentence, width, 0)).join('\n'),
    notes: [
      ...(leftIn ? [auth.leftIn(leftIn)] : []),
      ...(on.env['PSYCTL_TOKEN'] ? [auth.tokenComesFirst] : []),
      ...overriding(on, name),
    ],
  };
}
