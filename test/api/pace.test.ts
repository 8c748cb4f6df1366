import { expect, test } from 'vitest';
import { type Pause, paceOf } from '../../src/api/pace.ts';
import { fakeTools } from './support.ts';

test('a pause holds up whoever asks, those put off more often for less long', async () => {
  const tools = fakeTools();
  const pace = paceOf(undefined, tools);
  await pace.turn(0);
  pace.pause(5000, 429);
  await Promise.all([pace.turn(0), pace.turn(3)]);
  const [newcomer, refused] = tools.slept as [number, number];
  expect(refused).toBeGreaterThan(5000);
  expect(newcomer).toBeGreaterThan(refused);
});

test('a shorter pause does not end a longer one', async () => {
  const tools = fakeTools();
  const pace = paceOf(undefined, tools);
  pace.pause(5000, 429);
  pace.pause(10, 429);
  await pace.turn(0);
  expect(tools.slept[0]).toBeGreaterThan(5000);
});

test('a rate leaves the same time between turns, and saves nothing up', async () => {
  const tools = fakeTools();
  const pace = paceOf(10, tools);
  await pace.turn(0);
  await tools.sleep(1000);
  tools.slept.length = 0;
  for (let turn = 0; turn < 3; turn += 1) await pace.turn(0);
  expect(tools.slept).toEqual([100, 100]);
});

test('who is stopped waits no longer', async () => {
  const pace = paceOf(undefined, fakeTools());
  pace.pause(5000, 429);
  const stop = new AbortController();
  const turn = pace.turn(0, stop.signal);
  stop.abort(new Error('stopped'));
  await expect(turn).rejects.toThrow('stopped');
});

test('one pause of many workers is told once; again where it turns out longer, and of the next one', async () => {
  const tools = fakeTools();
  const told: Pause[] = [];
  const pace = paceOf(undefined, tools, (pause) => told.push(pause));
  pace.pause(5000, 429);
  // Servers count in whole seconds.
  for (const ms of [5000, 5400, 4000, 6000]) pace.pause(ms, 429);
  expect(told).toEqual([{ ms: 5000, cause: 429 }]);
  pace.pause(60_000, 503);
  await pace.turn(0);
  pace.pause(1000, 429);
  expect(told.slice(1)).toEqual([
    { ms: 60_000, cause: 503 },
    { ms: 1000, cause: 429 },
  ]);
});

test('pauses are counted until somebody is let through', async () => {
  const pace = paceOf(undefined, fakeTools());
  for (let round = 1; round <= 3; round += 1) {
    for (let worker = 0; worker < 8; worker += 1) pace.pause(1000, 429);
    expect(pace.pauses).toBe(round);
    await pace.turn(round);
  }
  pace.letThrough();
  expect(pace.pauses).toBe(0);
});
