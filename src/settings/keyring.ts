import { randomBytes } from 'node:crypto';

const LONGEST_SAID = 200;

/** A place of the system's for secrets. Every method rejects where it doesn't answer. */
export interface Keyring {
  /** The secret kept under a name; null where it says there is none. */
  get(name: string): Promise<string | null>;
  set(name: string, secret: string): Promise<void>;
  /** Takes out what is kept under a name, if anything is. */
  remove(name: string): Promise<void>;
}

/** On Linux there is a second store, the kernel's, which forgets everything with the next start: it is not asked. */
const OPTIONS = { linux: { store: 'secret-service' } } as const;

/**
 * The keyring of this system: Keychain, Credential Manager, the Secret Service. `service` sets ours apart from other
 * programs', and those of one home from another's. Nothing is loaded or asked before a method is called.
 */
export function systemKeyring(service: string): Keyring {
  const entry = async (name: string) => {
    // Native code, which not every system has: where it isn't installed, this rejects like a keyring that is silent.
    const { AsyncEntry } = await import('@napi-rs/keyring');
    return new AsyncEntry(service, name, OPTIONS);
  };
  return {
    get: async (name) => (await (await entry(name)).getPassword()) ?? null,
    set: async (name, secret) => await (await entry(name)).setPassword(secret),
    remove: async (name) => void (await (await entry(name)).deletePassword()),
  };
}

const PATIENCE_MS = 2000;

/** The same keyring; `waiting` is called where it lets one wait: it may want to be unlocked, in a window behind others. */
export function patiently(keyring: Keyring, waiting: () => void): Keyring {
  const asked = async <T>(asking: Promise<T>): Promise<T> => {
    const timer = setTimeout(waiting, PATIENCE_MS);
    return await asking.finally(() => clearTimeout(timer));
  };
  return {
    get: (name) => asked(keyring.get(name)),
    set: (name, secret) => asked(keyring.set(name, secret)),
    remove: (name) => asked(keyring.remove(name)),
  };
}

/** Why a keyring doesn't really answer. */
export interface KeyringTrouble {
  /** There is none for us here; it fails; it doesn't give back what it was given, or keeps what it was told to forget. */
  readonly problem: 'missing' | 'failing' | 'unfaithful';
  /** What the system says, on one line; '' where it says nothing. */
  readonly said: string;
}

/** A keyring that doesn't give back what it was given. */
class Unfaithful extends Error {}

/** Keeps a secret, and makes sure that it is really there: some keyrings take what they then don't give back. */
export async function keepIn(keyring: Keyring, name: string, secret: string): Promise<void> {
  await keyring.set(name, secret);
  if ((await keyring.get(name)) !== secret) throw new Unfaithful();
}

/** What is wrong with a keyring: it is given something, asked for it, and told to forget it. Null where it really answers. */
export async function troubleWith(keyring: Keyring): Promise<KeyringTrouble | null> {
  const name = `psyctl test ${randomBytes(8).toString('hex')}`;
  try {
    await keepIn(keyring, name, name);
    await keyring.remove(name);
    if ((await keyring.get(name)) !== null) throw new Unfaithful();
    return null;
  } catch (error) {
    return troubleOf(error);
  }
}

/** What an error of a keyring's means; `secret` is taken out of what the system says, should it be there. */
export function troubleOf(error: unknown, secret = ''): KeyringTrouble {
  if (error instanceof Unfaithful) return { problem: 'unfaithful', said: '' };
  const { code = '', message = '' } = error as NodeJS.ErrnoException;
  if (/MODULE_NOT_FOUND$/.test(code) || /native binding/.test(message)) return { problem: 'missing', said: '' };
  const said = secret === '' ? message : message.replaceAll(secret, '***');
  return { problem: 'failing', said: said.replace(/\s+/g, ' ').trim().slice(0, LONGEST_SAID) };
}

/**
 * Whether the keyring gives what it has without asking anybody to open it. Windows’s does; the Secret Service says so
 * itself, over the bus; of any other, and where nothing says, no.
 */
export async function unlocked(): Promise<boolean> {
  if (process.platform === 'win32') return true;
  if (process.platform !== 'linux') return false;
  const { execFile } = await import('node:child_process');
  const collection = ['org.freedesktop.secrets', '/org/freedesktop/secrets/aliases/default'];
  const asked = ['--user', 'get-property', ...collection, 'org.freedesktop.Secret.Collection', 'Locked'];
  return await new Promise((resolve) =>
    execFile('busctl', asked, (error, said) => resolve(error === null && said.trim() === 'b false')),
  );
}
