import { Failure } from '../failures/failure.ts';
import type { Settings } from './connections.ts';

/** What psyctl is to talk to. */
export type Chosen =
  /** The embedded sandbox; `announced`: nobody asked for it, so it has to be said. */
  | { readonly kind: 'sandbox'; readonly announced: boolean }
  /** An API; `name` is null when it was given by its URL. */
  | { readonly kind: 'api'; readonly name: string | null; readonly url: string; readonly token: string };

/** What the choice rests on. */
export interface Choice {
  readonly flags: { readonly connection?: string | undefined; readonly apiUrl?: string | undefined };
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly settings: Settings;
  /** Whether somebody at a terminal sees what is announced. */
  readonly interactive: boolean;
  /** The token kept for a connection, where some are kept; `PSYCTL_TOKEN` comes before it. */
  readonly tokenOf?: ((name: string) => string | undefined) | undefined;
}

/** The connection that always exists. */
export const SANDBOX = 'sandbox';

/** Which connection is meant: flags come before the environment, the environment before the settings. */
export function chooseConnection(choice: Choice): Chosen {
  const { flags, env, settings, interactive } = choice;
  const named =
    oneOf(['--connection', flags.connection], ['--api-url', flags.apiUrl]) ??
    oneOf(['PSYCTL_CONNECTION', env['PSYCTL_CONNECTION']], ['PSYCTL_API_URL', env['PSYCTL_API_URL']]);
  if (named?.url !== undefined) return apiAt(null, named.url, choice);

  const names = Object.keys(settings.connections);
  // With a single connection there is nothing to choose.
  const name = named?.name ?? settings.current ?? (names.length === 1 ? names[0] : undefined);
  if (name === SANDBOX) return { kind: 'sandbox', announced: false };
  if (name !== undefined) return stored(name, choice);
  // A script that has lost its settings must not have a make-believe success.
  if (names.length > 0 || !interactive) throw new Failure('no-connection', {});
  return { kind: 'sandbox', announced: true };
}

/** Where something may be given, and what was. */
type Given = [where: string, value: string | undefined];

/** A connection's name or an API's URL, whichever was given; both at once contradict each other. */
function oneOf([nameFlag, name]: Given, [urlFlag, url]: Given) {
  if (name && url) throw new Failure('conflicting-flags', { flags: [nameFlag, urlFlag] });
  if (name) return { name };
  return url ? { url } : undefined;
}

function stored(name: string, choice: Choice): Chosen {
  const { connections } = choice.settings;
  const connection = Object.hasOwn(connections, name) ? connections[name] : undefined;
  if (connection) return apiAt(name, connection.url, choice);
  throw new Failure('unknown-connection', { name, known: [...new Set([SANDBOX, ...Object.keys(connections)])] });
}

function apiAt(name: string | null, text: string, { env, tokenOf }: Choice): Chosen {
  const url = apiUrl(text);
  const token = env['PSYCTL_TOKEN']?.trim() || (name === null ? undefined : tokenOf?.(name));
  if (!token) throw new Failure('no-token', { connection: name ?? new URL(url).host });
  return { kind: 'api', name, url, token };
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
