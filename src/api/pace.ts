import type { Tools } from './tools.ts';

/** When requests may go: one for all the workers of a client. */
export interface Pace {
  /** Waits for one's turn. Who has been turned away more often goes sooner once a pause is over. */
  turn(refusals: number, signal?: AbortSignal | undefined): Promise<void>;
  /** Lets nobody go for so many milliseconds. */
  pause(ms: number): void;
}

const MOST_JITTER_MS = 1000;

/** A pace of at most `rate` requests a second, or as many as there are. */
export function paceOf(rate: number | undefined, tools: Tools): Pace {
  const spacing = rate === undefined ? 0 : 1000 / rate;
  let pausedUntil = 0;
  let next = 0;

  /** How long to wait now; 0 takes the turn. */
  function waitMs(refusals: number): number {
    const now = tools.now();
    const pause = pausedUntil - now;
    // Without jitter every worker would knock at the same moment.
    if (pause > 0) return pause + (tools.random() * Math.min(MOST_JITTER_MS, 100 + pause / 10)) / 2 ** refusals;
    if (next > now) return next - now;
    next = now + spacing;
    return 0;
  }

  return {
    async turn(refusals, signal) {
      for (;;) {
        signal?.throwIfAborted();
        const wait = waitMs(refusals);
        if (wait === 0) return;
        await tools.sleep(wait, signal);
      }
    },
    pause(ms) {
      pausedUntil = Math.max(pausedUntil, tools.now() + ms);
    },
  };
}
