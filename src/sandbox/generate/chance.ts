import { randomOf } from '../random.ts';

/** Chance that comes out the same for the same seed. */
export class Chance {
  private readonly random: () => number;

  constructor(seed: number) {
    this.random = randomOf(seed);
  }

  /** Whether something of this probability happens. */
  happens(probability: number): boolean {
    return this.random() < probability;
  }

  /** A whole number from 0 up to, not including, `end`. */
  below(end: number): number {
    return Math.floor(this.random() * end);
  }

  /** One of several. */
  one<T>(values: readonly T[]): T {
    return values[this.below(values.length)] as T;
  }

  /** Up to `count` different ones of several. */
  some<T>(values: readonly T[], count: number): T[] {
    const chosen = new Set<T>();
    for (let i = 0; i < count; i += 1) chosen.add(this.one(values));
    return [...chosen];
  }
}
