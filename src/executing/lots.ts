/**
 * Writes things down in lots, each before the first of its things is needed: what waits for the disk waits once a lot.
 * Gives the function that resolves once a thing is written down, with its lot; it throws what `write` throws for that lot.
 * Things are asked for once each, about in the order they are given in: what is remembered is what is written and not asked for yet.
 */
export function inLots<Thing>(
  things: readonly Thing[],
  size: number,
  write: (lot: readonly Thing[]) => Promise<void>,
): (thing: Thing) => Promise<void> {
  const writings = new Map<Thing, Promise<void>>();
  let next = 0;
  return async (thing) => {
    while (!writings.has(thing) && next < things.length) {
      const lot = things.slice(next, next + size);
      next += size;
      const writing = write(lot);
      // Whoever asks hears of a failure; a lot nobody asks for must not count as unhandled.
      writing.catch(() => {});
      for (const one of lot) writings.set(one, writing);
    }
    const writing = writings.get(thing) ?? write([thing]);
    writings.delete(thing);
    await writing;
  };
}
