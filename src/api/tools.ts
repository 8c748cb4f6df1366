import { setTimeout as wait } from 'node:timers/promises';

/** Time and chance, as the client meets them; tests give their own, so that nothing really waits. */
export interface Tools {
  /** Milliseconds since 1970. */
  now(): number;
  /** Waits so many milliseconds; rejects with the signal's reason when it is aborted meanwhile. */
  sleep(ms: number, signal?: AbortSignal | undefined): Promise<void>;
  /** A number from 0 to 1, 1 excluded. */
  random(): number;
}

/** The real ones. */
export const realTools: Tools = {
  now: () => Date.now(),
  random: () => Math.random(),
  async sleep(ms, signal) {
    try {
      await wait(ms, undefined, signal ? { signal } : {});
    } catch (error) {
      signal?.throwIfAborted();
      throw error;
    }
  },
};
