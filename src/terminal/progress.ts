/** How far something has come. */
export interface Standing {
  /** Failed ones among them. */
  readonly done: number;
  readonly failed: number;
  readonly total: number;
  /** How many a second so far; 0 while nothing is known. */
  readonly perSecond: number;
  /** Null while nothing is known. */
  readonly secondsLeft: number | null;
}

/** What progress is shown with. */
export interface ProgressOptions {
  /** Whether a line can be drawn over. */
  readonly tty: boolean;
  readonly write: (text: string) => unknown;
  /** Milliseconds since some moment. */
  readonly now: () => number;
  /** What is said, on one line, shorter than the terminal is wide. */
  readonly format: (standing: Standing) => string;
}

/** Progress under way. */
export interface Progress {
  /** So many more went well; 1. */
  done(count?: number): void;
  /** So many more failed; 1. */
  failed(count?: number): void;
  /** Takes the line away; nothing is shown after it. */
  stop(): void;
}

const REDRAW_MS = 100;
const LINE_MS = 60_000;
const CLEAR = '\r\u001b[2K';

/** Shows how far `total` things have come: one line redrawn in a terminal, a line a minute without one. */
export function progress(total: number, { tty, write, now, format }: ProgressOptions): Progress {
  const startedAt = now();
  let shownAt = startedAt;
  let drawn = false;
  let stopped = false;
  let done = 0;
  let failed = 0;

  function standing(): Standing {
    const seconds = (now() - startedAt) / 1000;
    const perSecond = seconds > 0 ? done / seconds : 0;
    const secondsLeft = perSecond > 0 ? Math.max(0, total - done) / perSecond : null;
    return { done, failed, total, perSecond, secondsLeft };
  }

  function count(well: number, badly: number): void {
    done += well + badly;
    failed += badly;
    const due = now() - shownAt >= (tty ? REDRAW_MS : LINE_MS);
    if (stopped || !(due || (tty && !drawn))) return;
    shownAt = now();
    drawn = tty;
    write(tty ? CLEAR + format(standing()) : `${format(standing())}\n`);
  }

  return {
    done: (more = 1) => count(more, 0),
    failed: (more = 1) => count(0, more),
    stop: () => {
      if (drawn && !stopped) write(CLEAR);
      stopped = true;
    },
  };
}
