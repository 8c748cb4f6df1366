import type { SetChange } from '../../model/intents/people.ts';

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

/** A set in one comparable shape: two rows about one member may want it to be only one. */
export const told = (values: readonly string[]): string => [...new Set(values)].sort().join();
