import { Failure, Failures, throwAll } from '../failures/failure.ts';

/** Waits for all of them; where some fail over names, throws all their failures together. */
export async function allOrEveryFailure<T extends readonly unknown[]>(
  promises: {
    [K in keyof T]: Promise<T[K]>;
  },
): Promise<T> {
  const settled = await Promise.allSettled(promises);
  const failures: Failure[] = [];
  for (const outcome of settled) {
    if (outcome.status === 'fulfilled') continue;
    if (outcome.reason instanceof Failures) failures.push(...outcome.reason.failures);
    else if (outcome.reason instanceof Failure) failures.push(outcome.reason);
    else throw outcome.reason;
  }
  throwAll(inRowOrder(failures));
  return settled.map((outcome) => (outcome as PromiseFulfilledResult<unknown>).value) as unknown as T;
}

/** Failures in the order of their rows. */
export const inRowOrder = (failures: Failure[]) => failures.sort((a, b) => (a.where.row ?? 0) - (b.where.row ?? 0));
