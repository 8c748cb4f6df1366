import { Failure } from '../failures/failure.ts';
import type { Place, Settings } from './connections.ts';

/** An API; `name` is null when it was given by its URL. */
export interface ChosenApi {
  readonly kind: 'api';
  readonly name: string | null;
  readonly url: string;
  /** The file of certificates remembered with it. */
  readonly caFile: string | undefined;
  /** Where its token is kept; null where none is. */
  readonly kept: Place | null;
}

/** What psyctl is to talk to. */
export type Chosen =
  /** The embedded sandbox; `announced`: nobody asked for it, so it has to be said. */
  { readonly kind: 'sandbox'; readonly announced: boolean } | ChosenApi;

/** What the choice rests on. */
export interface Choice {
  readonly flags: { readonly connection?: string | undefined; readonly apiUrl?: string | undefined };
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly settings: Settings;
  /** Whether somebody at a terminal sees what is announced. */
  readonly interactive: boolean;
}

/** The connection that always exists. */
export const SANDBOX = 'sandbox';

/** Which connection is meant: flags come before the environment, the environment before the settings. */
export function chooseConnection({ flags, env, settings, interactive }: Choice): Chosen {
  const named =
    oneOf(['--connection', flags.connection], ['--api-url', flags.apiUrl]) ??
    oneOf(['PSYCTL_CONNECTION', env['PSYCTL_CONNECTION']], ['PSYCTL_API_URL', env['PSYCTL_API_URL']]);
  if (named?.url !== undefined) {
    return { kind: 'api', name: null, url: apiUrl(named.url), caFile: undefined, kept: null };
  }
  const name = named?.name ?? currentOf(settings);
  if (name === SANDBOX) return { kind: 'sandbox', announced: false };
  if (name !== undefined) return stored(name, settings);
  const known = Object.keys(settings.connections);
  // A script that has lost its settings must not have a make-believe success.
  if (known.length > 0 || !interactive) throw new Failure('no-connection', { known });
  return { kind: 'sandbox', announced: true };
}

/** The connection that is used when none is named: with a single one there is nothing to choose. */
export function currentOf({ current, connections }: Settings): string | undefined {
  const names = Object.keys(connections);
  return current ?? (names.length === 1 ? names[0] : undefined);
}

/** Where something may be given, and what was. */
type Given = [where: string, value: string | undefined];

/** A connection's name or an API's URL, whichever was given; both at once contradict each other. */
function oneOf([nameFlag, name]: Given, [urlFlag, url]: Given) {
  if (name && url) throw new Failure('conflicting-flags', { flags: [nameFlag, urlFlag] });
  if (name) return { name };
  return url ? { url } : undefined;
}

/** A connection of the settings. Throws `unknown-connection`, or `bad-url` where somebody wrote one there. */
export function stored(name: string, { connections }: Settings): ChosenApi {
  const connection = Object.hasOwn(connections, name) ? connections[name] : undefined;
  if (!connection) {
    throw new Failure('unknown-connection', { name, known: [...new Set([SANDBOX, ...Object.keys(connections)])] });
  }
  const { url, caFile, token = null } = connection;
  return { kind: 'api', name, url: apiUrl(url), caFile, kept: token };
}

/**
 * The URL of an API as it is kept: http or https, without what follows its path, and without the `/v1` that every
 * request begins with. 'bad-url' otherwise; credentials don't belong there, and are not repeated.
 */
export function apiUrl(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : null;
  const plain = url && /^https?:$/.test(url.protocol) && url.host && !url.username && !url.password;
  if (!plain) throw new Failure('bad-url', { url: text.replace(/^.*@/s, '***@') });
  return (url.origin + url.pathname).replace(/\/+$/, '').replace(/\/v1$/, '');
}
