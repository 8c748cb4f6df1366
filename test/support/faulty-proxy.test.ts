import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { listRecords } from '../../src/contract/records.ts';
import { all } from '../../src/reading/take.ts';
import { FATES, type Fate, fatesOf, putsOff } from './fates.ts';
import { type FaultyProxy, faultyProxy } from './faulty-proxy.ts';
import { sandboxOf, type TestSandbox } from './sandbox.ts';
import { type Sharing, sharingThrough } from './sharing.ts';
import { record, town } from './town.ts';

let test: TestSandbox;
let proxy: FaultyProxy;
let alice: Sharing;

beforeAll(async () => {
  test = await sandboxOf(town([record('R-1'), record('R-2')]));
  proxy = await faultyProxy(test.sandbox.url);
  alice = sharingThrough(proxy, test);
});
afterAll(async () => {
  await alice.connection.close();
  await proxy.close();
  await test.close();
});
beforeEach(() => alice.begin());

describe('a faulty proxy', () => {
  it.each<[string, Fate, string, boolean]>([
    ['passes', FATES.passes, 'done', true],
    ['dropsBefore', FATES.dropsBefore, 'outcome-unknown', false],
    ['dropsAfter', FATES.dropsAfter, 'outcome-unknown', true],
    ['tears', FATES.tears, 'outcome-unknown', true],
    ['fails', FATES.fails, 'outcome-unknown', false],
    ['failsAfter', FATES.failsAfter, 'outcome-unknown', true],
    ['page', FATES.page, 'not-json', false],
    ['pageAfter', FATES.pageAfter, 'not-json', true],
    ['putsOff', putsOff(7200), 'rate-limited', false],
  ])('%s', async (_, fate, ended, done) => {
    proxy.meddle({ before: () => fate });
    expect(await alice.share()).toEqual([ended, done]);
  });

  it.each([undefined, 1])('gives the cursor that was asked for, over and over (pages of %s)', async (limit) => {
    proxy.meddle({ before: () => FATES.sameCursor });
    const listing = all(alice.connection.reader.list(listRecords, { query: { limit } }));
    await expect(listing).rejects.toMatchObject({ code: 'repeated-cursor' });
  });

  it('counts what passes, tells before and after it, and holds the answer back meanwhile', async () => {
    const told: string[] = [];
    const begun = proxy.had.length;
    const done = async () => (await test.world()).records.some(({ shares }) => shares.length > 0);
    proxy.meddle({
      before: async ({ n, method }) => void told.push(`before ${n - begun} ${method} ${await done()}`),
      after: async ({ n, method }) => void told.push(`after ${n - begun} ${method} ${await done()}`),
    });
    expect(await alice.share()).toEqual(['done', true]);
    expect(told).toEqual(['before 1 PUT false', 'after 1 PUT true']);
    expect(proxy.had.at(-1)).toMatchObject({ path: alice.path(), method: 'PUT' });
  });

  it('draws the same fates for the same seed, as often as it is told', () => {
    const rates = { dropsBefore: 0.2, putsOff: 0.1, page: 0.1, upToMs: 5 };
    const drawn = (seed: number) => {
      const draw = fatesOf(seed, rates);
      return Array.from({ length: 1000 }, draw);
    };
    expect(drawn(7)).toEqual(drawn(7));
    expect(drawn(7)).not.toEqual(drawn(8));
    const passed = drawn(7).filter((fate) => fate.gets === 'answer').length;
    expect(passed).toBeGreaterThan(500);
    expect(passed).toBeLessThan(700);
  });
});
