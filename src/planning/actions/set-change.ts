import type { SetChange } from '../../model/intents/people.ts';
import type { Claim } from '../action.ts';

/** A set as a change leaves it. */
export function changed<Value>(held: readonly Value[], { set, add, remove }: SetChange<Value>): Value[] {
  const kept = (set ?? held).filter((value) => !remove.includes(value));
  return [...new Set([...kept, ...add])];
}

/** Whether two lists hold the same. */
export const sameSet = <Value>(one: readonly Value[], other: readonly Value[]): boolean =>
  one.every((value) => other.includes(value)) && other.every((value) => one.includes(value));

/** What differs between two sets. */
export const difference = <Value>(one: readonly Value[], other: readonly Value[]): Value[] => [
  ...one.filter((value) => !other.includes(value)),
  ...other.filter((value) => !one.includes(value)),
];

/** Each value decided is a claim of its own, so that rows that add one each can go together (law 8). */
export function claimsOn<Value extends string>(
  key: string,
  { set, add, remove }: SetChange<Value>,
  every: readonly Value[],
): Claim[] {
  const claim = (value: Value, wants: boolean): Claim => ({ key: `${key} ${value}`, wants: wants ? 'yes' : 'no' });
  if (set) return [...new Set([...every, ...set])].map((value) => claim(value, set.includes(value)));
  return [...add.map((value) => claim(value, true)), ...remove.map((value) => claim(value, false))];
}
