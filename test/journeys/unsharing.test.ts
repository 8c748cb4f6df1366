import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { archiveRecord, reactivateRecord } from '../../src/contract/records.ts';
import { type Ended, type Journey, journeyIn } from '../support/cli.ts';
import { changesOf, jsonOf, levelsOn, messagesOn, stepsOf } from '../support/seen.ts';
import { address, record, town } from '../support/town.ts';

let journey: Journey;
beforeAll(async () => {
  journey = await journeyIn(
    town(
      [
        record('R-S2', { bob: 'read', fay: 'full', gus: 'write' }),
        record('R-S6', { bob: 'read', 'team:North': 'write', dan: 'full' }),
        record('R-S7', { dan: 'write', 'team:North': 'read' }),
        record('R-last', { fay: 'full', bob: 'read' }),
        record('R-R6', { bob: 'read' }),
        record('R-T4', { bob: 'full', 'team:North': 'read' }),
        record('R-T5', { bob: 'full', 'team:North': 'read' }),
      ],
      {
        transfers: [
          { record: 'R-T4', to: address('gus'), by: address('alice') },
          { record: 'R-T5', to: address('gus'), by: address('cleo') },
        ],
      },
    ),
  );
});
afterAll(() => journey.close());

const psyctl = (as: string, ...args: string[]): Promise<Ended> =>
  journey.psyctl(...args, '--as', address(as), '--yes', '-o', 'json');
const unshare = (as: string, number: string, ...from: string[]) =>
  psyctl(as, 'record', 'unshare', number, ...from.flatMap((name) => ['--from', address(name)]));

describe('record unshare', () => {
  it('S2: by the owner, or by whoever has full access; by nobody else', async () => {
    const refused = await unshare('gus', 'R-S2', 'bob');
    expect([refused.exit, ...stepsOf(refused)]).toEqual([3, '1 S2 refused']);
    const byFay = await unshare('fay', 'R-S2', 'bob');
    expect([byFay.exit, ...changesOf(byFay)]).toEqual([0, 'bob: read → none, revoked (rows 1)']);
    const byAlice = await unshare('alice', 'R-S2', 'gus');
    expect([byAlice.exit, ...changesOf(byAlice)]).toEqual([0, 'gus: write → none, revoked (rows 1)']);
    expect(await levelsOn(journey, 'R-S2')).toEqual({ alice: 'owner', cleo: 'metadata', fay: 'full' });
  });

  it('S5: writes to nobody', async () => {
    expect(await messagesOn(journey, 'R-S2')).toEqual([]);
  });

  it('S1: a share that is not there is unchanged', async () => {
    const ended = await unshare('alice', 'R-S2', 'eve');
    expect([ended.exit, ...stepsOf(ended)]).toEqual([0, '1 unchanged']);
    expect(jsonOf(ended).run).toBeNull();
  });

  it('S7: what another way gives is left, and is no loss', async () => {
    const ended = await unshare('alice', 'R-S7', 'dan');
    expect(changesOf(ended)).toEqual(['dan: write → read, lowered (rows 1)']);
    expect(jsonOf(ended).accessChanges[0].after.paths).toEqual([
      { kind: 'team', level: 'read', via: 'North', state: 'active' },
    ]);
    expect((await levelsOn(journey, 'R-S7'))['dan']).toBe('read');
  });

  it('S2: what takes the actor’s own right away goes last, and can’t be seen afterwards', async () => {
    const ended = await unshare('fay', 'R-last', 'fay', 'bob');
    expect(ended.exit).toBe(0);
    expect(jsonOf(ended).run.totals.done).toBe(2);
    expect(jsonOf(ended).run.verification).toEqual({ checked: 0, unverifiable: 2, mismatches: [] });
    expect(await levelsOn(journey, 'R-last')).toEqual({ alice: 'owner', cleo: 'metadata' });
  });

  it('R5, R6: allowed on an archived record; sharing again once a coordinator has reactivated it', async () => {
    const alice = journey.connectAs('token-alice').changer;
    const cleo = journey.connectAs('token-cleo').changer;
    const id = [...(await journey.access()).values()].find((one) => one.resource.number === 'R-R6')?.resource.id ?? '';
    await alice.change(archiveRecord, { params: { id } });
    const [ended, refused] = [
      await unshare('alice', 'R-R6', 'bob'),
      await psyctl('alice', 'record', 'share', 'R-R6', '--with', address('bob'), '--access', 'read'),
    ];
    expect([ended.exit, refused.exit, ...stepsOf(refused)]).toEqual([0, 3, '1 R5 refused']);
    expect(jsonOf(refused).steps[0].refusal.hint).toBe('its owner or a coordinator can reactivate it');
    await cleo.change(reactivateRecord, { params: { id } });
    const again = await psyctl('alice', 'record', 'share', 'R-R6', '--with', address('bob'), '--access', 'read');
    expect(again.exit).toBe(0);
  });
});

