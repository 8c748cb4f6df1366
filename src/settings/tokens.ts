import { Failure } from '../failures/failure.ts';
import type { Chosen } from './choose.ts';
import type { Place } from './connections.ts';
import { type Keyring, type KeyringTrouble, keepIn, troubleOf, troubleWith } from './keyring.ts';
import { readToken, tokenFile, writeToken } from './token-file.ts';

/** The tokens that are kept, by the names of their connections. Where the keyring doesn't answer: `keyring-silent`. */
export interface Tokens {
  /** The file they are in where the keyring doesn't take them. */
  readonly file: string;
  /** Null where there certainly is none. */
  read(name: string, place: Place): Promise<string | null>;
  /** Keeps a token in one place, and makes sure that it is there. */
  keep(name: string, token: string, place: Place): Promise<void>;
  /** Takes a token out, if it is there, and makes sure that it is gone. */
  forget(name: string, place: Place): Promise<void>;
  /** What is wrong with the keyring; null where it really answers. */
  trouble(): Promise<KeyringTrouble | null>;
}

/** The tokens of a folder of settings, and of a keyring. */
export function tokensOf(folder: string, keyring: Keyring): Tokens {
  const silent = (connection: string, trouble: KeyringTrouble) =>
    new Failure('keyring-silent', { connection, ...trouble });
  /** Runs something on the keyring. */
  const asked = async <T>(name: string, asking: () => Promise<T>, token?: string): Promise<T> =>
    await asking().catch((error) => {
      throw silent(name, troubleOf(error, token));
    });
  /** A keyring that nobody can open says "none" too: only one that really answers is believed. */
  const reallyNone = async (name: string) => {
    const trouble = await troubleWith(keyring);
    if (trouble) throw silent(name, trouble);
  };
  return {
    file: tokenFile(folder),
    async read(name, place) {
      if (place === 'file') return await readToken(folder, name);
      const token = await asked(name, () => keyring.get(name));
      if (token === null) await reallyNone(name);
      return token;
    },
    async keep(name, token, place) {
      if (place === 'file') await writeToken(folder, name, token);
      else await asked(name, () => keepIn(keyring, name, token), token);
    },
    async forget(name, place) {
      if (place === 'file') return await writeToken(folder, name, null);
      await asked(name, () => keyring.remove(name));
      await reallyNone(name);
    },
    trouble: () => troubleWith(keyring),
  };
}

/** A token, and where it came from. */
export interface Held {
  readonly token: string;
  readonly from: 'environment' | Place;
}

/**
 * The token to use with what was chosen: that of `PSYCTL_TOKEN`, or the one that is kept.
 * @throws Failure `no-token` where there is none, `keyring-silent` where that can't be known
 */
export async function tokenFor(
  { name, url, kept }: Extract<Chosen, { kind: 'api' }>,
  env: Readonly<Record<string, string | undefined>>,
  tokens: Tokens,
): Promise<Held> {
  const given = env['PSYCTL_TOKEN']?.trim();
  if (given) return { token: given, from: 'environment' };
  const token = name === null || kept === null ? null : await tokens.read(name, kept);
  if (token === null || kept === null) throw new Failure('no-token', { connection: name, url });
  return { token, from: kept };
}
