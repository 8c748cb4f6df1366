import { Failure } from '../failures/failure.ts';
import type { SetChange } from '../model/intents/people.ts';
import type { Place, SchoolReference } from '../model/references.ts';
import type { RowWords } from './words.ts';

/** Schools by code, as somebody wrote them. */
export const schoolsOf = (codes: readonly string[], place: Place): SchoolReference[] =>
  codes.map((text) => ({ ref: 'school', text, place }));

/**
 * A whole set, of the column `whole`, or what `--add` and `--remove` say. Throws `missing-value` where neither is said,
 * `conflicting-flags` where both are, or where the same is to come and go.
 */
export function setChangeOf<Value>(
  row: RowWords,
  whole: 'role' | 'school',
  read: (column: typeof whole | 'add' | 'remove') => Value[],
): SetChange<Value> {
  const [set, add, remove] = [read(whole), read('add'), read('remove')];
  const at = row.place(whole);
  if (set.length + add.length + remove.length === 0) throw new Failure('missing-value', { name: `--${whole}` }, at);
  const other = add.length > 0 ? '--add' : '--remove';
  if (set.length > 0 && add.length + remove.length > 0) {
    throw new Failure('conflicting-flags', { flags: [`--${whole}`, other] }, at);
  }
  const both = add.map(nameOf).find((value) => remove.map(nameOf).includes(value));
  if (both !== undefined) {
    throw new Failure('conflicting-flags', { flags: [`--add ${both}`, `--remove ${both}`] }, row.place('add'));
  }
  return { set: set.length > 0 ? set : null, add, remove };
}

/** A value as it was written: a role, or a school by its code. */
const nameOf = (value: unknown): string =>
  typeof value === 'object' && value !== null && 'text' in value ? String(value.text) : String(value);
