/** The first `most` things of a list that may be long. */
export async function takeUpTo<T>(most: number, list: AsyncIterable<T>): Promise<T[]> {
  const taken: T[] = [];
  for await (const thing of list) {
    taken.push(thing);
    if (taken.length >= most) break;
  }
  return taken;
}

/** Everything in a list. */
export const all = <T>(list: AsyncIterable<T>): Promise<T[]> => takeUpTo(Number.POSITIVE_INFINITY, list);
