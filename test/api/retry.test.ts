import { describe, expect, test } from 'vitest';
import type { Attempt } from '../../src/api/index.ts';
import { getMe } from '../../src/contract/organization.ts';
import { setShare } from '../../src/contract/records.ts';
import { change, client, done, keyed, nobody, SHARE } from './client.ts';
import { type Act, connected, failureOf, json, ME, problem, reset, silence, text, told } from './support.ts';

describe('a read', () => {
  test.each([
    ['a reset', reset],
    ['500', problem(500)],
    ['502 in HTML', text('<html>', 'text/html', 502)],
    ['503', problem(503)],
    ['504', problem(504)],
    ['408', problem(408)],
    ['a page where data was due', text('<html>', 'text/html')],
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

  const doubtful: [string, Act, string, string | undefined][] = [
    ['a reset', reset, 'ECONNRESET', undefined],
    ['500', problem(500), 'HTTP 500', 'server-error'],
    ['502', text('<html>', 'text/html', 502), 'HTTP 502', 'server-error'],
    ['503 that does not say when', problem(503), 'HTTP 503', 'server-error'],
    ['a time-out', silence, 'UND_ERR_HEADERS_TIMEOUT', 'timed-out'],
  ];
  test.each(doubtful)(
    'after %s has an unknown outcome, and is not sent again without idempotency',
    async (_, act, cause, how) => {
      for (const request of [change, { ...keyed, idempotent: false }]) {
        const { change: send, had } = await client([act, done], { timeoutMs: 50 });
        expect(told(await failureOf(send(request)))).toEqual(['outcome-unknown', { cause, how }]);
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

  test('after a page where an answer was due nobody knows; it is sent again with its key, or not at all', async () => {
    const page = text('<html>', 'text/html');
    const again = await client([page, done]);
    expect((await again.change(keyed)).status).toBe(200);
    const once = await client([page, done]);
    expect(told(await failureOf(once.change(change)))).toEqual(['not-json', { status: 200, contentType: 'text/html' }]);
    expect(once.had).toHaveLength(1);
    expect(once.attempts.map((attempt) => attempt.unknown)).toEqual([true]);
  });

  test('that the server did not wait for was not made, and is sent again, key or not', async () => {
    const { change: send, had } = await client([problem(408), done]);
    expect((await send(change)).status).toBe(200);
    expect(had).toHaveLength(2);
  });

  test('tells of each attempt how it ended: answered, broken off, timed out', async () => {
    const { change: send, attempts } = await client([problem(500), reset, silence, done], { timeoutMs: 50 });
    await send(keyed);
    expect(attempts.map(({ how, outcome }) => [how, outcome])).toEqual([
      ['answered', 500],
      ['broken-off', 'ECONNRESET'],
      ['timed-out', 'UND_ERR_HEADERS_TIMEOUT'],
      ['answered', 200],
    ]);
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
    ['it is put off for too long', problem(429, {}, { 'Retry-After': '7200' })],
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

  test.each<[string, Act, string]>([
    ['its answer counts', done, 'done'],
    ['what is in doubt stays so', reset, 'outcome-unknown'],
    ['what was put off is not sent', problem(429, {}, { 'Retry-After': '600' }), 'stopped'],
  ])('stopped in its waiting alone is heard to its end: %s', async (_, act, end) => {
    const stop = new AbortController();
    const { change: send, had } = await client([
      (response, one) => {
        stop.abort(new Error('stopped'));
        act(response, one);
      },
      done,
    ]);
    const ended = await send(keyed, { stopping: stop.signal }).then(
      () => 'done',
      (error: Error) => error.message,
    );
    expect([ended, had.length]).toEqual([end, 1]);
  });
});
