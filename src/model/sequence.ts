/**
 * Things that follow from others, worked out anew each time they are gone through: of hundreds of thousands of them, no more
 * is held than one. Whoever needs them all at once spreads them into an array.
 */
export class Sequence<T> implements Iterable<T> {
  /** `things` begins anew, with the same things, each time it is called. */
  constructor(private readonly things: () => Iterable<T>) {}

  [Symbol.iterator](): Iterator<T> {
    return this.things()[Symbol.iterator]();
  }

  /** Those of which something holds. */
  filter(holds: (thing: T) => boolean): Sequence<T> {
    const { things } = this;
    return new Sequence(function* () {
      for (const thing of things()) if (holds(thing)) yield thing;
    });
  }

  /** What each of them comes to. */
  map<Other>(to: (thing: T) => Other): Sequence<Other> {
    const { things } = this;
    return new Sequence(function* () {
      for (const thing of things()) yield to(thing);
    });
  }

  /** These, and then others. */
  concat<Other>(others: Iterable<Other>): Sequence<T | Other> {
    const { things } = this;
    return new Sequence(function* () {
      yield* things();
      yield* others;
    });
  }

  /** Whether something holds of any of them; no further is gone than to the first. */
  some(holds: (thing: T) => boolean): boolean {
    for (const thing of this.things()) if (holds(thing)) return true;
    return false;
  }

  /** As JSON has them: as any other list. */
  toJSON(): T[] {
    return [...this.things()];
  }

  /** How many there are. */
  count(): number {
    let count = 0;
    for (const _ of this.things()) count += 1;
    return count;
  }
}
