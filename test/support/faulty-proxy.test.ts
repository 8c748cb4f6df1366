import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Connection, connect } from '../../src/api/index.ts';
import { listMembers } from '../../src/contract/members.ts';
import { listRecords, setShare } from '../../src/contract/records.ts';
import { Failure } from '../../src/failures/failure.ts';
import { all } from '../../src/reading/take.ts';
import { FATES, type Fate, fatesOf, putsOff } from './fates.ts';
import { type FaultyProxy, faultyProxy } from './faulty-proxy.ts';
import { sandboxOf, type TestSandbox } from './sandbox.ts';
import { address, record, town } from './town.ts';

let test: TestSandbox;
let proxy: FaultyProxy;
let connection: Connection;
let ids: { record: string; bob: string };

beforeAll(async () => {
  test = await sandboxOf(town([record('R-1'), record('R-2')]));
  proxy = await faultyProxy(test.sandbox.url);
  const persistence = { attempts: 1, putOffs: 0 };
  connection = connect({ url: proxy.url, token: 'token-alice', env: {}, persistence });
});
afterAll(async () => {
  await connection.close();
  await proxy.close();
  await test.close();
});
beforeEach(async () => {
  await fetch(`${proxy.url}/sandbox/reset`, { method: 'POST' });
  proxy.meddle();
  const [first] = await all(connection.reader.listByFilter(listRecords, 'number', ['R-1']));
  const [bob] = await all(connection.reader.listByFilter(listMembers, 'email', [address('bob')]));
  ids = { record: first?.id ?? '', bob: bob?.id ?? '' };
});

/** Shares R-1 with Bob: how that ended for whoever asked, and whether it was done. */
async function sharing(): Promise<[string, boolean]> {
  const ended = await connection.changer
    .change(setShare, { params: { id: ids.record, granteeId: ids.bob }, body: { access: 'read' } })
    .then(
      () => 'done',
      (error) => {
        if (error instanceof Failure) return error.code;
        throw error;
      },
    );
  const { records } = await test.world();
  const shares = records.find(({ number }) => number === 'R-1')?.shares ?? [];
  return [ended, shares.some((share) => share.with === address('bob'))];
}

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
    expect(await sharing()).toEqual([ended, done]);
  });

  it.each([undefined, 1])('gives the cursor that was asked for, over and over (pages of %s)', async (limit) => {
    proxy.meddle({ before: () => FATES.sameCursor });
    const listing = all(connection.reader.list(listRecords, { query: { limit } }));
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
    expect(await sharing()).toEqual(['done', true]);
    expect(told).toEqual(['before 1 PUT false', 'after 1 PUT true']);
    expect(proxy.had.at(-1)).toMatchObject({ path: `/v1/records/${ids.record}/shares/${ids.bob}`, method: 'PUT' });
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
