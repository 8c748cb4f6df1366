import { describe, expect, it } from 'vitest';
import { SHARE_LEVELS } from '../../src/model/levels.ts';
import { organization } from '../support/organization.ts';
import { changes, planIn, share, verdicts } from '../support/planning.ts';
import { add, remove } from '../support/wishes-people.ts';

const record = organization().member('bob').record('R-1', { owner: 'alice' });

describe('sharing', () => {
  it('S1: gives the level asked for', () => {
    for (const level of SHARE_LEVELS) {
      const plan = planIn(record, share('alice', 'R-1', 'bob', level));
      expect(changes(plan)).toEqual([`bob: none → ${level}, gained`]);
      expect(plan.steps[0]?.detail).toEqual({ access: level, requireApproval: false });
    }
  });

  it('S1: sharing again replaces the level, up or down', () => {
    const shared = record.share('bob', 'write');
    expect(changes(planIn(shared, share('alice', 'R-1', 'bob', 'full')))).toEqual(['bob: write → full, raised']);
    expect(changes(planIn(shared, share('alice', 'R-1', 'bob', 'read')))).toEqual(['bob: write → read, lowered']);
  });

  it('S1: what is already so is unchanged, and changes nothing', () => {
    const plan = planIn(record.share('bob', 'write'), share('alice', 'R-1', 'bob', 'write'));
    expect(verdicts(plan)).toEqual(['unchanged']);
    expect([...plan.accessChanges, ...plan.effects]).toEqual([]);
  });

  it('S1: a share with a team reaches everyone in it', () => {
    const plan = planIn(record.team('North', 'bob', 'dan'), share('alice', 'R-1', 'team:North', 'read'));
    expect(changes(plan)).toEqual(['bob: none → read, gained', 'dan: none → read, gained']);
  });

  it('N1, N5: who comes into a team with it is written to, who leaves it isn’t, in whatever order the rows stand', () => {
    const so = record
      .member('ada', { roles: ['administrator'] })
      .team('North', 'bob')
      .member('dan');
    const wishes = [share('alice', 'R-1', 'team:North', 'read'), add('team:North', 'dan'), remove('team:North', 'bob')];
    for (const these of [wishes, [...wishes].reverse()]) {
      const { effects } = planIn(so, ...these);
      expect([...effects].filter(({ kind }) => kind === 'email').map(({ to }) => to)).toEqual(['dan']);
    }
  });

  it('S4: approval can be required of a person with write or full', () => {
    for (const level of ['write', 'full'] as const) {
      const plan = planIn(record, share('alice', 'R-1', 'bob', level, true));
      expect(plan.steps[0]?.detail).toEqual({ access: level, requireApproval: true });
      expect([...plan.accessChanges][0]?.after.paths[0]?.requireApproval).toBe(true);
    }
  });

  it('S4: not with read, and not of a team', () => {
    const north = record.team('North', 'bob');
    expect(verdicts(planIn(record, share('alice', 'R-1', 'bob', 'read', true)))).toEqual(['S4 approval-on-read']);
    expect(verdicts(planIn(north, share('alice', 'R-1', 'team:North', 'write', true)))).toEqual([
      'S4 approval-of-team',
    ]);
    expect(verdicts(planIn(north, share('alice', 'R-1', 'team:North', 'write', false)))).toEqual(['change']);
  });

  it('S8: not with the owner, nor with who is invited or inactive', () => {
    expect(verdicts(planIn(record, share('alice', 'R-1', 'alice', 'read')))).toEqual(['S8 grantee-is-owner']);
    for (const status of ['invited', 'inactive'] as const) {
      const plan = planIn(record.member('bob', { status }), share('alice', 'R-1', 'bob', 'read'));
      expect(plan.steps[0]?.refusal).toEqual({ reason: 'grantee-not-active', rule: 'S8', status });
    }
  });

  it('S8: a team may hold people who are not active: they gain a way that does not work yet', () => {
    const north = record.team('North', 'bob', 'ivy').member('ivy', { status: 'invited' });
    const plan = planIn(north, share('alice', 'R-1', 'team:North', 'read'));
    expect(changes(plan)).toEqual(['bob: none → read, gained', 'ivy: none → none, path-only']);
  });

  it('S9: approval left unsaid keeps what is required', () => {
    const approved = record.share('bob', 'write', true);
    const plan = planIn(approved, share('alice', 'R-1', 'bob', 'full'));
    expect(plan.steps[0]?.detail).toEqual({ access: 'full', requireApproval: true });
    expect(verdicts(planIn(approved, share('alice', 'R-1', 'bob', 'write')))).toEqual(['unchanged']);
  });

  it('S9: lowering to read drops it', () => {
    const plan = planIn(record.share('bob', 'write', true), share('alice', 'R-1', 'bob', 'read'));
    expect(plan.steps[0]?.detail).toEqual({ access: 'read', requireApproval: false });
    expect([...plan.accessChanges][0]?.after.paths).toEqual([
      { kind: 'share', level: 'read', via: null, state: 'active' },
    ]);
  });

  it('S9: a change of approval alone is a change of path', () => {
    const plan = planIn(record.share('bob', 'write', true), share('alice', 'R-1', 'bob', 'write', false));
    expect(verdicts(plan)).toEqual(['change']);
    expect(changes(plan)).toEqual(['bob: write → write, path-only']);
  });

  it('S7: who has more by another way gains a way and no level', () => {
    const north = record.team('North', 'bob').share('team:North', 'full');
    const plan = planIn(north, share('alice', 'R-1', 'bob', 'read'));
    expect(changes(plan)).toEqual(['bob: full → full, path-only']);
  });

  it('R4, R5, T14: no share is added or changed on a deleted or archived record, nor while a transfer is pending', () => {
    const shared = record.share('bob', 'write');
    const refusedOn = (so: typeof record) => verdicts(planIn(so, share('alice', 'R-1', 'bob', 'full')));
    expect(refusedOn(shared.but({ status: 'deleted' }))).toEqual(['R4 record-deleted']);
    expect(refusedOn(shared.but({ status: 'archived' }))).toEqual(['R5 record-archived']);
    expect(refusedOn(shared.transfer('owner', 'rita'))).toEqual(['T14 transfer-pending']);
    expect(refusedOn(shared.transfer('coordinator', 'rita'))).toEqual(['T14 transfer-pending']);
  });

  it('R5, T14: what is already so is unchanged there too', () => {
    const archived = record.share('bob', 'write').but({ status: 'archived' });
    expect(verdicts(planIn(archived, share('alice', 'R-1', 'bob', 'write')))).toEqual(['unchanged']);
  });
});
