import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Ended, type Journey, type Json, journeyIn } from '../support/cli.ts';
import { FATES, type Fate, putsOff } from '../support/fates.ts';
import { type FaultyProxy, faultyProxy, type Passing } from '../support/faulty-proxy.ts';
import { jsonOf, levelsOn } from '../support/seen.ts';
import { address, record, town } from '../support/town.ts';

const RECORDS = Array.from({ length: 12 }, (_, n) => `R-${n + 1}`);

let journey: Journey;
let proxy: FaultyProxy;
beforeAll(async () => {
  journey = await journeyIn(town(RECORDS.map((number) => record(number))));
  proxy = await faultyProxy(journey.sandbox.url);
});
afterAll(async () => {
  await proxy.close();
  await journey.close();
});

/** What the sandbox is to get wrong from now on. */
const faults = (told: object) =>
  fetch(`${journey.sandbox.url}/sandbox/faults`, {
    method: 'PUT',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(told),
  });
const alice = (url: string, ...args: string[]): Promise<Ended> =>
  journey.psyctlWith({ token: 'token-alice', env: { PSYCTL_API_URL: url } }, ...args);
const sharing = (name: string, access: string) =>
  ['record', 'share', ...RECORDS, '--with', address(name), '--access', access, '--yes'] as const;
const shown = async (): Promise<Json> => jsonOf(await alice(journey.sandbox.url, 'run', 'show', 'last', '-o', 'json'));

/** What is met: the first five changes each meet one of these at their first attempt; then one look at how it came out. */
const FATES_MET: readonly (readonly [Fate, number | string])[] = [
  [FATES.fails, 500],
  [putsOff(1), 429],
  [FATES.dropsBefore, 'ECONNRESET'],
  [FATES.dropsAfter, 'ECONNRESET'],
  [FATES.failsAfter, 502],
];

/** Has psyctl meet them, and gives what it met by then. */
function meetOnce() {
  const met: { method: string; cause: number | string }[] = [];
  const seen = new Set<string>();
  const left = [...FATES_MET];
  let looks = 0;
  const meets = ({ method, path }: Passing) => {
    if (method === 'GET') return seen.size > 0 && path === '/v1/access' && looks++ === 0 ? FATES_MET[0] : undefined;
    const first = !seen.has(path);
    seen.add(path);
    return first ? left.shift() : undefined;
  };
  proxy.meddle({
    before(passing) {
      const [fate, cause] = meets(passing) ?? [];
      if (cause !== undefined) met.push({ method: passing.method, cause });
      return fate;
    },
  });
  return met;
}

describe('every retry and every pause can be read from run show', () => {
  it('exactly those that were met on the way, each with its cause, by row, by what was read', async () => {
    await faults({ disable: ['batch'] });
    const met = meetOnce();
    const ended = await alice(proxy.url, ...sharing('bob', 'read'), '-o', 'json');
    expect([ended.exit, jsonOf(ended).run.totals.done]).toEqual([0, RECORDS.length]);

    const run = await shown();
    const causes = (of: Json[]) => of.map(({ outcome }) => outcome).sort();
    const wanted = (reading: boolean) =>
      met.flatMap(({ method, cause }) => ((method === 'GET') === reading ? [cause] : [])).sort();
    expect(met).toHaveLength(6);
    expect(causes(run.rows.flatMap((row: Json) => row.retries))).toEqual(wanted(false));
    expect(causes(run.reads)).toEqual(wanted(true));
    expect(run.reads[0].of).toBe('GET /v1/access');
    expect(run.pauses.map(({ cause }: Json) => cause)).toEqual([429]);
    expect(run.pauses[0].ms).toBe(1000);
    // Done, though no answer came: found by looking, and not sent twice.
    expect(run.rows.filter(({ found }: Json) => found).length).toBeGreaterThanOrEqual(1);

    const text = (await alice(proxy.url, 'run', 'show', 'last')).out;
    expect(text).toContain('5 retries (');
    for (const kind of ['429: 1', 'ECONNRESET: 2', '500: 1', '502: 1']) expect(text).toContain(kind);
    expect(text).toContain('GET /v1/access  500: 1');
    expect(text).toContain('1 pause of all that was sent');
    expect(text).toMatch(/\d:\d\d:\d\d\S*( [ap]\.m\.)? {2}1 s, asked for with 429/);
  });

  it('as many as the sandbox itself gets wrong: limits with Retry-After, failures, drops before and after', async () => {
    const seed = 20;
    await faults({
      seed,
      errorRate: 0.1,
      dropBefore: 0.05,
      dropAfter: 0.05,
      rateLimit: { requests: 15, perSeconds: 1 },
      disable: ['batch'],
    });
    proxy.meddle();
    const before = proxy.had.length;
    const ended = await alice(proxy.url, ...sharing('dan', 'write'), '--concurrency', '2', '-o', 'json');
    await faults({});
    expect(ended.exit, `seed ${seed}: ${ended.err}`).toBe(0);
    const run = await shown();
    const retries = run.rows.flatMap((row: Json) => row.retries);
    const found = run.rows.filter((row: Json) => row.found).length;
    const writes = proxy.had.slice(before).filter(({ method }) => method !== 'GET').length;
    // Each retry is another request, but for those a look settled.
    expect(retries.length).toBeGreaterThan(0);
    expect(writes).toBe(RECORDS.length + retries.length - found);
    expect(run.pauses.length).toBeGreaterThan(0);
    expect(run.pauses.every(({ cause, ms }: Json) => cause === 429 && ms > 0)).toBe(true);
    expect(new Set([...retries, ...run.reads].map(({ outcome }: Json) => outcome)).size).toBeGreaterThan(1);
    for (const number of RECORDS) expect(await levelsOn(journey, number)).toMatchObject({ bob: 'read', dan: 'write' });
  });
});
