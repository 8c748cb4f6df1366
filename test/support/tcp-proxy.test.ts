import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { sandboxOf, type TestSandbox } from './sandbox.ts';
import { type Sharing, sharingThrough } from './sharing.ts';
import { CUTS, type Cut, cutsOf, type TcpProxy, tcpProxy } from './tcp-proxy.ts';
import { record, town } from './town.ts';

let test: TestSandbox;
let line: TcpProxy;
let alice: Sharing;

beforeAll(async () => {
  test = await sandboxOf(town([record('R-1')]));
  line = await tcpProxy(test.sandbox.url);
  alice = sharingThrough(line, test);
});
afterAll(async () => {
  await alice.connection.close();
  await line.close();
  await test.close();
});
beforeEach(() => alice.begin());

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
    expect(await alice.share()).toEqual([ended, done]);
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
