import type { Reader } from '../api/index.ts';
import { listSchools } from '../contract/organization.ts';
import { Failure, throwAll } from '../failures/failure.ts';
import type { Place } from '../model/references.ts';
import { nearest } from './nearest.ts';
import { all } from './take.ts';

/** Throws an `unknown-school` for each code no school has, with the nearest codes; reads nothing for no codes. */
export async function checkSchools(reader: Reader, codes: readonly string[], place: Place): Promise<void> {
  if (codes.length === 0) return;
  const known = (await all(reader.list(listSchools, {}))).map((school) => school.code);
  const unknown = codes.filter((code) => !known.includes(code));
  throwAll(unknown.map((text) => new Failure('unknown-school', { text, nearest: nearest(text, known) }, place)));
}
