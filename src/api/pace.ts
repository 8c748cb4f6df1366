import type { Tools } from './tools.ts';

/** A pause of all workers: how long it is, and the status that asked for it. */
export interface Pause {
  readonly ms: number;
  readonly cause: number | string;
}

/** When requests may go: one for all the workers of a client. */
export interface Pace {
  /** Waits for one's turn. Who has been turned away more often goes sooner once a pause is over. */
  turn(refusals: number, signal?: AbortSignal | undefined): Promise<void>;
  /** Lets nobody go for so many milliseconds. */
  pause(ms: number, cause: Pause['cause']): void;
  /** Somebody was let through: whatever comes of it, the server takes requests. */
  letThrough(): void;
  /** How many pauses there were, one after the other, since somebody was let through. */
  readonly pauses: number;
}

const MOST_JITTER_MS = 1000;

/**
 * A pace of at most `rate` requests a second, or as many as there are. `onPause` is told once of what several workers
 * are asked at the same time; again where a pause turns out longer than was told.
 */
export function paceOf(rate: number | undefined, tools: Tools, onPause: (pause: Pause) => void = () => {}): Pace {
  const spacing = rate === undefined ? 0 : 1000 / rate;
  let pausedUntil = 0;
  let toldUntil = Number.NEGATIVE_INFINITY;
  let pauses = 0;
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
    pause(ms, cause) {
      const now = tools.now();
      const until = now + ms;
      if (now >= pausedUntil) pauses += 1;
      pausedUntil = Math.max(pausedUntil, until);
      // Servers count in whole seconds: what is asked of one worker after the other differs by as much.
      if (now < toldUntil && until <= toldUntil + 1000) return;
      toldUntil = until;
      onPause({ ms, cause });
    },
    letThrough() {
      pauses = 0;
    },
    get pauses() {
      return pauses;
    },
  };
}
