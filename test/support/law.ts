import * as fc from 'fast-check';
import { it } from 'vitest';

const RUNS = Number(process.env['PSYCTL_LAW_RUNS'] ?? 200);
const SEED = Number(process.env['PSYCTL_LAW_SEED'] ?? Math.floor(Math.random() * 2 ** 31));

/**
 * A law: a property that is tried on many made-up cases. How many is PSYCTL_LAW_RUNS; the seed is in the test's name,
 * so that a failure can be had again with PSYCTL_LAW_SEED.
 */
export function law(name: string, property: fc.IAsyncProperty<unknown> | fc.IProperty<unknown>, share = 1): void {
  const numRuns = Math.max(1, Math.round(RUNS * share));
  it(`${name} (${numRuns} runs, seed ${SEED})`, { timeout: 3_600_000 }, async () => {
    await fc.assert(property as fc.IAsyncProperty<unknown>, { numRuns, seed: SEED });
  });
}
