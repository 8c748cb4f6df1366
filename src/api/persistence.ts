import type { Verdict } from './verdict.ts';

/** How persistent the client is. */
export interface Persistence {
  /** The most attempts, not counting those the server only put off. */
  readonly attempts: number;
  /**
   * The most pauses one after the other in which the server let nobody through. How often one request was put off
   * doesn't count: with many workers and a narrow limit that is nobody's fault.
   */
  readonly putOffs: number;
  /** The first wait is up to `baseMs`, each next one up to twice the one before, never more than `capMs`. */
  readonly baseMs: number;
  readonly capMs: number;
  /** A server that asks to wait longer is not waited for: nobody means that. */
  readonly maxPauseMs: number;
}
/** What holds when nobody says otherwise. */
export const PERSISTENCE: Persistence = { attempts: 4, putOffs: 20, baseMs: 200, capMs: 5000, maxPauseMs: 3_600_000 };

/** What waiting depends on besides the last verdict. */
export interface SoFar {
  /** How often it was tried, put-offs not counted. */
  readonly tries: number;
  /** Whether a look follows: then there is a wait in any case. */
  readonly looks: boolean;
  /** How many pauses there were since the server let anybody through. */
  readonly pauses: number;
}

/** Milliseconds until the next attempt or look, null for none; `chance` from 0 to 1. */
export function waitAfter(
  verdict: Verdict,
  { tries, looks, pauses }: SoFar,
  persistence: Persistence,
  chance: () => number,
): number | null {
  if (verdict.kind === 'later') {
    const pauseMs = verdict.pauseMs ?? ceilingOf(pauses + 1, persistence);
    return pauses >= persistence.putOffs || pauseMs > persistence.maxPauseMs ? null : pauseMs;
  }
  const again = verdict.kind === 'again' || (verdict.kind === 'unknown' && verdict.again);
  return looks || (again && tries < persistence.attempts) ? chance() * ceilingOf(tries, persistence) : null;
}

const ceilingOf = (times: number, { baseMs, capMs }: Persistence) => Math.min(capMs, baseMs * 2 ** (times - 1));
