import { randomOf } from '../../src/sandbox/random.ts';

/** An answer the proxy gives itself. */
export interface Canned {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** What becomes of a request on its way, and of its answer on the way back. */
export interface Fate {
  /** Whether the server gets it. */
  readonly reaches: boolean;
  /**
   * What whoever asks gets: the server's own answer; the connection cut instead of one, or in its middle; the server's
   * page of a list with the cursor that was asked for; or another answer.
   */
  readonly gets: 'answer' | 'cut' | 'torn' | 'same-cursor' | Canned;
  /** Before it is passed on. */
  readonly delayMs?: number;
}

const problem = (status: number, headers: Record<string, string> = {}): Canned => ({
  status,
  headers: { 'Content-Type': 'application/problem+json', ...headers },
  body: JSON.stringify({ type: 'about:blank', title: 'a fault', status, detail: 'a fault', code: 'fault' }),
});
const PAGE: Canned = { status: 200, headers: { 'Content-Type': 'text/html' }, body: '<!doctype html><p>Sign in' };
const GATEWAY: Canned = { status: 502, headers: { 'Content-Type': 'text/html' }, body: '<p>Bad gateway' };

/** The fates there are, by what happens. */
export const FATES = {
  passes: { reaches: true, gets: 'answer' },
  /** The connection is cut before the server has the request. */
  dropsBefore: { reaches: false, gets: 'cut' },
  /** The connection is cut once the server has done what was asked: its answer is swallowed. */
  dropsAfter: { reaches: true, gets: 'cut' },
  /** The connection is cut in the middle of the answer. */
  tears: { reaches: true, gets: 'torn' },
  fails: { reaches: false, gets: problem(500) },
  /** A gateway fails though the server did what was asked. */
  failsAfter: { reaches: true, gets: GATEWAY },
  /** A page where data is due, instead of asking the server. */
  page: { reaches: false, gets: PAGE },
  /** The same though the server did what was asked. */
  pageAfter: { reaches: true, gets: PAGE },
  sameCursor: { reaches: true, gets: 'same-cursor' },
} as const satisfies Record<string, Fate>;

/** The server asks to come back later, in seconds or at a date; it did nothing. */
export const putsOff = (retryAfter: number | string): Fate => ({
  reaches: false,
  gets: problem(429, { 'Retry-After': String(retryAfter) }),
});

/** How likely each fate is, from 0 to 1, together at most 1; what is left passes. */
export type Rates = { readonly [Name in keyof typeof FATES | 'putsOff']?: number } & {
  /** What Retry-After says where it puts off, in seconds. */
  readonly retryAfter?: number;
  /** Any request may be held up for so long. */
  readonly upToMs?: number;
};

/** Draws fates: the same ones for the same seed, one after the other. */
export function fatesOf(seed: number, { retryAfter = 1, upToMs = 0, ...rates }: Rates): () => Fate {
  const random = randomOf(seed);
  return () => {
    let drawn = random();
    const delayMs = Math.floor(random() * upToMs);
    const name = Object.entries(rates).find(([, rate]) => {
      drawn -= rate;
      return drawn < 0;
    })?.[0];
    const fate = name === 'putsOff' ? putsOff(retryAfter) : FATES[(name ?? 'passes') as keyof typeof FATES];
    return { ...fate, delayMs };
  };
}