describe('record leave', () => {
  it('S6: leaves what was shared directly; S7: a team’s share stays, and is left by leaving the team', async () => {
    const first = await psyctl('dan', 'record', 'leave', 'R-S6');
    expect([first.exit, ...changesOf(first)]).toEqual([0, 'dan: full → write, lowered (rows 1)']);
    const second = await psyctl('dan', 'record', 'leave', 'R-S6');
    expect([second.exit, ...stepsOf(second)]).toEqual([3, '1 S6 refused']);
    expect(jsonOf(second).steps[0].refusal.message).toContain('North');
  });

  it('S6: what is left can no longer be seen: unverifiable, and no failure', async () => {
    const ended = await psyctl('bob', 'record', 'leave', 'R-S6');
    expect([ended.exit, ...changesOf(ended)]).toEqual([0, 'bob: read → none, revoked (rows 1)']);
    expect(jsonOf(ended).run.verification).toEqual({ checked: 0, unverifiable: 1, mismatches: [] });
    expect((await levelsOn(journey, 'R-S6'))['bob']).toBeUndefined();
    expect(await messagesOn(journey, 'R-S6')).toEqual([]);
  });

  it('S6: the owner can’t, and is told to transfer it', async () => {
    const ended = await psyctl('alice', 'record', 'leave', 'R-S6');
    expect([ended.exit, ...stepsOf(ended)]).toEqual([3, '1 S6 refused']);
    expect(jsonOf(ended).steps[0].refusal.hint).toBe('transfer it instead');
  });
});

describe('while a transfer is pending', () => {
  it('T14: no share is added or changed, whoever sent it', async () => {
    for (const number of ['R-T4', 'R-T5']) {
      const ended = await psyctl('alice', 'record', 'share', number, '--with', address('bob'), '--access', 'read');
      expect([ended.exit, ...stepsOf(ended)]).toEqual([3, '1 T14 refused']);
    }
  });

  it('T4, A2: for a collaborator its owner’s transfer has cut off, the record does not exist', async () => {
    const ended = await psyctl('bob', 'record', 'leave', 'R-T4');
    expect(ended.exit).toBe(2);
    expect(JSON.parse(ended.err)).toMatchObject({ error: { code: 'unknown-record' } });
  });

  it('T4, T14: its owner may end shares: nobody loses what they have now', async () => {
    const ended = await unshare('alice', 'R-T4', 'bob');
    expect([ended.exit, ...changesOf(ended)]).toEqual([0, 'bob: none → none, path-only (rows 1)']);
    expect(jsonOf(ended).accessChanges[0].before.paths).toEqual([
      { kind: 'share', level: 'full', via: null, state: 'suspended' },
    ]);
  });

  it('T5, T17: under a coordinator’s, full access works on; who may be the recipient one can’t see is unknown', async () => {
    const ended = await unshare('bob', 'R-T5', 'team:North');
    expect(ended.exit).toBe(0);
    expect(changesOf(ended)).toEqual([
      'dan: read → none, unknown (rows 1)',
      'eve: read → none, unknown (rows 1)',
      'ivy: none → none, path-only (rows 1)',
    ]);
    expect(jsonOf(ended).run.verification).toMatchObject({ unverifiable: 2, mismatches: [] });
    const levels = await levelsOn(journey, 'R-T5');
    expect(levels).toEqual({ alice: 'owner', bob: 'full', cleo: 'metadata', gus: 'metadata' });
  });
});
