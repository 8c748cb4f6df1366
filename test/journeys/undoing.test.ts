import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Ended, type Journey, type Json, journeyIn } from '../support/cli.ts';
import { stageOf } from '../support/crashing/stage.ts';
import { errorOf, jsonOf, levelsOn } from '../support/seen.ts';
import { address, record, town } from '../support/town.ts';

let journey: Journey;
beforeAll(async () => {
  journey = await journeyIn(
    town([
      record('R-shared', { bob: 'read' }),
      record('R-new'),
      record('R-changed'),
      record('R-archived'),
      record('R-sent', { dan: 'write' }),
      record('R-accepted', { bob: 'read' }, { contents: { tasks: 2, upcomingAppointments: 1 } }),
      record('R-left', { bob: 'write' }),
    ]),
  );
});
afterAll(() => journey.close());

const bob = address('bob');
const run = (who: string, ...args: string[]): Promise<Ended> => journey.psyctlWith({ token: `token-${who}` }, ...args);
const verdicts = (ended: Ended): string[] =>
  jsonOf(ended).undo.rows.map((row: Json) =>
    [row.row, row.verdict, row.reason, row.who].filter((part) => part !== null).join(' '),
  );

describe('run undo', () => {
  it('S1, S2: puts shares back as they were, previewed and agreed to', async () => {
    const shared = await run(
      'alice',
      'record',
      'share',
      'R-shared',
      'R-new',
      '--with',
      bob,
      '--access',
      'full',
      '--yes',
    );
    expect(shared.exit).toBe(0);
    const preview = await run('alice', 'run', 'undo', 'last', '--dry-run', '-o', 'json');
    expect(preview.exit).toBe(0);
    expect(verdicts(preview)).toEqual(['2 reversed step', '1 reversed step', 'impossible written']);
    expect((await run('alice', 'run', 'undo', 'last')).exit).toBe(6);
    expect(await levelsOn(journey, 'R-new')).toMatchObject({ bob: 'full' });
    expect((await run('alice', 'run', 'undo', 'last', '--yes')).exit).toBe(0);
    expect(await levelsOn(journey, 'R-shared')).toMatchObject({ bob: 'read' });
    expect(await levelsOn(journey, 'R-new')).not.toHaveProperty('bob');
  });

  it('is a run too: undone again, it is as it was', async () => {
    expect((await run('alice', 'run', 'undo', 'last', '--yes')).exit).toBe(0);
    expect(await levelsOn(journey, 'R-new')).toMatchObject({ bob: 'full' });
  });

  it('leaves alone what others have changed since, and says who', async () => {
    await run('alice', 'record', 'share', 'R-changed', '--with', bob, '--access', 'read', '--yes');
    const [{ id }] = JSON.parse((await run('alice', 'run', 'list', '-o', 'json')).out) as [{ id: string }];
    await journey.psyctl('record', 'share', 'R-changed', '--with', bob, '--access', 'write', '--as', 'owner', '--yes');
    const ended = await run('alice', 'run', 'undo', id, '--yes', '-o', 'json');
    expect(ended.exit).toBe(5);
    expect(verdicts(ended)).toEqual(['1 somebody-else changed', 'impossible written']);
    expect(await levelsOn(journey, 'R-changed')).toMatchObject({ bob: 'write' });
  });

  it('T3, T6: cancels a transfer that is pending; one that was accepted needs its new owner', async () => {
    await run('alice', 'record', 'transfer', 'R-sent', '--to', bob, '--yes');
    expect((await run('alice', 'run', 'undo', 'last', '--yes')).exit).toBe(0);
    expect(await levelsOn(journey, 'R-sent')).toMatchObject({ alice: 'owner', dan: 'write' });

    await run('alice', 'record', 'transfer', 'R-accepted', '--to', bob, '--yes', '--allow-deletion');
    const [{ id }] = JSON.parse((await run('alice', 'run', 'list', '-o', 'json')).out) as [{ id: string }];
    await run('bob', 'transfer', 'accept', 'R-accepted', '--yes', '--allow-deletion');
    const ended = await run('alice', 'run', 'undo', id, '--dry-run', '-o', 'json');
    expect(ended.exit).toBe(3);
    expect(verdicts(ended)).toEqual([
      `1 somebody-else accepted ${bob}`,
      '1 impossible destroyed',
      `1 somebody-else share-ended ${address('alice')}`,
      'impossible written',
    ]);
    expect(jsonOf(ended).undo.rows[0].command).toBe(
      `psyctl record transfer R-accepted --to ${address('alice')} --include confidential,raw-data --as ${bob}`,
    );
    expect(jsonOf(ended).undo.rows[1].message).toMatch(/2 tasks; 1 appointment was cancelled/);
  });

  it('S6: who left a record needs its owner to come back', async () => {
    await run('bob', 'record', 'leave', 'R-left', '--yes');
    const ended = await run('bob', 'run', 'undo', 'last', '--yes', '-o', 'json');
    expect(ended.exit).toBe(3);
    expect(jsonOf(ended).undo.rows[0]).toMatchObject({ verdict: 'somebody-else' });
    expect(jsonOf(ended).undo.rows[0].command).toMatch(
      /^psyctl record share R-left --with bob@example\.org --access write/,
    );
  });
});

