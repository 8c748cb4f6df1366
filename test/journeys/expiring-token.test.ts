import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Account, account } from '../support/account.ts';
import { type Journey, journeyIn } from '../support/cli.ts';
import type { Fate } from '../support/fates.ts';
import { type FaultyProxy, faultyProxy } from '../support/faulty-proxy.ts';
import { ADMIN_TOKEN } from '../support/sandbox.ts';
import { jsonOf, levelsOn } from '../support/seen.ts';
import { address, record, town } from '../support/town.ts';

const RECORDS = ['R-1', 'R-2', 'R-3', 'R-4', 'R-5'];
const SENT_BEFORE = 2;
const EXPIRED: Fate = {
  reaches: false,
  gets: {
    status: 401,
    headers: { 'Content-Type': 'application/problem+json' },
    body: JSON.stringify({ type: 'about:blank', title: 'x', status: 401, detail: 'it has expired', code: 'expired' }),
  },
};

let journey: Journey;
let proxy: FaultyProxy;
let desk: Account;
beforeAll(async () => {
  journey = await journeyIn(town(RECORDS.map((number) => record(number))));
  proxy = await faultyProxy(journey.sandbox.url);
  desk = account();
});
afterAll(async () => {
  desk.close();
  await proxy.close();
  await journey.close();
});

const signIn = () => desk.psyctl({ input: ADMIN_TOKEN }, 'auth', 'login', '--api-url', proxy.url, '--with-token');
const shared = async () => (await Promise.all(RECORDS.map((one) => levelsOn(journey, one)))).filter(({ bob }) => bob);

it('a token that expires in mid-run pauses the run; signed in anew, it is resumed to its end', async () => {
  // One by one, so that there is a middle.
  await fetch(`${journey.sandbox.url}/sandbox/faults`, {
    method: 'PUT',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ disable: ['batch'] }),
  });
  expect((await signIn()).exit).toBe(0);
  let changes = 0;
  proxy.meddle({
    before({ method }) {
      if (method !== 'GET') changes += 1;
      return changes > SENT_BEFORE ? EXPIRED : undefined;
    },
  });
  const share = ['record', 'share', ...RECORDS, '--with', address('bob'), '--access', 'read', '--as', 'owner', '--yes'];
  const stopped = await desk.psyctl({}, ...share, '--concurrency', '1');
  expect(stopped.exit).toBe(4);
  const said = (stopped.out + stopped.err).replace(/\s+/g, ' ');
  expect(said).toContain('the token is not accepted: it has expired');
  expect(said).toContain('psyctl auth login');
  const [{ id, state }] = jsonOf(await desk.psyctl({}, 'run', 'list', '-o', 'json'));
  expect(state).toBe('paused');
  expect(said).toContain(`psyctl run resume ${id}`);
  expect(await shared()).toHaveLength(SENT_BEFORE);

  const early = await desk.psyctl({}, 'run', 'resume', id);
  expect([early.exit, (await shared()).length]).toEqual([4, SENT_BEFORE]);

  proxy.meddle();
  expect((await signIn()).exit).toBe(0);
  const resumed = await desk.psyctl({}, 'run', 'resume', id);
  expect([resumed.exit, resumed.err]).toEqual([0, expect.not.stringContaining('not accepted')]);
  expect(await shared()).toHaveLength(RECORDS.length);
  expect(await journey.outbox()).toHaveLength(2 * RECORDS.length);
  expect([desk.filesWith(ADMIN_TOKEN), desk.printed().includes(ADMIN_TOKEN)]).toEqual([[], false]);
});
