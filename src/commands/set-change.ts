import { Failure } from '../failures/failure.ts';
import type { SetChange } from '../model/intents/people.ts';
import { flagValues, type Given } from './command.ts';

/**
 * A whole set, or what is added to one and taken from it: `whole` is what the flag or column of that name says, or null.
 * Throws `missing-value` where neither is said, `conflicting-flags` where both are, or one value is to come and go.
 */
export function setChangeOf<Value>(
  flag: string,
  whole: readonly Value[] | null,
  given: Given,
  parse: (text: string, flag: string) => Value,
): SetChange<Value> {
  const add = valuesIn(given, 'add');
  const remove = valuesIn(given, 'remove');
  const [other] = [...(add.length > 0 ? ['--add'] : []), ...(remove.length > 0 ? ['--remove'] : [])];
  if (whole && other) throw new Failure('conflicting-flags', { flags: [`--${flag}`, other] });
  if (!whole && !other) throw new Failure('missing-value', { name: `--${flag}` }, { column: `--${flag}` });
  const both = add.find((text) => remove.includes(text));
  if (both !== undefined) throw new Failure('conflicting-flags', { flags: [`--add ${both}`, `--remove ${both}`] });
  return {
    set: whole,
    add: add.map((text) => parse(text, '--add')),
    remove: remove.map((text) => parse(text, '--remove')),
  };
}

/** The values of a flag; several may stand in one, as in a cell. */
const valuesIn = (given: Given, name: string): string[] =>
  flagValues(given, name)
    .flatMap((value) => value.split(/[|,]/))
    .map((value) => value.trim())
    .filter((value) => value !== '');
