import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Ended, type Journey, type Json, journeyIn } from '../support/cli.ts';
import { jsonOf } from '../support/seen.ts';
import { address, record, town } from '../support/town.ts';

let journey: Journey;
beforeAll(async () => {
  journey = await journeyIn(
    town([
      record('R-shared'),
      record('R-revoked'),
      ...['R-pending', 'R-accepted', 'R-declined'].map((number) =>
        record(number, { dan: 'write' }, { contents: { tasks: 1 } }),
      ),
    ]),
  );
});
afterAll(() => journey.close());

const bob = address('bob');
const run = (who: string, ...args: string[]): Promise<Ended> => journey.psyctlWith({ token: `token-${who}` }, ...args);
const admin = (...args: string[]): Promise<Ended> => journey.psyctl(...args);

async function lastRun(): Promise<string> {
  const [{ id }] = JSON.parse((await admin('run', 'list', '-o', 'json')).out) as [{ id: string }];
  return id;
}

describe('run verify', () => {
  it('S1: says whether what was shared is so still, and who has changed it since', async () => {
    await run('alice', 'record', 'share', 'R-shared', '--with', bob, '--access', 'read', '--yes');
    const id = await lastRun();
    const still = await run('alice', 'run', 'verify', id);
    expect([still.exit, still.out]).toEqual([
      0,
      `Run ${id}\nVerified: who reaches what is as predicted, in the one case checked.\n`,
    ]);
    await admin('record', 'unshare', 'R-shared', '--from', bob, '--as', 'owner', '--yes');
    const differs = await run('alice', 'run', 'verify', id, '-o', 'json');
    expect(differs.exit).toBe(8);
    expect(jsonOf(differs).mismatches).toMatchObject([
      {
        member: bob,
        resource: 'record:R-shared',
        predicted: { level: 'read' },
        observed: { level: 'none' },
        since: [{ who: address('ada'), action: 'share.remove' }],
      },
    ]);
  });

  it('T3, T6: 10 while transfers are pending, 0 once they are answered as foretold', async () => {
    await admin(
      ...['record', 'transfer', 'R-pending', 'R-accepted', 'R-declined', '--to', bob, '--as', 'owner', '--yes'],
      '--allow-deletion',
    );
    const id = await lastRun();
    const verified = async (): Promise<[number, Json]> => {
      const ended = await admin('run', 'verify', id, '-o', 'json');
      return [ended.exit, jsonOf(ended)];
    };
    const [pending, of] = await verified();
    expect([pending, of.transfers, of.mismatches]).toEqual([10, { accepted: 0, pending: 3, ended: 0, unseen: 0 }, []]);
    await run('bob', 'transfer', 'accept', 'R-accepted', '--yes', '--allow-deletion');
    await run('bob', 'transfer', 'decline', 'R-declined', '--yes');
    const [still, some] = await verified();
    expect([still, some.transfers, some.pending.map(({ target }: Json) => target), some.mismatches]).toEqual([
      10,
      { accepted: 1, pending: 1, ended: 1, unseen: 0 },
      ['R-pending'],
      [],
    ]);
    await run('bob', 'transfer', 'accept', 'R-pending', '--yes', '--allow-deletion');
    const [done, all] = await verified();
    expect([done, all.pending, all.mismatches, all.checked > 0]).toEqual([0, [], [], true]);
  });

  it('A1, O5: can’t tell of a record whose new owner isn’t active any more, and says so', async () => {
    await admin('record', 'transfer', 'R-revoked', '--to', address('gus'), '--as', 'owner', '--yes');
    const id = await lastRun();
    await admin('transfer', 'accept', 'R-revoked', '--as', address('gus'), '--yes');
    await admin('member', 'revoke', address('gus'), '--yes', '--max-losses', '100%');
    const ended = await admin('run', 'verify', id, '-o', 'json');
    expect([ended.exit, ended.err]).toEqual([0, '']);
    expect(jsonOf(ended)).toMatchObject({ transfers: { accepted: 1 }, checked: 0, mismatches: [] });
    expect(jsonOf(ended).unverifiable).toBeGreaterThan(0);
  });

  it('is for the account, and the place, the run was for', async () => {
    const ended = await run('alice', 'run', 'verify', await lastRun(), '-o', 'json');
    expect(ended.exit).toBe(2);
  });
});
