import { createServer } from 'node:net';
import { describe, expect, test } from 'vitest';
import type { Attempt, ConnectOptions } from '../../src/api/index.ts';
import { getMe } from '../../src/contract/organization.ts';
import { setShare } from '../../src/contract/records.ts';
import {
  type Act,
  connected,
  failureOf,
  fakeTools,
  json,
  ME,
  problem,
  reset,
  serve,
  silence,
  text,
  told,
} from './support.ts';

const SHARE = { grantee: { type: 'team', id: 't-1', name: 'North' }, access: 'read', requireApproval: false };
const done = json(SHARE, 200, { ETag: '"2"' });
const change = { params: { id: 'r-1', granteeId: 't-1' }, body: { access: 'read' } } as const;
const keyed = { ...change, idempotencyKey: '01J0000000000000000000000', idempotent: true };

/** A client of a server that does these acts, with everything that can be seen of it. */
async function client(acts: Act[], options: Partial<ConnectOptions> = {}) {
  const { url, had } = await serve(...acts);
  const tools = fakeTools();
  const attempts: Attempt[] = [];
  const onAttempt = (attempt: Attempt) => void attempts.push(attempt);
  const { reader, changer } = connected(url, { tools, ...options });
  return {
    had,
    host: new URL(url).host,
    slept: tools.slept,
    attempts,
    read: (more = {}) => reader.read(getMe, { onAttempt, ...more }),
    change: (request: typeof keyed | typeof change, more = {}) =>
      changer.change(setShare, { ...request, onAttempt, ...more }),
  };
}

/** An address nobody listens at. */
async function nobody(): Promise<string> {
  const server = createServer();
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as { port: number };
  await new Promise((closed) => server.close(closed));
  return `http://127.0.0.1:${port}`;
}

describe('a read', () => {
  test.each([
    ['a reset', reset],
    ['500', problem(500)],
    ['502 in HTML', text('<html>', 'text/html', 502)],
    ['503', problem(503)],
    ['504', problem(504)],
  ])('is asked again after %s, waiting longer each time', async (_, act) => {
    const { read, had, slept } = await client([act, act, act, json(ME)]);
    expect((await read()).body).toEqual(ME);
    expect(had).toHaveLength(4);
    expect(slept).toEqual([100, 200, 400]);
  });

  test('is given up after four attempts, each of them told', async () => {
    const { read, had, attempts } = await client([problem(503)]);
    expect((await failureOf(read())).code).toBe('server-error');
    expect(had).toHaveLength(4);
    expect(attempts.map(({ attempt, outcome, waitMs }) => [attempt, outcome, waitMs])).toEqual([
      [1, 503, 100],
      [2, 503, 200],
      [3, 503, 400],
      [4, 503, null],
    ]);
  });

  test('of a server that resets every time is unreachable', async () => {
    const { read, host } = await client([reset]);
    expect(told(await failureOf(read()))).toEqual(['unreachable', { host, cause: 'ECONNRESET' }]);
  });

  test('of a server that is down is unreachable', async () => {
    const url = await nobody();
    const failure = await failureOf(connected(url).reader.read(getMe));
    expect(told(failure)).toEqual(['unreachable', { host: new URL(url).host, cause: 'ECONNREFUSED' }]);
  });

  test('of a name nobody has is unreachable', async () => {
    const failure = await failureOf(connected('http://psylio.invalid').reader.read(getMe));
    expect(failure.details).toMatchObject({ cause: expect.stringMatching(/^(ENOTFOUND|EAI_AGAIN)$/) });
  });

  test('of a slow server is asked again, then timed out', async () => {
    const { read, had, host } = await client([silence], { timeoutMs: 50, persistence: { attempts: 2 } });
    expect(told(await failureOf(read()))).toEqual(['timed-out', { host, seconds: 0.05 }]);
    expect(had).toHaveLength(2);
  });

  test('is not asked again where the answer is definite', async () => {
    const { read, had } = await client([problem(404)]);
    await failureOf(read());
    expect(had).toHaveLength(1);
  });

  test('ends when it is stopped, with the reason', async () => {
    const stop = new AbortController();
    const { read } = await client([() => stop.abort(new Error('stopped'))]);
    await expect(read({ signal: stop.signal })).rejects.toThrow('stopped');
  });
});

describe('a server that asks to wait', () => {
  test.each([
    ['seconds', { 'Retry-After': '7' }],
    [
      'a date, by its own clock',
      { 'Retry-After': 'Mon, 02 Nov 2026 12:00:07 GMT', Date: 'Mon, 02 Nov 2026 12:00:00 GMT' },
    ],
  ])('in %s is given all of it, and some jitter', async (_, headers) => {
    const { read, slept } = await client([problem(429, {}, headers), json(ME)]);
    await read();
    expect(slept).toHaveLength(1);
    expect(slept[0]).toBeGreaterThan(7000);
    expect(slept[0]).toBeLessThan(8000);
  });

  test('is waited for by 503 too', async () => {
    const { change: send, slept } = await client([problem(503, {}, { 'Retry-After': '3' }), done]);
    await send(change);
    expect(slept[0]).toBeGreaterThan(3000);
  });

  test('is waited for by every worker', async () => {
    const tools = fakeTools();
    const sentAt: number[] = [];
    const start = tools.now();
    const limited = problem(429, {}, { 'Retry-After': '9' });
    const { url, had } = await serve((response, one) => {
      sentAt.push(tools.now() - start);
      (sentAt.length === 1 ? limited : json(ME))(response, one);
    });
    const { reader } = connected(url, { tools, concurrency: 1 });
    await Promise.all([reader.read(getMe), reader.read(getMe), reader.read(getMe)]);
    expect(had).toHaveLength(4);
    expect(sentAt[0]).toBe(0);
    for (const at of sentAt.slice(1)) expect(at).toBeGreaterThan(9000);
  });

  test('longer than we do is not waited for', async () => {
    const { read, had, host } = await client([problem(429, {}, { 'Retry-After': '61' })]);
    expect(told(await failureOf(read()))).toEqual(['rate-limited', { host, seconds: 61 }]);
    expect(had).toHaveLength(1);
  });

  test('without saying how long is asked again all the same', async () => {
    const { read, had } = await client([problem(429), problem(429, {}, { 'Retry-After': 'soon' }), json(ME)]);
    await read();
    expect(had).toHaveLength(3);
  });

  test('more often than four times is still waited for, but not for ever', async () => {
    const limited = problem(429, {}, { 'Retry-After': '1' });
    const patient = await client([...Array<Act>(6).fill(limited), json(ME)]);
    await patient.read();
    expect(patient.had).toHaveLength(7);
    const endless = await client([limited]);
    expect((await failureOf(endless.read())).code).toBe('rate-limited');
    expect(endless.had).toHaveLength(21);
  });
});

