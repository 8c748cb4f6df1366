import { certificatesIn } from '../api/certificates.ts';
import { textOf } from '../input/file.ts';

/** Each file is read once: it may be a pipe. */
const read = new Map<string, Promise<string[]>>();

/**
 * The certificates of a file that somebody named.
 * @throws Failure `file-missing`, `file-unreadable`, `bad-certificates`
 */
export function certificatesOf(file: string): Promise<string[]> {
  const found = read.get(file) ?? textOf(file).then((text) => certificatesIn(text, file));
  read.set(file, found);
  return found;
}
