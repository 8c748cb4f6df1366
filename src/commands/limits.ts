import { Failure } from '../failures/failure.ts';
import { type FlagSpec, flagValue, type Given } from './command.ts';

/** The flag that keeps a list short. */
export const LIMIT: FlagSpec = { name: 'limit', value: 'N' };

/** How many things a list may show; any number where nothing is said. Throws `bad-value`. */
export function limitOf(given: Given): number {
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
