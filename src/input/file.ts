import { readdir, readFile } from 'node:fs/promises';
import { Failure } from '../failures/failure.ts';

/**
 * What a file that somebody named holds.
 * @throws Failure `file-missing` where there is none, `file-unreadable` where it can't be read.
 */
export const bytesOf = async (file: string): Promise<Buffer> => await readFile(file).catch(failing(file));

/** The same as text, which is taken to be UTF-8. Throws as `bytesOf` does. */
export const textOf = async (file: string): Promise<string> => (await bytesOf(file)).toString('utf8');

/** The names in a folder; null where it is a file. Throws as `bytesOf` does. */
export const namesIn = async (folder: string): Promise<string[] | null> =>
  await readdir(folder).catch((error) => (codeOf(error) === 'ENOTDIR' ? null : failing(folder)(error)));

const codeOf = (error: unknown): string => (error as NodeJS.ErrnoException).code ?? '';

const failing =
  (file: string) =>
  (error: unknown): never => {
    throw codeOf(error) === 'ENOENT'
      ? new Failure('file-missing', { file })
      : new Failure('file-unreadable', { file, cause: codeOf(error) });
  };
