import { Failure, Failures } from '../../failures/failure.ts';
import type { Manifest } from '../../model/manifest.ts';
import type { Column } from '../csv/columns.ts';
import { type Recognised, readTable } from '../csv/table.ts';
import { type RowWords, wordsOf } from '../words.ts';
import { combine } from './combine.ts';
import type { Entries } from './entries.ts';
import type { ManifestFiles, Section } from './files.ts';
import { memberOf, sharesOf, spacesOf, teamOf } from './rows.ts';

/** A manifest read from a folder, and how each of its files was written. */
export interface FolderManifest {
  readonly manifest: Manifest;
  readonly tables: readonly { readonly file: string; readonly rows: number; readonly recognised: Recognised }[];
}

/** The columns each of the lists has; the first ones must be there, of a list any one. */
const COLUMNS: {
  readonly [S in Section]: { required: readonly (Column | readonly Column[])[]; others: readonly Column[] };
} = {
  members: { required: ['email', 'role'], others: ['school', 'team'] },
  teams: { required: [['name', 'team']], others: ['member'] },
  spaces: { required: ['for'], others: ['kind', 'name', 'share'] },
  shares: { required: ['record', 'with', 'access'], others: ['require-approval'] },
};

/**
 * Reads a manifest from the four lists of a folder, each of which may be a header alone.
 * @throws Failure or Failures: all that is wrong in all four, each with its file, row and column.
 */
export function readFolder(
  files: ManifestFiles<{ readonly file: string; readonly bytes: Uint8Array }>,
): FolderManifest {
  const failures: Failure[] = [];
  const tables: FolderManifest['tables'][number][] = [];
  const read = <Entry>(section: Section, each: (words: RowWords) => Entry[]): Entry[] => {
    const { file, bytes } = files[section];
    const { required, others } = COLUMNS[section];
    try {
      const columns = { allowed: [...required.flat(), ...others], required };
      const { rows, recognised } = readTable(bytes, { file, columns, mayBeEmpty: true });
      tables.push({ file, rows: rows.length, recognised });
      const attempts = rows.map((row) => attempt(() => each(wordsOf(row))));
      failures.push(...attempts.flatMap(({ found }) => found));
      return attempts.flatMap(({ value }) => value ?? []);
    } catch (error) {
      failures.push(...failuresIn(error));
      return [];
    }
  };
  const entries: Entries = {
    members: read('members', memberOf),
    teams: read('teams', teamOf),
    spaces: read('spaces', spacesOf),
    shares: read('shares', sharesOf),
  };
  return { manifest: combine(entries, failures), tables };
}

function attempt<Value>(act: () => Value): { value: Value | null; found: readonly Failure[] } {
  try {
    return { value: act(), found: [] };
  } catch (error) {
    return { value: null, found: failuresIn(error) };
  }
}

function failuresIn(error: unknown): readonly Failure[] {
  if (error instanceof Failures) return error.failures;
  if (error instanceof Failure) return [error];
  throw error;
}
