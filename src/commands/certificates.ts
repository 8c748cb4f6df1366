import { certificatesIn } from '../api/certificates.ts';
import { textOf } from '../input/file.ts';

/**
 * The certificates of a file that somebody named.
 * @throws Failure `file-missing`, `file-unreadable`, `bad-certificates`
 */
export const certificatesOf = async (file: string): Promise<string[]> => certificatesIn(await textOf(file), file);