describe('run undo of forty changes of every kind', () => {
  it('law 7: brings everything back but what it names', async () => {
    const stage = await stageOf();
    try {
      const before = await stage.test.world();
      expect((await stage.applied()).exit).toBe(0);
      const undone = await stage.psyctl('run', 'undo', 'last', '--yes', '--max-losses', '100%', '-o', 'json');
      expect({ exit: undone.exit, err: undone.err }).toEqual({ exit: 7, err: '' });
      const after = await stage.test.world();
      const { undo, run: report } = JSON.parse(undone.out) as Json;
      expect(report.verification.mismatches).toEqual([]);
      expect(report.totals).toMatchObject({ failed: 0, unknown: 0, refused: 0 });
      const left = undo.rows.filter(({ verdict }: Json) => verdict !== 'reversed').map(({ reason }: Json) => reason);
      expect([...new Set(left)].sort()).toEqual(['only-wrote', 'space-stays', 'written']);
      const bare = (world: typeof before) => ({
        // O12: whoever is invited anew tells their name once they accept.
        members: world.members
          .map(({ id: _, ...member }) => (member.status === 'invited' ? { ...member, name: '' } : member))
          .sort((a, b) => (a.email < b.email ? -1 : 1)),
        teams: world.teams
          .map(({ name, members }) => ({ name, members: [...members].sort() }))
          .sort((a, b) => (a.name < b.name ? -1 : 1)),
        records: world.records.map(({ shares, ...one }) => ({
          ...one,
          shares: [...shares].sort((a, b) => (a.with < b.with ? -1 : 1)),
        })),
        transfers: world.transfers.map(({ record: of, to }) => `${of} ${to}`).sort(),
      });
      expect(bare(after)).toEqual(bare(before));
      const resumed = await stage.psyctl('run', 'show', stage.id, '-o', 'json');
      expect(JSON.parse(resumed.out).undoneBy).toHaveLength(1);
    } finally {
      await stage.close();
    }
  });

  it('law 7: of a run that was interrupted undoes what it did, and the run isn’t gone on with', async () => {
    const stage = await stageOf({ disable: ['batch'] });
    try {
      let changes = 0;
      const child = stage.start({
        flags: ['--concurrency', '1'],
        meddling: { before: ({ method }) => void (method !== 'GET' && ++changes === 12 && child.kill()) },
      });
      await child.over;
      stage.proxy.meddle();
      const undone = await stage.psyctl('run', 'undo', stage.id, '--yes', '--max-losses', '100%');
      expect([0, 7]).toContain(undone.exit);
      const resumed = await stage.psyctl('run', 'resume', stage.id, '-o', 'json');
      expect([resumed.exit, errorOf({ err: resumed.err } as Ended).code]).toEqual([5, 'run-undone']);
    } finally {
      await stage.close();
    }
  });
});
