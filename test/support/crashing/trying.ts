import pLimit from 'p-limit';
import { randomOf } from '../../../src/sandbox/random.ts';

const SEED = Number(process.env['PSYCTL_LAW_SEED'] ?? Math.floor(Math.random() * 2 ** 31));
const MANY = process.env['PSYCTL_LAW_RUNS'] !== undefined;

/** The seed of what is drawn below; it is in each test's name, so that a failure can be had again with PSYCTL_LAW_SEED. */
export const seed = SEED;

/** Of so many places those that are tried: all of them where PSYCTL_LAW_RUNS asks for many, else a few, drawn. */
export function placesAmong(count: number, usual: number, most = count): number[] {
  const wanted = MANY ? most : usual;
  const all = Array.from({ length: count }, (_, n) => n + 1);
  if (wanted >= count) return all;
  const random = randomOf(SEED);
  return all
    .map((n) => [random(), n] as const)
    .sort(([a], [b]) => a - b)
    .slice(0, wanted)
    .map(([, n]) => n)
    .sort((a, b) => a - b);
}

/** How many are tried: `many` where PSYCTL_LAW_RUNS asks for many, or as many as `PSYCTL_FAULT_SEEDS` says. */
export const seedsFrom = (usual: number, many: number): number[] => {
  const count = Number(process.env['PSYCTL_FAULT_SEEDS'] ?? (MANY ? many : usual));
  return Array.from({ length: count }, (_, n) => (SEED + n) % 2 ** 31);
};

/** Two at a time: each is a process of its own. */
export async function allOf<T>(places: readonly T[], one: (place: T) => Promise<void>): Promise<void> {
  const limit = pLimit(2);
  await Promise.all(places.map((place) => limit(() => one(place))));
}
