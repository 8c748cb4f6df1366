import { isJson, jsonOf } from './json.ts';
import { retryAfterMs } from './retry-after.ts';
import type { Answered, Broke, Ended } from './transport.ts';

/** What the end of one attempt means for what was asked. */
export type Verdict =
  /** A definite answer, good or bad. */
  | { readonly kind: 'settled' }
  /** Not done, and never will be by asking again. */
  | { readonly kind: 'hopeless' }
  /** Not done: worth another attempt. */
  | { readonly kind: 'again' }
  /** Not done: the server asks everybody to wait; null when it doesn't say how long. */
  | { readonly kind: 'later'; readonly pauseMs: number | null }
  /** It may have been done; `again`: asking again does no harm; `running`: it is being done, and may yet be. */
  | { readonly kind: 'unknown'; readonly again: boolean; readonly running?: true };

/** Judges the ends of attempts; `now` in milliseconds since 1970. */
export type Judge = (ended: Ended, now: number) => Verdict;

const FAILED = new Set([500, 502, 503, 504]);
/** The server tired of waiting for the request: it did nothing. */
const NOT_HEARD = 408;

/**
 * A page where data was due: a sign-in, a gateway's notice. It says nothing of what was asked, whatever its status, and
 * may be another answer the next time.
 */
export const isNoApi = (ended: Ended): boolean =>
  ended.kind === 'answered' && ended.status >= 200 && ended.status < 300 && !isJson(ended) && ended.text !== '';

/** Asking for something changes nothing: whatever may pass is worth another attempt. */
export const judgeRead: Judge = (ended, now) => {
  if (ended.kind === 'broke') return { kind: ['untrusted', 'aborted'].includes(ended.reason) ? 'hopeless' : 'again' };
  const passes = FAILED.has(ended.status) || ended.status === NOT_HEARD || isNoApi(ended);
  return laterVerdict(ended, now) ?? { kind: passes ? 'again' : 'settled' };
};

/** A change may have been made though nobody said so; it is sent again then only if it is `keyed`. */
export const judgeChange =
  (keyed: boolean): Judge =>
  (ended, now) =>
    ended.kind === 'broke' ? brokenChange(ended, keyed) : answeredChange(ended, keyed, now);

function brokenChange(ended: Broke, keyed: boolean): Verdict {
  if (ended.sent) {
    const again = keyed && ended.reason !== 'aborted';
    // The server may be slow rather than gone: what it was asked may yet be done.
    return ended.reason === 'timed-out' ? { kind: 'unknown', again, running: true } : { kind: 'unknown', again };
  }
  return { kind: ['untrusted', 'aborted'].includes(ended.reason) ? 'hopeless' : 'again' };
}

function answeredChange(ended: Answered, keyed: boolean, now: number): Verdict {
  const later = laterVerdict(ended, now);
  if (later) return later;
  // The token was refused before the change, or the earlier attempt with its key, was looked at.
  if (ended.status === 401) return { kind: 'hopeless' };
  if (ended.status === NOT_HEARD) return { kind: 'again' };
  if (isNoApi(ended)) return { kind: 'unknown', again: keyed };
  // An earlier attempt with the same key is still at it.
  if (ended.status === 409 && codeOf(ended) === 'still-running') return { kind: 'unknown', again: true, running: true };
  return ended.status >= 500 ? { kind: 'unknown', again: keyed && FAILED.has(ended.status) } : { kind: 'settled' };
}

/** 429, and 503 that says when to come back: the server did nothing. */
function laterVerdict(ended: Answered, now: number): Verdict | null {
  const pauseMs = retryAfterMs(ended, now);
  if (ended.status === 429 || (ended.status === 503 && pauseMs !== null)) return { kind: 'later', pauseMs };
  return null;
}

function codeOf(ended: Answered): unknown {
  try {
    return (jsonOf(ended) as { code?: unknown } | null)?.code;
  } catch {
    return undefined;
  }
}
