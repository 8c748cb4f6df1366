import { collectFailures, Failure } from '../../failures/failure.ts';
import { fold } from '../fold.ts';

/** The lists a manifest is made of. */
export type Section = 'members' | 'teams' | 'spaces' | 'shares';

/** Something for each of the four lists. */
export type ManifestFiles<File> = { readonly [S in Section]: File };

/** What each list may be called, in English and in French. */
const NAMES: ManifestFiles<readonly [string, string]> = {
  members: ['members.csv', 'membres.csv'],
  teams: ['teams.csv', 'équipes.csv'],
  spaces: ['spaces.csv', 'espaces.csv'],
  shares: ['shares.csv', 'partages.csv'],
};

/**
 * Finds the four lists among the names of the files in a folder, whatever their case, with or without accents.
 * @throws Failure or Failures: `manifest-file-missing` for each that isn't there (one without rows is a header alone),
 *   `manifest-file-twice` for one that is there under two names.
 */
export function manifestFiles(folder: string, names: readonly string[]): ManifestFiles<string> {
  const lists = names.filter((name) => name.toLowerCase().endsWith('.csv'));
  const sections = Object.keys(NAMES) as Section[];
  const found = collectFailures(sections, (section): [Section, string] => {
    const called = NAMES[section].map(fold);
    const [one, other] = lists.filter((name) => called.includes(fold(name)));
    const where = { file: folder };
    if (one === undefined) {
      throw new Failure(
        'manifest-file-missing',
        { folder, names: [...NAMES[section]], found: [...lists].sort() },
        where,
      );
    }
    if (other !== undefined) throw new Failure('manifest-file-twice', { folder, names: [one, other] }, where);
    return [section, one];
  });
  return Object.fromEntries(found) as ManifestFiles<string>;
}
