import { describe, expect, test } from 'vitest';
import type { Seen } from '../../src/api/index.ts';
import { getMe } from '../../src/contract/organization.ts';
import { setShare } from '../../src/contract/records.ts';
import { Failure } from '../../src/failures/failure.ts';
import { change, client, done, keyed } from './client.ts';
import { type Act, connected, failureOf, json, ME, problem, reset, serve, silence, text, told } from './support.ts';

/** A look that sees these, one after the other, the last for ever; `times` it was asked. */
function looking(...seen: (Seen | Error)[]) {
  const looked = { times: 0 };
  const look = async () => {
    const one = seen[Math.min(looked.times, seen.length - 1)] ?? 'cannot-tell';
    looked.times += 1;
    if (one instanceof Error) throw one;
    return one;
  };
  return { look, looked };
}

const doubtful: [string, Act][] = [
  ['a reset', reset],
  ['500', problem(500)],
  ['501', problem(501)],
  ['502 in HTML', text('<html>', 'text/html', 502)],
  ['a page', text('<html>', 'text/html')],
  ['a time-out', silence],
  ['409, still running', problem(409, { code: 'still-running' })],
];

describe('a change of unknown outcome that can be looked for', () => {
  test.each(doubtful)('after %s is done where it is seen, and is not sent again', async (_, act) => {
    const { change: send, had, slept } = await client([act, done], { timeoutMs: 50 });
    const { look, looked } = looking('done');
    const found = { found: true, status: null, body: undefined, etag: null, requestId: null };
    expect(await send(keyed, { look })).toEqual(found);
    expect([had.length, looked.times]).toEqual([1, 1]);
    expect(slept).toEqual([100]);
  });

  test.each(doubtful)('after %s is sent again where it is not seen, key or not', async (_, act) => {
    for (const request of [keyed, change]) {
      const { change: send, had, attempts } = await client([act, done], { timeoutMs: 50 });
      const { look, looked } = looking('not-done');
      expect(await send(request, { look })).toMatchObject({ status: 200, etag: '"2"' });
      expect([had.length, looked.times]).toEqual([2, 1]);
      expect(attempts.map(({ unknown, waitMs }) => [unknown, waitMs])).toEqual([
        [true, 100],
        [false, null],
      ]);
    }
  });

  test.each<[string, Seen | Error]>([
    ['nothing can be told', 'cannot-tell'],
    ['looking fails', new Failure('unreachable', { host: 'x', cause: 'ECONNREFUSED' })],
  ])('is sent again only with its key where %s', async (_, seen) => {
    const again = await client([reset, done]);
    expect((await again.change(keyed, looking(seen))).status).toBe(200);
    const once = await client([reset, done]);
    const failure = await failureOf(once.change(change, looking(seen)));
    expect(told(failure)).toEqual(['outcome-unknown', { cause: 'ECONNRESET' }]);
    expect(once.had).toHaveLength(1);
  });

  test('is looked for after the last attempt too', async () => {
    const made = await client([reset]);
    const four = looking('not-done', 'not-done', 'not-done', 'done');
    expect(await made.change(keyed, four)).toMatchObject({ found: true });
    expect([made.had.length, four.looked.times]).toEqual([4, 4]);
    const never = await client([reset]);
    const { host } = never;
    expect(told(await failureOf(never.change(change, looking('not-done'))))).toEqual([
      'unreachable',
      { host, cause: 'ECONNRESET' },
    ]);
    expect(never.had).toHaveLength(4);
  });

  test('is not settled by not being seen while the API is still at it', async () => {
    const { change: send, had } = await client([problem(409, { code: 'still-running' })]);
    expect(told(await failureOf(send(keyed, looking('not-done'))))).toEqual([
      'outcome-unknown',
      { cause: 'HTTP 409', how: 'still-running' },
    ]);
    expect(had).toHaveLength(4);
  });

  test('and is refused when sent again may have been made meanwhile: that is looked for', async () => {
    const refusals: Act[] = [problem(422, { rule: 'T3' }), problem(412), problem(404)];
    for (const refusal of refusals) {
      const { change: send } = await client([silence, refusal], { timeoutMs: 50 });
      expect(await send(change, looking('not-done', 'done'))).toMatchObject({ found: true });
      const refused = await client([silence, refusal], { timeoutMs: 50 });
      const failure = await failureOf(refused.change(change, looking('not-done')));
      expect(['refused', 'stale', 'not-found']).toContain(failure.code);
    }
  });

  test('is not looked for when it is answered, put off, or was never in doubt', async () => {
    const { look, looked } = looking('done');
    const { change: send } = await client([problem(429, {}, { 'Retry-After': '1' }), problem(422)]);
    expect((await failureOf(send(change, { look }))).code).toBe('refused');
    expect(looked.times).toBe(0);
  });

  test.each(['before', 'while'])('stays unknown when stopped %s looking', async (when) => {
    const stop = new AbortController();
    const { change: send, had } = await client([reset]);
    const look = async (): Promise<Seen> => {
      stop.abort(new Error('stopped'));
      throw stop.signal.reason;
    };
    const onAttempt = () => when === 'before' && stop.abort(new Error('stopped'));
    const failure = await failureOf(send(keyed, { look, onAttempt, stopping: stop.signal }));
    expect(told(failure)).toEqual(['outcome-unknown', { cause: 'ECONNRESET' }]);
    expect(had).toHaveLength(1);
  });
});

test('looking never waits for a place that changes hold', async () => {
  let cut = 0;
  const { url, had } = await serve((response, one) => {
    if (one.method === 'GET') return json(ME)(response, one);
    cut += 1;
    return (cut <= 2 ? reset : done)(response, one);
  });
  const { reader, changer } = connected(url, { concurrency: 2 });
  const look = async (): Promise<Seen> => {
    await reader.read(getMe);
    return 'not-done';
  };
  await Promise.all([1, 2].map(() => changer.change(setShare, { ...change, look })));
  expect(had.map(({ method }) => method).sort()).toEqual(['GET', 'GET', 'PUT', 'PUT', 'PUT', 'PUT']);
});
