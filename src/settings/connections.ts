import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { Failure } from '../failures/failure.ts';
import { ensureFolder } from './folders.ts';

/** Where a token can be kept: in the system's keyring, or in a file that this user alone can read. */
export const Place = z.enum(['keyring', 'file']);
/** Where a token can be kept. */
export type Place = z.infer<typeof Place>;

const Connection = z.strictObject({
  url: z.string(),
  /** The absolute path of certificates to trust besides the usual ones. */
  caFile: z.string().exactOptional(),
  /** Where its token is; absent where none is kept. */
  token: Place.exactOptional(),
});
/** A connection as it is remembered. */
export type Connection = z.infer<typeof Connection>;

const Settings = z.strictObject({
  /** The connection used when none is named. */
  current: z.string().exactOptional(),
  connections: z.record(z.string(), Connection).default({}),
});
/** What is remembered between calls. Never a token. */
export type Settings = z.infer<typeof Settings>;

/** The file the settings of a folder are in. */
export const settingsFile = (folder: string): string => join(folder, 'settings.json');

/**
 * The settings in a folder, empty where there are none; nothing is written.
 * @throws Failure `settings-damaged` if they can't be, `file-unreadable` where they can't be read
 */
export async function readSettings(folder: string): Promise<Settings> {
  if (!existsSync(settingsFile(folder))) return { connections: {} };
  const { current, connections } = (await open(folder)).store;
  return { ...(current === undefined ? {} : { current }), connections };
}

/**
 * Replaces the settings in a folder, which is made if need be; only this user can read them. Damaged ones are not
 * replaced: somebody may want to mend them.
 */
export async function writeSettings(folder: string, settings: Settings): Promise<void> {
  await readSettings(folder);
  ensureFolder(folder);
  const conf = await open(folder);
  try {
    conf.store = settings;
  } catch (error) {
    throw new Failure('file-unwritable', { file: settingsFile(folder), cause: codeOf(error) });
  }
}

async function open(folder: string) {
  // Loaded when needed: it takes a while to start.
  const { default: Conf } = await import('conf');
  try {
    return new Conf<Settings>({
      cwd: folder,
      configName: 'settings',
      configFileMode: 0o600,
      // Names of connections may have dots in them.
      accessPropertiesByDotNotation: false,
      deserialize: (text) => Settings.parse(JSON.parse(text)),
      clearInvalidConfig: false,
    });
  } catch (error) {
    const file = settingsFile(folder);
    const cause = codeOf(error);
    throw cause === '' ? new Failure('settings-damaged', { file }) : new Failure('file-unreadable', { file, cause });
  }
}

/** What the system says is wrong with a file; '' when it is what is in the file. */
const codeOf = (error: unknown): string => (error as NodeJS.ErrnoException).code ?? '';

/** What a file of ours holds, checked. Throws `settings-damaged`, `file-unreadable`. */
export async function readJson<Schema extends z.ZodType>(file: string, schema: Schema): Promise<z.infer<Schema>> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new Failure('file-unreadable', { file, cause: error.code ?? '' });
  });
  try {
    return schema.parse(JSON.parse(text));
  } catch {
    // What the parser says may quote the file, and one of ours holds tokens.
    throw new Failure('settings-damaged', { file });
  }
}
