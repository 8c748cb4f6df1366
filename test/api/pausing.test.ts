import { describe, expect, test } from 'vitest';
import type { Attempt, Pause } from '../../src/api/index.ts';
import { realTools } from '../../src/api/tools.ts';
import { getMe } from '../../src/contract/organization.ts';
import { change, client, done } from './client.ts';
import { type Act, connected, failureOf, fakeTools, json, ME, problem, serve, told } from './support.ts';

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

  test('for an hour is waited for; longer, nobody means it', async () => {
    const hour = await client([problem(429, {}, { 'Retry-After': '3600' }), json(ME)]);
    await hour.read();
    expect(hour.slept[0]).toBeGreaterThan(3_600_000);
    const { read, had, host, pauses } = await client([problem(429, {}, { 'Retry-After': '3601' })]);
    expect(told(await failureOf(read()))).toEqual(['rate-limited', { host, seconds: 3601 }]);
    expect(had).toHaveLength(1);
    expect(pauses).toEqual([]);
  });

  test('is told once of what all workers are asked, with the status that asked', async () => {
    const pauses: Pause[] = [];
    const held: (() => void)[] = [];
    const { url, had } = await serve((response, one) => {
      if (had.length > 8) return json(ME)(response, one);
      held.push(() => problem(429, {}, { 'Retry-After': '0.5' })(response, one));
      if (had.length === 8) for (const answer of held) answer();
    });
    const { reader } = connected(url, { tools: realTools, onPause: (pause) => pauses.push(pause) });
    await Promise.all(Array.from({ length: 8 }, () => reader.read(getMe)));
    expect(pauses).toEqual([{ ms: 500, cause: 429 }]);
  });

  test('is left at once by whoever is stopped', async () => {
    const { read, had } = await client([problem(429, {}, { 'Retry-After': '600' })], { tools: realTools });
    const stop = new AbortController();
    const reading = read({
      signal: stop.signal,
      onAttempt: () => void setImmediate(() => stop.abort(new Error('stopped'))),
    });
    await expect(reading).rejects.toThrow('stopped');
    expect(had).toHaveLength(1);
  });

  test('and lets one of ten through is waited for by all, however often each was put off', async () => {
    const limited = problem(429, {}, { 'Retry-After': '1' });
    const { url, had } = await serve((response, one) => (had.length % 10 === 0 ? json(ME) : limited)(response, one));
    const putOffs: number[] = [];
    const { reader } = connected(url, { concurrency: 40 });
    const onAttempt = ({ attempt }: Attempt) => void putOffs.push(attempt - 1);
    await Promise.all(Array.from({ length: 40 }, () => reader.read(getMe, { onAttempt })));
    // The last one is put off so often that it would be given up, had nobody else got through.
    expect(Math.max(...putOffs)).toBeGreaterThan(20);
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

test('a rate spaces the requests of all workers', async () => {
  const { read, slept, had } = await client([json(ME)], { rate: 4, concurrency: 1 });
  await Promise.all([read(), read(), read()]);
  expect(had).toHaveLength(3);
  expect(slept).toEqual([250, 250]);
});
