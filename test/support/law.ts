import * as fc from 'fast-check';
import { it } from 'vitest';

const SEED = Number(process.env['PSYCTL_LAW_SEED'] ?? Math.floor(Math.random() * 2 ** 31));

/** How many cases of a law are tried. */
interface Tries {
  /** Where nobody says how many: as many as people wait for. */
  readonly usual: number;
  /** How many times PSYCTL_LAW_RUNS: more where cases are quick, fewer where they are long. */
  readonly times?: number;
}

/**
 * A law: a property that is tried on many made-up cases. How many is PSYCTL_LAW_RUNS, or what is usual for it; the seed
 * is in the test's name, so that a failure can be had again with PSYCTL_LAW_SEED.
 */
export function law(
  name: string,
  property: fc.IAsyncProperty<unknown> | fc.IProperty<unknown>,
  { usual, times = 1 }: Tries,
): void {
  const wanted = process.env['PSYCTL_LAW_RUNS'];
  const numRuns = wanted === undefined ? usual : Math.max(1, Math.round(Number(wanted) * times));
  it(`${name} (${numRuns} runs, seed ${SEED})`, { timeout: 3_600_000 }, async () => {
    await fc.assert(property as fc.IAsyncProperty<unknown>, { numRuns, seed: SEED });
  });
}
