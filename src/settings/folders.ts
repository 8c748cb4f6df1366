import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import envPaths from 'env-paths';
import { Failure } from '../failures/failure.ts';

/** Where psyctl keeps things: absolute paths, which need not exist yet. */
export interface Folders {
  /** Connections. */
  readonly settings: string;
  /** The sandbox's database. */
  readonly data: string;
  /** Journals of runs, locks. */
  readonly state: string;
}

/** The system's folders for such things, or all of them in `PSYCTL_HOME`. */
export function folders(env: Readonly<Record<string, string | undefined>>): Folders {
  const home = env['PSYCTL_HOME'];
  if (home) return { settings: resolve(home), data: resolve(home, 'data'), state: resolve(home, 'state') };
  const { config, data, log } = envPaths('psyctl', { suffix: '' });
  // Only Linux has a folder for state; elsewhere the one for logs may be emptied at any time, and journals with it.
  return { settings: config, data, state: process.platform === 'linux' ? log : join(data, 'state') };
}

/** Makes a folder, and those above it, for this user alone; one that exists is left as it is. Gives its path. */
export function ensureFolder(folder: string): string {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  } catch (error) {
    throw new Failure('file-unwritable', { file: folder, cause: (error as NodeJS.ErrnoException).code ?? '' });
  }
  return folder;
}
