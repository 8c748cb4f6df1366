import { expect, test } from 'vitest';
import { paceOf } from '../../src/api/pace.ts';
import { fakeTools } from './support.ts';

test('a pause holds up whoever asks, those put off more often for less long', async () => {
  const tools = fakeTools();
  const pace = paceOf(undefined, tools);
  await pace.turn(0);
  pace.pause(5000);
  await Promise.all([pace.turn(0), pace.turn(3)]);
  const [newcomer, refused] = tools.slept as [number, number];
  expect(refused).toBeGreaterThan(5000);
  expect(newcomer).toBeGreaterThan(refused);
});

test('a shorter pause does not end a longer one', async () => {
  const tools = fakeTools();
  const pace = paceOf(undefined, tools);
  pace.pause(5000);
  pace.pause(10);
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
  pace.pause(5000);
  const stop = new AbortController();
  const turn = pace.turn(0, stop.signal);
  stop.abort(new Error('stopped'));
  await expect(turn).rejects.toThrow('stopped');
});
