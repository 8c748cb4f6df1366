import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Failure } from '../failures/failure.ts';
import { ensureFolder } from './folders.ts';

/** What is remembered between calls. Never a token. */
export interface Settings {
  /** The connection used when none is named. */
  current?: string;
  connections: Record<string, { url: string }>;
}

const SCHEMA = {
  current: { type: 'string' },
  connections: {
    type: 'object',
    additionalProperties: {
      type: 'object',
      properties: { url: { type: 'string' } },
      required: ['url'],
      additionalProperties: false,
    },
  },
} as const;

/** The file the settings of a folder are in. */
export const settingsFile = (folder: string): string => join(folder, 'settings.json');

/** The settings in a folder, empty where there are none; nothing is written. 'settings-damaged' if they can't be. */
export async function readSettings(folder: string): Promise<Settings> {
  if (!existsSync(settingsFile(folder))) return { connections: {} };
  const { current, connections = {} } = (await open(folder)).store;
  return { ...(current === undefined ? {} : { current }), connections };
}

/** Replaces the settings in a folder, which is made if need be; only this user can read them. */
export async function writeSettings(folder: string, settings: Settings): Promise<void> {
  ensureFolder(folder);
  const file = await open(folder);
  try {
    file.store = settings;
  } catch (error) {
    throw new Failure('file-unwritable', { file: settingsFile(folder), cause: codeOf(error) });
  }
}

async function open(folder: string) {
  // Loaded when needed: conf and its validator take a while to start.
  const { default: Conf } = await import('conf');
  try {
    return new Conf<Partial<Settings>>({
      cwd: folder,
      configName: 'settings',
      configFileMode: 0o600,
      schema: SCHEMA,
      rootSchema: { additionalProperties: false },
      // Names of connections may have dots in them.
      accessPropertiesByDotNotation: false,
      clearInvalidConfig: false,
    });
  } catch (error) {
    const file = settingsFile(folder);
    const code = codeOf(error);
    throw code === ''
      ? new Failure('settings-damaged', { file })
      : new Failure('file-unreadable', { file, cause: code });
  }
}

/** What the system says is wrong with a file; '' when it is what is in the file. */
const codeOf = (error: unknown): string => (error as NodeJS.ErrnoException).code ?? '';
