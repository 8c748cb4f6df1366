import type { Id } from './organization.ts';

/** Things by their id. */
export const byId = <T extends { readonly id: Id }>(things: Iterable<T>): Map<Id, T> =>
  new Map([...things].map((thing) => [thing.id, thing]));

/** Things by what they have in common, in the order they came. (`Map.groupBy` wants Node 21.) */
export function groupBy<T, Key>(things: Iterable<T>, keyOf: (thing: T) => Key): Map<Key, T[]> {
  const groups = new Map<Key, T[]>();
  for (const thing of things) {
    const key = keyOf(thing);
    const group = groups.get(key);
    if (group) group.push(thing);
    else groups.set(key, [thing]);
  }
  return groups;
}

/** Gives of things that are alike always the first: what a hundred thousand rows say alike is held once. */
export function theFirstOf<T, Key>(keyOf: (thing: T) => Key): (thing: T) => T {
  const known = new Map<Key, T>();
  return (thing) => {
    const key = keyOf(thing);
    const first = known.get(key);
    if (first === undefined) known.set(key, thing);
    return first ?? thing;
  };
}
