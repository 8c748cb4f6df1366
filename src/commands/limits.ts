import { Failure } from '../failures/failure.ts';
import type { Arrangement } from '../rendering/output/arrange.ts';
import { type FlagSpec, flagValue, flagValues, type Given } from './command.ts';

/** The flag that keeps a list short. */
export const LIMIT: FlagSpec = { name: 'limit', value: 'N' };

/** The flags that say how a list is shown. */
export const LISTED: readonly FlagSpec[] = [
  { name: 'sort', value: 'COLUMN' },
  { name: 'columns', value: 'COLUMN', many: true },
  LIMIT,
];

/**
 * How many things a list may be read of; any number where nothing is said, or where they are sorted first. Throws `bad-value`.
 */
export function limitOf(given: Given): number {
  const shown = shownOf(given);
  return flagValue(given, 'sort') === undefined ? shown : Number.POSITIVE_INFINITY;
}

/** How a list is to be shown. Throws `bad-value`. */
export const arrangementOf = (given: Given): Arrangement => ({
  sort: flagValue(given, 'sort'),
  columns: flagValues(given, 'columns').flatMap((names) => names.split(',')),
  limit: shownOf(given),
});

function shownOf(given: Given): number {
  const value = flagValue(given, 'limit');
  if (value === undefined) return Number.POSITIVE_INFINITY;
  if (!/^[1-9]\d*$/.test(value))
    throw new Failure(
      'bad-value',
      { name: '--limit', value, allowed: [], shape: 'whole-number' },
      { column: '--limit' },
    );
  return Number(value);
}
