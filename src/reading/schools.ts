import type { Reader } from '../api/index.ts';
import { listSchools } from '../contract/organization.ts';
import { Failure, throwAll } from '../failures/failure.ts';
import type { Place } from '../model/references.ts';
import type { Named } from './members.ts';
import { nearest } from './nearest.ts';
import { all } from './take.ts';

/** Throws an `unknown-school` for each code no school has, with the nearest codes; reads nothing for no codes. */
export async function checkSchoolNames(reader: Reader, names: readonly Named[]): Promise<void> {
  if (names.length === 0) return;
  const known = (await all(reader.list(listSchools, {}))).map((school) => school.code);
  const unknown = names.filter(({ text }) => !known.includes(text));
  throwAll(
    unknown.map(({ text, place }) => new Failure('unknown-school', { text, nearest: nearest(text, known) }, place)),
  );
}

/** The same, of codes that all stand in one place. */
export const checkSchools = (reader: Reader, codes: readonly string[], place: Place): Promise<void> =>
  checkSchoolNames(
    reader,
    codes.map((text) => ({ text, place })),
  );
