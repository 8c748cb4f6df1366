import { keyringTrouble } from './auth.ts';
import { type SentencesFor, say } from './said.ts';
import { listed } from './words.ts';

type Code =
  | 'settings-damaged'
  | 'no-connection'
  | 'unknown-connection'
  | 'connection-name'
  | 'bad-url'
  | 'url-not-given'
  | 'no-token'
  | 'token-not-given'
  | 'token-refused'
  | 'keyring-silent'
  | 'token-not-kept'
  | 'sign-in-abandoned'
  | 'untrusted'
  | 'bad-certificates'
  | 'bad-proxy';

const SIGN_IN = 'psyctl auth login';
/** A name as a shell takes it for one word. */
const word = (name: string) => (/^[\w@.:=/%+-]+$/.test(name) ? name : `'${name.replaceAll("'", `'\\''`)}'`);

/** Failures of signing in, and of getting as far as the API. */
export const failuresOfSigningIn: SentencesFor<Code> = {
  'settings-damaged': ({ file }) => say(`${file} is damaged`, 'mend it, or delete it and begin again'),
  'no-connection': ({ known }) =>
    known.length > 0
      ? say(
          'none of the connections is the current one',
          `psyctl connection use NAME makes one so: ${listed(known, 'or')}`,
        )
      : say(
          'not signed in: no connection is configured',
          `${SIGN_IN} signs in; a script sets PSYCTL_API_URL and PSYCTL_TOKEN; --connection sandbox is the embedded sandbox`,
        ),
  'unknown-connection': ({ name, known }) =>
    say(
      `there is no connection “${name}”`,
      `there ${known.length > 1 ? 'are' : 'is'} ${listed(known)}; ${SIGN_IN} adds one`,
    ),
  'connection-name': ({ name, problem, url }) => {
    if (problem === 'sandbox')
      return say(
        '“sandbox” is the embedded sandbox: it needs no signing in, and is always there',
        'psyctl sandbox reset puts it back as it was at first',
      );
    if (problem === 'taken')
      return say(
        `the connection “${name}” is to another API, ${url}`,
        '--connection NAME calls the new one something else, or replaces that one',
      );
    return say(`a connection can’t be called “${name}”`, 'letters and digits will do, and between them . _ - : @');
  },
  'bad-url': ({ url }) => say(`“${url}” is no URL of an API`, 'it begins with https://'),
  'url-not-given': () => say('which API to sign in to is not said', '--api-url URL says it; in a terminal psyctl asks'),
  'no-token': ({ connection, url }) => {
    if (connection === 'sandbox') return say('the embedded sandbox has no token', 'psyctl sandbox reset makes it anew');
    return connection === null
      ? say(
          `there is no token for ${url}`,
          `set PSYCTL_TOKEN, or sign in: ${SIGN_IN} --api-url ${word(url)}; a token is never an argument`,
        )
      : say(
          `not signed in to “${connection}”: no token is kept for it`,
          `${SIGN_IN} --connection ${word(connection)} signs in; or set PSYCTL_TOKEN`,
        );
  },
  'token-not-given': ({ problem }) =>
    problem === 'none'
      ? say('no token was given', '--with-token reads it from standard input; in a terminal psyctl asks for it')
      : say('what was given is no token: it has blanks, several lines or accents', 'give the token alone'),
  'token-refused': ({ detail }) =>
    say(
      `the token is not accepted${detail ? `: ${detail}` : ''}`,
      `${SIGN_IN} signs in anew; psyctl auth status says which token is used`,
    ),
  'keyring-silent': ({ connection, ...trouble }) =>
    say(
      `the token of “${connection}” is kept elsewhere than psyctl can reach: ${keyringTrouble(trouble)}`,
      `unlock the keyring, or set PSYCTL_TOKEN, or sign in anew: ${SIGN_IN} --connection ${word(connection)}`,
    ),
  'token-not-kept': ({ file, ...trouble }) =>
    say(
      `not signed in: ${keyringTrouble(trouble)}, and nobody agreed to a file`,
      `--insecure-storage keeps the token in ${file}, unencrypted, where only you can read it; PSYCTL_TOKEN needs no keeping`,
    ),
  'sign-in-abandoned': () => say('not signed in: nothing was kept', `${SIGN_IN} asks again`),

  untrusted: ({ host, cause }) => say(`the certificate of ${host} is not accepted (${cause})`, untrustedHint(cause)),
  'bad-certificates': ({ file, problem }) =>
    say(
      problem === 'none' ? `${file} has no certificate in it` : `${file} has a certificate that can’t be read`,
      'it has to be PEM, text between BEGIN CERTIFICATE and END CERTIFICATE; openssl x509 -inform der -in FILE makes it so',
    ),
  'bad-proxy': ({ by, url, problem }) =>
    problem === 'credentials'
      ? say(
          `${by} may not hold a name and a password: arguments are seen by others`,
          'HTTPS_PROXY=http://NAME:PASSWORD@… gives them',
        )
      : say(`${by} names no proxy psyctl can use: “${url}”`, 'it reads as http://proxy.example.org:3128'),
};

/** What to do where a certificate is not accepted, by the code of why. */
export function untrustedHint(cause: string): string {
  if (/EXPIRED|NOT_YET_VALID/.test(cause))
    return 'is this computer’s clock right? psyctl doctor compares it; else whoever runs the API has to renew it';
  if (/ALTNAME|HOSTNAME|PRX_TLS/.test(cause)) return 'it is another host’s: is the URL right?';
  if (/EPROTO|SSL/.test(cause)) return 'it doesn’t speak https there: are the URL and its port right?';
  return 'where the network has an authority of its own, --ca-file FILE takes its certificate, and psyctl auth login --ca-file FILE remembers it';
}
