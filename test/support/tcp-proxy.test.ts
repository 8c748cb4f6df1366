import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Connection, connect } from '../../src/api/index.ts';
import { listMembers } from '../../src/contract/members.ts';
import { listRecords, setShare } from '../../src/contract/records.ts';
import { Failure } from '../../src/failures/failure.ts';
import { all } from '../../src/reading/take.ts';
import { sandboxOf, type TestSandbox } from './sandbox.ts';
import { CUTS, type Cut, cutsOf, type TcpProxy, tcpProxy } from './tcp-proxy.ts';
import { address, record, town } from './town.ts';

let test: TestSandbox;
let line: TcpProxy;
let connection: Connection;
let ids: { record: string; bob: string };

beforeAll(async () => {
  test = await sandboxOf(town([record('R-1')]));
  line = await tcpProxy(test.sandbox.url);
  const persistence = { attempts: 1, putOffs: 0 };
  connection = connect({ url: line.url, token: 'token-alice', env: {}, persistence });
});
afterAll(async () => {
  await connection.close();
  await line.close();
  await test.close();
});
beforeEach(async () => {
  line.meddle();
  await fetch(`${test.sandbox.url}/sandbox/reset`, { method: 'POST' });
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
  return [ended, records.some(({ shares }) => shares.some((share) => share.with === address('bob')))];
}

describe('a TCP proxy', () => {
  it.each<[Cut | 'lets through', string, boolean]>([
    ['lets through', 'done', true],
    ['drops', 'outcome-unknown', false],
    ['cutsRequest', 'outcome-unknown', false],
    ['swallowsAnswer', 'outcome-unknown', true],
    ['cutsAnswer', 'outcome-unknown', true],
    ['delays', 'done', true],
  ])('%s', async (cut, ended, done) => {
    const counted = { ...line.cuts };
    line.meddle(() => CUTS.find((name) => name === cut));
    expect(await sharing()).toEqual([ended, done]);
    for (const name of CUTS) expect(line.cuts[name] - counted[name]).toBe(name === cut ? 1 : 0);
  });

  it('draws the same cuts for the same seed, each about as often', () => {
    const drawn = (seed: number) => {
      const draw = cutsOf(seed, 0.1);
      return Array.from({ length: 2000 }, draw);
    };
    expect(drawn(7)).toEqual(drawn(7));
    expect(drawn(7)).not.toEqual(drawn(8));
    for (const name of [...CUTS, undefined]) {
      const often = drawn(7).filter((cut) => cut === name).length;
      expect(Math.abs(often - (name ? 200 : 1000))).toBeLessThan(100);
    }
  });
});
