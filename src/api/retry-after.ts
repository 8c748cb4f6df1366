import { HEADERS } from '../contract/common.ts';
import { headerOf } from './headers.ts';
import type { Answered } from './transport.ts';

/**
 * How many milliseconds an answer asks to wait, from seconds or a date; null when it doesn't say, or not legibly.
 * A date is compared with the server's own clock where it tells it, ours being possibly wrong.
 */
export function retryAfterMs(answer: Answered, now: number): number | null {
  const asked = headerOf(answer.headers, HEADERS.retryAfter)?.trim();
  if (asked === undefined) return null;
  if (/^\d+(\.\d+)?$/.test(asked)) return Number(asked) * 1000;
  const until = Date.parse(asked);
  if (Number.isNaN(until)) return null;
  const theirs = Date.parse(headerOf(answer.headers, 'Date') ?? '');
  return Math.max(0, until - (Number.isNaN(theirs) ? now : theirs));
}
