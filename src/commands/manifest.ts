import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Failure } from '../failures/failure.ts';
import type { ManifestFiles, Section } from '../input/manifest/files.ts';
import type { FolderManifest } from '../input/manifest/folder.ts';
import { bytesOf } from './rows.ts';

/**
 * Reads the manifest at a path: a YAML file, or a folder of four lists. How the lists were written is said beside it.
 * Throws what can't be read, what is missing, and all that is wrong, each with its place.
 */
export async function manifestAt(path: string): Promise<FolderManifest> {
  const names = await namesIn(path);
  if (names === null) {
    const { readManifest } = await import('../input/manifest/read.ts');
    return { manifest: readManifest(await bytesOf(path), path), tables: [] };
  }
  const [{ manifestFiles }, { readFolder }] = await Promise.all([
    import('../input/manifest/files.ts'),
    import('../input/manifest/folder.ts'),
  ]);
  const read = Object.entries(manifestFiles(path, names)).map(async ([section, name]) => {
    const file = join(path, name);
    return [section as Section, { file, bytes: await bytesOf(file) }] as const;
  });
  return readFolder(Object.fromEntries(await Promise.all(read)) as ManifestFiles<{ file: string; bytes: Buffer }>);
}

/** The names in a folder; null where there is no folder but, perhaps, a file. */
async function namesIn(path: string): Promise<string[] | null> {
  try {
    return await readdir(path);
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    if (code === 'ENOTDIR') return null;
    throw code === 'ENOENT'
      ? new Failure('file-missing', { file: path })
      : new Failure('file-unreadable', { file: path, cause: code });
  }
}