describe('a change', () => {
  test('is sent with its key, its condition and its body, and gives the new etag', async () => {
    const { change: send, had } = await client([done]);
    const changed = await send(keyed, { ifMatch: '"1"', actAs: 'm-9', reason: 'why' });
    expect(changed).toEqual({ status: 200, body: SHARE, etag: '"2"', requestId: 'req-1' });
    expect(had[0]).toMatchObject({ method: 'PUT', url: '/v1/records/r-1/shares/t-1', body: '{"access":"read"}' });
    const headers = { 'if-match': '"1"', 'act-as': 'm-9', 'audit-reason': 'why', 'content-type': 'application/json' };
    expect(had[0]?.headers).toMatchObject({ ...headers, 'idempotency-key': keyed.idempotencyKey });
  });

  test('put off by 429 is sent again, key or not', async () => {
    const { change: send, had } = await client([problem(429, {}, { 'Retry-After': '1' }), done]);
    await send(change);
    expect(had).toHaveLength(2);
  });

  test('that never left is tried again, then unreachable', async () => {
    const attempts: Attempt[] = [];
    const url = await nobody();
    const onAttempt = (attempt: Attempt) => void attempts.push(attempt);
    const failure = await failureOf(connected(url).changer.change(setShare, { ...change, onAttempt }));
    expect(failure.code).toBe('unreachable');
    expect(attempts.map(({ outcome, unknown }) => [outcome, unknown])).toEqual(Array(4).fill(['ECONNREFUSED', false]));
  });

  const doubtful: [string, Act, string][] = [
    ['a reset', reset, 'ECONNRESET'],
    ['500', problem(500), 'HTTP 500'],
    ['502', text('<html>', 'text/html', 502), 'HTTP 502'],
    ['503 that does not say when', problem(503), 'HTTP 503'],
    ['a time-out', silence, 'UND_ERR_HEADERS_TIMEOUT'],
  ];
  test.each(doubtful)(
    'after %s has an unknown outcome, and is not sent again without idempotency',
    async (_, act, cause) => {
      for (const request of [change, { ...keyed, idempotent: false }]) {
        const { change: send, had } = await client([act, done], { timeoutMs: 50 });
        expect(told(await failureOf(send(request)))).toEqual(['outcome-unknown', { cause }]);
        expect(had).toHaveLength(1);
      }
    },
  );
  test.each(doubtful)('after %s is sent again with the same key where the API knows keys', async (_, act) => {
    const { change: send, had, attempts } = await client([act, done], { timeoutMs: 50 });
    expect((await send(keyed)).status).toBe(200);
    expect(had.map((one) => one.headers['idempotency-key'])).toEqual(Array(2).fill(keyed.idempotencyKey));
    expect(attempts.map((attempt) => attempt.unknown)).toEqual([true, false]);
  });

  test('still running under the same key is waited for, then unknown', async () => {
    const running = problem(409, { code: 'still-running' });
    const waited = await client([running, done]);
    expect((await waited.change(keyed)).status).toBe(200);
    const endless = await client([running]);
    expect((await failureOf(endless.change(keyed))).code).toBe('outcome-unknown');
    expect(endless.had).toHaveLength(4);
  });

  test.each([
    ['the token is refused', problem(401)],
    ['it is put off for too long', problem(429, {}, { 'Retry-After': '3600' })],
  ])('stays unknown when, looking again, %s', async (_, act) => {
    const { change: send } = await client([reset, act]);
    expect(told(await failureOf(send(keyed)))).toEqual(['outcome-unknown', { cause: 'ECONNRESET' }]);
  });

  test('is settled by a definite answer to a later attempt', async () => {
    const { change: send } = await client([reset, problem(422, { rule: 'S2' })]);
    expect((await failureOf(send(keyed))).rule).toBe('S2');
  });

  test('stopped on its way has an unknown outcome; stopped before, it was never sent', async () => {
    const stop = new AbortController();
    const { change: send, had } = await client([() => stop.abort(new Error('stopped'))]);
    expect(told(await failureOf(send(keyed, { signal: stop.signal })))).toEqual([
      'outcome-unknown',
      { cause: 'aborted' },
    ]);
    await expect(send(keyed, { signal: stop.signal })).rejects.toThrow('stopped');
    expect(had).toHaveLength(1);
  });
});

test('a rate spaces the requests of all workers', async () => {
  const { read, slept, had } = await client([json(ME)], { rate: 4, concurrency: 1 });
  await Promise.all([read(), read(), read()]);
  expect(had).toHaveLength(3);
  expect(slept).toEqual([250, 250]);
});
