import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Ended, type Journey, journeyIn } from '../support/cli.ts';
import { changesOf, jsonOf, levelsOn, messagesOn, stepsOf } from '../support/seen.ts';
import { address, record, town } from '../support/town.ts';

let journey: Journey;
beforeAll(async () => {
  journey = await journeyIn(
    town([
      record('R-S1', { bob: 'write' }),
      record('R-S4'),
      record('R-S7', { 'team:North': 'read' }),
      record('R-S8'),
      record('R-S9', {}, { shares: [{ with: address('bob'), access: 'write', requireApproval: true }] }),
      record('R-N1', { fay: 'full' }),
      record('R-R5', { bob: 'read' }, { status: 'archived' }),
      record('R-many1'),
      record('R-many2'),
    ]),
  );
});
afterAll(() => journey.close());

/** Alice shares: `--yes`, as JSON. */
const share = (...args: string[]): Promise<Ended> =>
  journey.psyctlWith({ token: 'token-alice' }, 'record', 'share', ...args, '--yes', '-o', 'json');
const bob = address('bob');

describe('record share', () => {
  it('S1: gives, raises and lowers, and the sandbox then says what was predicted', async () => {
    for (const [level, how] of [
      ['full', 'bob: write → full, raised (rows 1)'],
      ['read', 'bob: full → read, lowered (rows 1)'],
    ] as const) {
      const ended = await share('R-S1', '--with', bob, '--access', level);
      expect([ended.exit, ended.err]).toEqual([0, '']);
      expect(changesOf(ended)).toEqual([how]);
      expect(jsonOf(ended).run.totals.done).toBe(1);
      expect(jsonOf(ended).run.verification).toEqual({ checked: 1, unverifiable: 0, mismatches: [] });
      expect(await levelsOn(journey, 'R-S1')).toEqual({ alice: 'owner', bob: level, cleo: 'metadata' });
    }
  });

  it('S1: what is already so is unchanged, and not sent', async () => {
    const before = await messagesOn(journey, 'R-S7');
    const ended = await share('R-S7', '--with', 'team:North', '--access', 'read');
    expect(ended.exit).toBe(0);
    expect(stepsOf(ended)).toEqual(['1 unchanged']);
    expect(jsonOf(ended)).toMatchObject({ dryRun: false, run: null, accessChanges: [], effects: [] });
    expect(await messagesOn(journey, 'R-S7')).toEqual(before);
  });

  it('S1: several records with several grantees are a row each', async () => {
    const ended = await share('R-many1', 'R-many2', '--with', bob, 'team:North', '--access', 'read');
    expect(stepsOf(ended)).toEqual(['1 change', '2 change', '3 change', '4 change']);
    const pairs = jsonOf(ended).steps.map((step: { target: string; subject: string }) => [step.target, step.subject]);
    expect(pairs).toEqual([
      ['R-many1', bob],
      ['R-many1', 'team:North'],
      ['R-many2', bob],
      ['R-many2', 'team:North'],
    ]);
  });

  it('S4: approval is required of a person, refused with read and of a team', async () => {
    const given = await share('R-S4', '--with', bob, '--access', 'write', '--require-approval');
    expect(given.exit).toBe(0);
    expect(jsonOf(given).steps[0].detail).toEqual({ access: 'write', requireApproval: true });
    expect(jsonOf(given).accessChanges[0].after.paths).toEqual([
      { kind: 'share', level: 'write', via: null, state: 'active', requireApproval: true },
    ]);
    for (const args of [
      [address('dan'), '--access', 'read'],
      ['team:North', '--access', 'write'],
    ]) {
      const refused = await share('R-S4', '--with', ...args, '--require-approval');
      expect(refused.exit).toBe(3);
      expect(stepsOf(refused)).toEqual(['1 S4 refused']);
    }
    expect(await levelsOn(journey, 'R-S4')).toEqual({ alice: 'owner', bob: 'write', cleo: 'metadata' });
  });

  it('S7: who has more by a team gets another way and keeps the higher level', async () => {
    const ended = await share('R-S7', '--with', address('dan'), '--access', 'write');
    expect(changesOf(ended)).toEqual(['dan: read → write, raised (rows 1)']);
    expect(jsonOf(ended).accessChanges[0].after.paths).toEqual([
      { kind: 'share', level: 'write', via: null, state: 'active' },
      { kind: 'team', level: 'read', via: 'North', state: 'active' },
    ]);
  });

  it('S8: refused with the owner, with who is invited and with who is inactive, each said why', async () => {
    const ended = await share(
      'R-S8',
      ...['alice', 'ivy', 'otto'].flatMap((name) => ['--with', address(name)]),
      '--access',
      'read',
    );
    expect(ended.exit).toBe(3);
    expect(jsonOf(ended).run).toBeNull();
    const refusals = jsonOf(ended).steps.map((step: { refusal: object }) => step.refusal);
    expect(refusals).toEqual([
      { rule: 'S8', message: 'this is the record’s owner, who has it anyway', hint: 'take the row out' },
      {
        rule: 'S8',
        message: 'they have not accepted their invitation yet',
        hint: 'share it once they have, or with a team they are in',
      },
      { rule: 'S8', message: 'they are not an active member', hint: 'an administrator can restore them first' },
    ]);
    expect(await messagesOn(journey, 'R-S8')).toEqual([]);
  });

  it('S8: a team’s invited member is said to have nothing yet', async () => {
    const ended = await share('R-S8', '--with', 'team:North', '--access', 'read');
    expect(changesOf(ended)).toContain('ivy: none → none, path-only (rows 1)');
    expect(await levelsOn(journey, 'R-S8')).toEqual({ alice: 'owner', cleo: 'metadata', dan: 'read', eve: 'read' });
  });

  it('S9: approval left unsaid stays; a change of it alone is path-only, and notifies', async () => {
    const kept = await share('R-S9', '--with', bob, '--access', 'full');
    expect(jsonOf(kept).steps[0].detail).toEqual({ access: 'full', requireApproval: true });
    const freed = await share('R-S9', '--with', bob, '--access', 'full', '--no-require-approval');
    expect(changesOf(freed)).toEqual(['bob: full → full, path-only (rows 1)']);
    expect(jsonOf(freed).run.verification.mismatches).toEqual([]);
    expect(await messagesOn(journey, 'R-S9')).toHaveLength(4);
    const lowered = await share('R-S9', '--with', bob, '--access', 'read');
    expect(jsonOf(lowered).steps[0].detail).toEqual({ access: 'read', requireApproval: false });
  });

  it('N1: one e-mail and one notification to each active member reached, never to the one acting or the owner', async () => {
    const ended = await share('R-N1', '--with', 'team:North', address('dan'), '--access', 'read');
    expect(jsonOf(ended).summary.emails).toEqual({ colleagues: 3, clients: 0 });
    expect(await messagesOn(journey, 'R-N1')).toEqual([
      ...Array(2).fill('dan email share.set'),
      ...Array(2).fill('dan notification share.set'),
      'eve email share.set',
      'eve notification share.set',
    ]);
  });

  it('R5: not on an archived record; what is so already is unchanged there', async () => {
    const refused = await share('R-R5', '--with', bob, '--access', 'write');
    expect([refused.exit, ...stepsOf(refused)]).toEqual([3, '1 R5 refused']);
    const same = await share('R-R5', '--with', bob, '--access', 'read');
    expect([same.exit, ...stepsOf(same)]).toEqual([0, '1 unchanged']);
  });
});
