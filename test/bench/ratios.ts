/** The middle of some numbers. */
export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}

/** One line of the table of figures: what was measured, against what, and what it should be. */
export interface Figure {
  readonly what: string;
  readonly measured: number;
  readonly bound: { readonly atMost: number } | { readonly atLeast: number };
}

/** Whether a figure keeps its bound. */
export const keeps = ({ measured, bound }: Figure): boolean =>
  'atMost' in bound ? measured <= bound.atMost : measured >= bound.atLeast;

/** Runs things in turn, so many times each, and gives the milliseconds each run took: a machine that slows down slows both. */
export async function inTurn<Name extends string>(
  things: Readonly<Record<Name, () => Promise<unknown>>>,
  times: number,
): Promise<Record<Name, number[]>> {
  const names = Object.keys(things) as Name[];
  const taken = Object.fromEntries(names.map((name) => [name, []])) as unknown as Record<Name, number[]>;
  for (let round = -1; round < times; round++) {
    for (const name of names) {
      const begun = performance.now();
      await things[name]();
      if (round >= 0) taken[name].push(performance.now() - begun);
    }
  }
  return taken;
}

/** The middle of the ratios of two rows of measurements, pair by pair. */
export const ratio = (of: readonly number[], against: readonly number[]): number =>
  median(of.map((value, n) => value / (against[n] ?? Number.NaN)));
