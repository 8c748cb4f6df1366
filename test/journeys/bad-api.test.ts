import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answering, type Breakage, type BrokenApi, brokenApi, silent, whenChanging } from '../support/broken-api.ts';
import { type Ended, type Journey, journeyIn } from '../support/cli.ts';
import { errorOf, jsonOf, levelsOn } from '../support/seen.ts';
import { address, record, town } from '../support/town.ts';

let journey: Journey;
beforeAll(async () => {
  journey = await journeyIn(town([record('R-1'), record('R-2')]));
});
afterAll(() => journey.close());

const SHARE = ['record', 'share', 'R-1', '--with', address('bob'), '--access', 'read', '--yes'] as const;

/** Shares through an API that breaks, with the sandbox behind it. */
async function through(breakage: Breakage, ...more: string[]): Promise<Ended & { had: BrokenApi['had'] }> {
  const api = await brokenApi(breakage, journey.sandbox.url);
  try {
    const env = { PSYCTL_API_URL: api.url };
    const ended = await journey.psyctlWith({ token: 'token-alice', env }, ...SHARE, ...more);
    return { ...ended, had: api.had };
  } finally {
    await api.close();
  }
}

const HTML = answering(200, 'text/html', '<!doctype html><title>Sign in</title>');
const GARBAGE = answering(200, 'application/json', '{"items": [');
const CONTRADICTION = answering(200, 'application/json', '{"id": 7}');
const LATER = answering(429, 'application/problem+json', '{}', { 'Retry-After': '7200' });
const STACK = /^\s+at /m;

describe('an API that is not what it should be', () => {
  it.each<[string, Breakage, string[], number, string, RegExp]>([
    ['answers HTML', HTML, [], 1, 'not-json', /the API answered text\/html \(200\) where JSON was due/],
    ['answers garbage', GARBAGE, [], 1, 'not-json', /the API answered application\/json \(200\) where JSON was due/],
    [
      'contradicts its schema',
      CONTRADICTION,
      [],
      1,
      'contract-broken',
      /the answer to GET \/v1[\w/]* contradicts the contract at/,
    ],
    ['is slow', silent, ['--timeout', '0.2'], 9, 'timed-out', /did not answer within 0.2 seconds/],
    ['fails', answering(500, 'text/plain', 'Oops'), [], 9, 'server-error', /the API failed \(500\)/],
    [
      'does not know the token',
      answering(401, 'application/problem+json', '{}'),
      [],
      4,
      'token-refused',
      /the token is not accepted/,
    ],
  ])('%s', async (_, breakage, more, exit, code, message) => {
    const ended = await through(breakage, ...more, '-o', 'json');
    expect(errorOf(ended)).toMatchObject({ code, exitCode: exit, message: expect.stringMatching(message) });
    expect([ended.exit, ended.out]).toEqual([exit, '']);
    expect(ended.had.filter((one) => !one.startsWith('GET '))).toEqual([]);
  });

  it('is down: not now, and nothing was sent', async () => {
    const api = await brokenApi(silent);
    await api.close();
    const ended = await journey.psyctlWith({ env: { PSYCTL_API_URL: api.url } }, ...SHARE);
    expect(ended.exit).toBe(9);
    expect(ended.err).toMatch(/^psyctl: 127\.0\.0\.1:\d+ can’t be reached \(ECONNREFUSED\)\n {2}try again later/);
  });

  it('in words: one sentence and what to do, and a stack only with --verbose', async () => {
    const ended = await through(HTML);
    expect(ended.err).toBe(
      'psyctl: the API answered text/html (200) where JSON was due\n' +
        '  is this the URL of the API, or does a sign-in page stand before it?\n',
    );
    const verbose = await through(HTML, '--verbose');
    expect(ended.err).not.toMatch(STACK);
    expect(verbose.err).toMatch(STACK);
  });
});

describe('an API that breaks when something is to be changed', () => {
  it.each<[string, Breakage, string[], number, string, string]>([
    ['answers HTML: nobody knows', HTML, [], 1, 'unknown', 'not-json'],
    ['contradicts its schema: nobody knows', CONTRADICTION, [], 1, 'unknown', 'contract-broken'],
    ['never answers: nobody knows', silent, ['--timeout', '0.2'], 9, 'unknown', 'outcome-unknown'],
    [
      'does not know the token any more',
      answering(401, 'application/problem+json', '{}'),
      [],
      4,
      'failed',
      'token-refused',
    ],
    ['wants no more requests now', LATER, [], 9, 'failed', 'rate-limited'],
  ])('%s', async (_, breakage, more, exit, status, code) => {
    const ended = await through(whenChanging(breakage), ...more, '-o', 'json');
    const [row] = jsonOf(ended).run.rows;
    expect([row.status, row.error.code]).toEqual([status, code]);
    expect(ended.exit).toBe(exit);
    expect(ended.err).not.toMatch(STACK);
    expect(await levelsOn(journey, 'R-1')).toEqual({ alice: 'owner', cleo: 'metadata' });
  });

  it('law 7: whose answer is lost is asked again with the same key, and nobody is written to twice', async () => {
    await fetch(`${journey.sandbox.url}/sandbox/faults`, {
      method: 'PUT',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ seed: 7, dropAfter: 0.5 }),
    });
    const wishes = ['R-2', '--with', ...['bob', 'dan', 'eve', 'fay'].map(address), '--access', 'read'];
    const ended = await journey.psyctlWith(
      { token: 'token-alice' },
      'record',
      'share',
      ...wishes,
      '--yes',
      '-o',
      'json',
    );
    await fetch(`${journey.sandbox.url}/sandbox/faults`, {
      method: 'PUT',
      headers: { 'Content-Type': 'application/json' },
      body: '{}',
    });
    const done = jsonOf(ended).run.rows.filter((row: { status: string }) => row.status === 'done').length;
    const mails = (await journey.outbox()).filter(
      ({ kind, about }) => kind === 'email' && about.resource === 'record:R-2',
    );
    expect(new Set(mails.map((mail) => mail.to)).size).toBe(mails.length);
    expect(mails.length).toBeGreaterThanOrEqual(done);
  });
});
