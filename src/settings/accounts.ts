import { Failure } from '../failures/failure.ts';
import { stored } from './choose.ts';
import {
  type Connection,
  type Place,
  readSettings,
  type Settings,
  settingsFile,
  writeSettings,
} from './connections.ts';
import { folders } from './folders.ts';
import { type Keyring, patiently, systemKeyring } from './keyring.ts';
import { type Tokens, tokensOf } from './tokens.ts';

/** The connections psyctl remembers, and the tokens kept for them. */
export interface Accounts {
  /** The file the connections are in. */
  readonly file: string;
  readonly tokens: Tokens;
  /** Throws `settings-damaged`, `file-unreadable`. */
  settings(): Promise<Settings>;
  /** Remembers a connection as the current one, keeps its token, and forgets one it had elsewhere. */
  signIn(name: string, connection: Omit<Connection, 'token'>, token: string, place: Place): Promise<SignedIn>;
  /** Forgets a connection's token; says where it was, null where none was kept. Throws `keyring-silent`. */
  signOut(name: string): Promise<Place | null>;
  /** Makes a connection the one that is used when none is named. */
  use(name: string): Promise<void>;
  /** Forgets a connection that has no token any more. */
  forget(name: string): Promise<void>;
}

/** What came of signing in. */
export interface SignedIn {
  /** Where a token the connection had before may still be: it could not be taken out there. */
  readonly leftIn: Place | null;
}

type Env = Readonly<Record<string, string | undefined>>;

/** The keyring an environment's tokens go to. Two homes may both have a connection of one name: theirs don't mix. */
export const keyringOf = (env: Env): Keyring =>
  systemKeyring(env['PSYCTL_HOME'] ? `psyctl ${folders(env).settings}` : 'psyctl');

/** The connections of an environment; `waiting` is called where the keyring lets one wait. */
export function accountsOf(env: Env, waiting: () => void, keyring: Keyring = keyringOf(env)): Accounts {
  const folder = folders(env).settings;
  const tokens = tokensOf(folder, patiently(keyring, waiting));
  const settings = () => readSettings(folder);
  const save = (changed: Settings) => writeSettings(folder, changed);

  return {
    file: settingsFile(folder),
    tokens,
    settings,
    async signIn(name, connection, token, place) {
      const before = await settings();
      const had = before.connections[name]?.token;
      await tokens.keep(name, token, place);
      try {
        const connections = { ...before.connections, [name]: { ...connection, token: place } };
        await save({ current: name, connections });
      } catch (error) {
        await gone(tokens, name, place);
        throw error;
      }
      if (had === undefined || had === place) return { leftIn: null };
      return { leftIn: (await gone(tokens, name, had)) ? null : had };
    },
    async signOut(name) {
      const before = await settings();
      const { kept } = stored(name, before);
      if (kept === null) return null;
      await tokens.forget(name, kept);
      const { token: _, ...connection } = before.connections[name] as Connection;
      await save({ ...before, connections: { ...before.connections, [name]: connection } });
      return kept;
    },
    async use(name) {
      await save({ ...(await settings()), current: name });
    },
    async forget(name) {
      const { current, connections } = await settings();
      const { [name]: _, ...others } = connections;
      await save({ ...(current === undefined || current === name ? {} : { current }), connections: others });
    },
  };
}

/** Whether an old token could be taken out. */
async function gone(tokens: Tokens, name: string, place: Place): Promise<boolean> {
  try {
    await tokens.forget(name, place);
    return true;
  } catch (error) {
    if (error instanceof Failure) return false;
    throw error;
  }
}
