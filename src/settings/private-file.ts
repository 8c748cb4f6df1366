import { dirname } from 'node:path';
import { Failure } from '../failures/failure.ts';
import { ensureFolder } from './folders.ts';

/** Writes a file that this user alone can read, whole or not at all; its folder is made if need be. */
export async function writePrivate(file: string, content: string): Promise<void> {
  ensureFolder(dirname(file));
  const { default: write } = await import('write-file-atomic');
  try {
    await write(file, content, { mode: 0o600 });
  } catch (error) {
    throw new Failure('file-unwritable', { file, cause: (error as NodeJS.ErrnoException).code ?? '' });
  }
}
