import { join } from 'node:path';
import type { Screen } from '../commands/showing.ts';
import { chooseConnection } from '../settings/choose.ts';
import { readSettings } from '../settings/connections.ts';
import { ensureFolder, folders } from '../settings/folders.ts';

/** Something to talk to, and what ends it: the embedded sandbox lives as long as the command. */
export interface Opened {
  readonly url: string;
  readonly host: string;
  readonly token: string;
  close(): Promise<void>;
}

/** The database file of the embedded sandbox. */
export const sandboxFile = (env: NodeJS.ProcessEnv): string => join(folders(env).data, 'sandbox.db');

/** Opens the API the flags, environment or settings name, or starts the embedded sandbox. */
export async function openTarget({ terminal, texts, options }: Screen, env: NodeJS.ProcessEnv): Promise<Opened> {
  const chosen = chooseConnection({
    flags: { connection: options.connection, apiUrl: options.apiUrl },
    env,
    settings: await readSettings(folders(env).settings),
    interactive: terminal.isInTty && terminal.isOutTty,
  });
  if (chosen.kind === 'api') {
    return { url: chosen.url, host: new URL(chosen.url).host, token: chosen.token, close: async () => {} };
  }
  const file = sandboxFile(env);
  if (chosen.announced && !options.quiet) await terminal.err(`${texts.general.sandboxAnnounced(file)}\n`);
  ensureFolder(folders(env).data);
  const { startEmbedded } = await import('./embedded.ts');
  const { url, token, seeded, close } = await startEmbedded(file);
  if (seeded && !options.quiet) await terminal.err(`${texts.general.sandboxSeeded}\n`);
  return { url, host: 'sandbox', token, close };
}
