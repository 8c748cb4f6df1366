import { join } from 'node:path';
import { bytesOf, namesIn } from '../input/file.ts';
import type { ManifestFiles, Section } from '../input/manifest/files.ts';
import type { FolderManifest } from '../input/manifest/folder.ts';

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
