/** What keeps a keyring from taking a token. */
export interface Trouble {
  readonly problem: 'missing' | 'failing' | 'unfaithful';
  /** What the system says of it; may be empty. */
  readonly said: string;
}

/** What is wrong with the keyring, in a sentence without its full stop. */
export const keyringTrouble = ({ problem, said }: Trouble): string => {
  if (problem === 'missing') return 'there is no keyring psyctl could use on this system';
  if (problem === 'unfaithful') return 'the system’s keyring doesn’t give back what it is given';
  return `the system’s keyring doesn’t answer${said ? ` (${said})` : ''}`;
};

/** Signing in, and the connections that are remembered. */
export const auth = {
  askUrl: 'URL of the API',
  askToken: (host: string) => `Token for ${host}`,
  askConnection: 'Which connection should commands use?',
  pickKeys: '↑↓ move, Enter takes it, Esc leaves things as they are',
  askFile: (trouble: Trouble, file: string) => {
    const sentence = keyringTrouble(trouble);
    return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}. Keep the token in ${file}, unencrypted, where only you can read it?`;
  },
  /** The words that answer a question; the first letters do too. */
  yesOrNo: { yes: 'Yes', no: 'No', neither: 'Answer yes or no' },
  unencrypted: (host: string) =>
    `Warning: ${host} is asked over http: whoever is on the way can read the token and everything else.`,
  waitingForKeyring: 'Waiting for the system’s keyring: it may want to be unlocked.',

  signedIn: (who: string, sandbox: boolean) => `Signed in: ${who}${sandbox ? ' It is a sandbox.' : ''}`,
  kept: (place: string, name: string) =>
    `The token is kept ${place}. Commands use the connection “${name}” from now on.`,
  place: {
    keyring: 'in the system’s keyring',
    file: (file: string) => `in ${file}, which only you can read`,
    environment: 'in PSYCTL_TOKEN',
    sandbox: 'in the sandbox itself',
    short: { keyring: 'keyring', file: 'file' },
  },
  leftIn: (place: 'keyring' | 'file') =>
    `An earlier token may still be in the ${place === 'keyring' ? 'system’s keyring, which doesn’t answer' : 'file'}: revoke it where it was made.`,
  tokenComesFirst: 'PSYCTL_TOKEN is set: it comes before the token that is kept.',
  variableComesFirst: (variable: string) => `${variable} is set: it comes before the current connection.`,

  signedOut: (name: string) =>
    `Signed out of “${name}”: psyctl has forgotten its token. It is still valid until it is revoked where it was made.`,
  noneKept: (name: string) => `No token was kept for “${name}”.`,
  tokenStays: 'PSYCTL_TOKEN is still set: psyctl goes on using it.',

  used: (name: string) => `Commands use the connection “${name}” from now on.`,
  removed: (name: string) => `The connection “${name}” is forgotten, and its token.`,
  embedded: 'embedded',
  columns: {
    connection: 'connection',
    name: 'name',
    url: 'url',
    current: 'current',
    token: 'token',
    caFile: 'certificates',
    email: 'email',
    organization: 'organization',
    scopes: 'scopes',
    problem: 'problem',
  },

  current: '(current)',
  labels: { url: 'API', token: 'Token', actsAs: 'Acts as', problem: 'Problem' },
  noToken: 'none is kept',
  sandboxNeedsNone: 'an administrator of the embedded sandbox, without signing in',
};
