import type { Pace } from './pace.ts';
import type { Tools } from './tools.ts';
import type { Ended } from './transport.ts';
import type { Judge, Verdict } from './verdict.ts';

/** How persistent the client is. */
export interface Persistence {
  /** The most attempts, not counting those the server only put off. */
  readonly attempts: number;
  /** The most times to be put off by the server: with many workers and a narrow limit that is nobody's fault. */
  readonly putOffs: number;
  /** The first wait is up to `baseMs`, each next one up to twice the one before, never more than `capMs`. */
  readonly baseMs: number;
  readonly capMs: number;
  /** A server that asks to wait longer is not waited for. */
  readonly maxPauseMs: number;
}
/** What holds when nobody says otherwise. */
export const PERSISTENCE: Persistence = { attempts: 4, putOffs: 20, baseMs: 200, capMs: 5000, maxPauseMs: 60_000 };

/** One attempt, once it is over. */
export interface Attempt {
  /** From 1. */
  readonly attempt: number;
  /** The status it was answered with, or the code of what broke it: 503, 'ECONNRESET'. */
  readonly outcome: number | string;
  /** Whether what was asked may have been done without our knowing. */
  readonly unknown: boolean;
  /** Until the next attempt; null when this was the last. */
  readonly waitMs: number | null;
}
/** Is told of each attempt and awaited. */
export type OnAttempt = (attempt: Attempt) => void | Promise<void>;

/** What retrying needs. */
export interface Retrying {
  readonly once: () => Promise<Ended>;
  readonly judge: Judge;
  readonly pace: Pace;
  readonly tools: Tools;
  readonly persistence: Persistence;
  readonly signal?: AbortSignal | undefined;
  readonly onAttempt?: OnAttempt | undefined;
}

/** How it ended after all attempts; `unknown`: some attempt may have done it, and no later one settled whether. */
export interface Outcome {
  readonly ended: Ended;
  readonly unknown: boolean;
}

/** The one place that asks again. Rejects with the signal's reason when stopped while nothing was in doubt. */
export async function retrying({
  once,
  judge,
  pace,
  tools,
  persistence,
  signal,
  onAttempt,
}: Retrying): Promise<Outcome> {
  let tries = 0;
  let putOffs = 0;
  let doubt: Outcome | null = null;
  try {
    for (let attempt = 1; ; attempt += 1) {
      await pace.turn(putOffs, signal);
      const ended = await once();
      const verdict = judge(ended, tools.now());
      if (verdict.kind === 'later') putOffs += 1;
      else tries += 1;
      if (verdict.kind === 'unknown') doubt = { ended, unknown: true };
      if (verdict.kind === 'settled') doubt = null;

      const waitMs = waitAfter(verdict, tries, putOffs, persistence, tools);
      const outcome = ended.kind === 'answered' ? ended.status : ended.cause;
      await onAttempt?.({ attempt, outcome, unknown: verdict.kind === 'unknown', waitMs });
      if (waitMs === null) return doubt ?? { ended, unknown: false };
      if (verdict.kind === 'later') pace.pause(waitMs);
      else await tools.sleep(waitMs, signal);
    }
  } catch (error) {
    // Stopped while waiting to look again: what is in doubt stays so.
    if (doubt && signal?.aborted) return doubt;
    throw error;
  }
}

/** Milliseconds until the next attempt, null for none. */
function waitAfter(verdict: Verdict, tries: number, putOffs: number, persistence: Persistence, tools: Tools) {
  const { attempts, baseMs, capMs, maxPauseMs } = persistence;
  const ceiling = (times: number) => Math.min(capMs, baseMs * 2 ** (times - 1));
  if (verdict.kind === 'later') {
    const pauseMs = verdict.pauseMs ?? ceiling(putOffs);
    return putOffs > persistence.putOffs || pauseMs > maxPauseMs ? null : pauseMs;
  }
  const again = verdict.kind === 'again' || (verdict.kind === 'unknown' && verdict.again);
  return again && tries < attempts ? tools.random() * ceiling(tries) : null;
}
