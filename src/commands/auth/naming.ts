import { resolve } from 'node:path';
import { Failure } from '../../failures/failure.ts';
import { apiUrl, currentOf, SANDBOX, stored } from '../../settings/choose.ts';
import type { Settings } from '../../settings/connections.ts';
import type { Options } from '../options.ts';

type Env = Readonly<Record<string, string | undefined>>;

/** A connection that is to be signed in to. */
export interface Named {
  readonly name: string;
  readonly url: string;
  readonly caFile: string | undefined;
}

/** What is known of where to sign in before anybody is asked. */
export interface Wanted {
  /** Null where nothing says it. */
  readonly url: string | null;
  /** What is used now, where nothing else is said. */
  readonly usual: string | null;
}

/**
 * The URL that flags or the environment name, be it through a connection that is there already. Unlike elsewhere a name
 * and a URL go together here: the one is given to the other.
 */
export function wantedUrl({ apiUrl: url, connection }: Options, env: Env, settings: Settings): Wanted {
  if (connection !== undefined) checkName(connection);
  const of = (name: string | undefined) =>
    name !== undefined && Object.hasOwn(settings.connections, name) ? stored(name, settings).url : undefined;
  const said = url ?? of(connection) ?? env['PSYCTL_API_URL'] ?? of(env['PSYCTL_CONNECTION']);
  const usual = connection === undefined ? of(currentOf(settings)) : undefined;
  return { url: said ? apiUrl(said) : null, usual: usual ?? null };
}

/** The connection a URL is signed in to as: the one named, the one that has this URL, or one named after its host. */
export function connectionFor(url: string, { connection, caFile }: Options, settings: Settings): Named {
  const known = Object.keys(settings.connections).find((name) => stored(name, settings).url === url);
  const name = connection ?? known ?? afterHost(url);
  const before = Object.hasOwn(settings.connections, name) ? stored(name, settings) : null;
  if (before && before.url !== url && connection === undefined) {
    throw new Failure('connection-name', { name, problem: 'taken', url: before.url });
  }
  const remembered = before?.url === url ? before.caFile : undefined;
  return { name, url, caFile: caFile === undefined ? remembered : resolve(caFile) };
}

/** Throws `connection-name` where a connection can't be called so. */
function checkName(name: string): void {
  if (name === SANDBOX) throw new Failure('connection-name', { name, problem: 'sandbox', url: '' });
  if (!SHAPE.test(name)) throw new Failure('connection-name', { name, problem: 'shape', url: '' });
}

const SHAPE = /^[\p{L}\p{N}][\p{L}\p{N}._:@-]{0,99}$/u;

const afterHost = (url: string): string =>
  new URL(url).host.replace(/[^\p{L}\p{N}._:@-]/gu, '').replace(/^[^\p{L}\p{N}]+/u, '');
