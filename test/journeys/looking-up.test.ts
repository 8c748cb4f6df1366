import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Journey, type Json, journeyIn } from '../support/cli.ts';
import { errorOf, jsonOf } from '../support/seen.ts';
import { address, record, town } from '../support/town.ts';

let journey: Journey;
beforeAll(async () => {
  journey = await journeyIn(
    town([record('R-1', { bob: 'read', 'team:North': 'write' }, { profiles: ['P-1'] }), record('R-2'), record('R-3')], {
      schools: [
        { code: '010', name: 'École du Ruisseau' },
        { code: '020', name: 'École du Phare' },
      ],
    }),
  );
});
afterAll(() => journey.close());

const numbers = async (...args: string[]) =>
  (jsonOf(await journey.psyctl('record', 'list', ...args, '-o', 'json')) as Json[]).map((one) => one.number);

describe('school list', () => {
  it('keeps the zeros codes begin with, in every shape', async () => {
    const csv = await journey.psyctl('school', 'list', '-o', 'csv');
    expect([csv.exit, csv.out]).toEqual([0, 'code,name\n010,École du Ruisseau\n020,École du Phare\n']);
    expect(jsonOf(await journey.psyctl('school', 'list', '-o', 'json'))).toMatchObject([
      { code: '010' },
      { code: '020' },
    ]);
    expect((await journey.psyctl('school', 'list')).out).toMatch(/^010 +École du Ruisseau$/m);
  });
});

describe('record list', () => {
  it('R1: lists what one has a way to, narrowed by the flags', async () => {
    const alice = ['--as', address('alice')];
    expect(await numbers(...alice)).toEqual(['R-1', 'R-2', 'R-3']);
    expect(await numbers(...alice, '--school', '010')).toEqual(['R-1']);
    expect(await numbers(...alice, '--shared-with', 'team:North')).toEqual(['R-1']);
    expect(await numbers(...alice, '--limit', '2')).toEqual(['R-1', 'R-2']);
    expect(await numbers('--as', address('bob'))).toEqual(['R-1']);
  });

  it('A2: titles are not printed where the output is no terminal, unless asked for', async () => {
    const alice = ['--as', address('alice')];
    expect((await journey.psyctl('record', 'list', ...alice)).out).not.toContain('Title of');
    expect((await journey.psyctl('record', 'list', ...alice, '--titles')).out).toContain('Title of R-1');
  });

  it('A1: an administrator’s own rights list nothing, and it is said what would', async () => {
    const own = await journey.psyctl('record', 'list', '-o', 'json');
    expect([own.exit, own.out.trim(), own.err]).toEqual([0, '[]', expect.stringContaining('--as MEMBER')]);
    expect((await journey.psyctl('record', 'list', '--as', 'owner')).exit).toBe(2);
  });
});

describe('access history', () => {
  it('A1: names who acted, for whom and why, newest first', async () => {
    const share = ['record', 'share', 'R-2', '--with', address('fay'), '--access', 'read', '--as', 'owner', '--yes'];
    expect((await journey.psyctl(...share, '--reason', 'covers in June')).exit).toBe(0);
    const unshare = ['record', 'unshare', 'R-2', '--from', address('fay'), '--as', 'owner', '--yes'];
    expect((await journey.psyctl(...unshare)).exit).toBe(0);
    const entries = jsonOf(await journey.psyctl('access', 'history', 'R-2', '--as', 'owner', '-o', 'json')) as Json[];
    expect(entries).toMatchObject([
      { action: 'share.remove', actingFor: { email: address('alice') }, reason: null },
      {
        action: 'share.set',
        actor: { email: address('ada') },
        reason: 'covers in June',
        member: { email: address('fay') },
      },
    ]);
    const { out } = await journey.psyctl('access', 'history', address('fay'), '-o', 'csv');
    expect(out).toContain('ada@example.org for alice@example.org');
    expect(out).toContain('covers in June');
  });

  it('A2: is for owner, full access and administrators', async () => {
    const ended = await journey.psyctlWith({ token: 'token-bob' }, 'access', 'history', 'R-1', '-o', 'json');
    expect([ended.exit, errorOf(ended).code]).toEqual([3, 'forbidden']);
  });
});
