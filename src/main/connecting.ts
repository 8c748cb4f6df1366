import { join } from 'node:path';
import { type Connection, type ConnectOptions, connect } from '../api/index.ts';
import type { Opened, Target } from '../commands/command.ts';
import type { Screen } from '../commands/showing.ts';
import { type Accounts, accountsOf } from '../settings/accounts.ts';
import { type Chosen, chooseConnection } from '../settings/choose.ts';
import { ensureFolder, folders } from '../settings/folders.ts';
import { tokenFor } from '../settings/tokens.ts';

type Env = NodeJS.ProcessEnv;

/** The database file of the embedded sandbox. */
export const sandboxFile = (env: Env): string => join(folders(env).data, 'sandbox.db');

/** The connections that are remembered, and their tokens. */
export const rememberedBy = ({ terminal, texts, options }: Screen, env: Env): Accounts =>
  accountsOf(env, () => void (options.quiet || terminal.err(`${texts.auth.waitingForKeyring}\n`)));

/** What the flags, environment and settings name. */
export const chosenBy = async ({ terminal, options }: Screen, env: Env, accounts: Accounts): Promise<Chosen> =>
  chooseConnection({
    flags: { connection: options.connection, apiUrl: options.apiUrl },
    env,
    settings: await accounts.settings(),
    interactive: terminal.isInTty && terminal.isOutTty,
  });

/** Opens the API that is named, or starts the embedded sandbox. Throws what opening it throws, and `connectionTo`. */
export async function openTarget(screen: Screen, env: Env): Promise<Opened> {
  // Read first: no sandbox is to be made, and told of, for nothing.
  await certificatesFor(screen.options.caFile);
  const accounts = rememberedBy(screen, env);
  return await openChosen(await chosenBy(screen, env, accounts), screen, env, accounts);
}

/** Opens what was chosen. Throws `no-token`, `keyring-silent`. */
export async function openChosen(chosen: Chosen, screen: Screen, env: Env, accounts: Accounts): Promise<Opened> {
  if (chosen.kind === 'sandbox') return await openSandbox(chosen.announced, screen, env);
  const { url, caFile } = chosen;
  const { token, from } = await tokenFor(chosen, env, accounts.tokens);
  return { url, host: new URL(url).host, token, from, caFile, close: async () => {} };
}

async function openSandbox(announced: boolean, { terminal, texts, options }: Screen, env: Env): Promise<Opened> {
  const file = sandboxFile(env);
  if (announced && !options.quiet) await terminal.err(`${texts.general.sandboxAnnounced(file)}\n`);
  ensureFolder(folders(env).data);
  const { startEmbedded } = await import('./embedded.ts');
  const { url, token, seeded, close } = await startEmbedded(file);
  if (seeded && !options.quiet) await terminal.err(`${texts.general.sandboxSeeded}\n`);
  return { url, host: 'sandbox', token, from: 'sandbox', caFile: undefined, close };
}

/** A client of an API as the flags have it. Throws `file-missing`, `bad-certificates`. */
export async function connectionTo(
  { url, token, caFile }: Target,
  { options, terminal }: Screen,
  env: Env,
  more: Pick<ConnectOptions, 'persistence' | 'onPause' | 'onRetry'> = {},
): Promise<Connection> {
  const ca = await certificatesFor(options.caFile ?? caFile);
  return connect({
    url,
    token,
    concurrency: options.concurrency,
    rate: options.rate,
    timeoutMs: options.timeoutMs,
    ca,
    proxy: options.proxy,
    env,
    ...(options.verbose ? { log: (event) => void terminal.err(`${JSON.stringify(event)}\n`) } : {}),
    ...more,
  });
}

async function certificatesFor(file: string | undefined): Promise<string[] | undefined> {
  if (file === undefined) return undefined;
  const { certificatesOf } = await import('../commands/certificates.ts');
  return await certificatesOf(file);
}
