import { describe, expect, it } from 'vitest';
import { organization } from '../support/organization.ts';
import { changes, leave, messages, planIn, unshare, verdicts } from '../support/planning.ts';

const record = organization()
  .team('North', 'bob', 'dan')
  .record('R-1', { owner: 'alice' })
  .share('bob', 'write')
  .share('team:North', 'read');

describe('ending a share', () => {
  it('S2: takes away what only that share gave', () => {
    expect(changes(planIn(record, unshare('alice', 'R-1', 'team:North')))).toEqual([
      'bob: write → write, path-only',
      'dan: read → none, revoked',
    ]);
  });

  it('S7: leaves what another way gives: lowered, not revoked', () => {
    expect(changes(planIn(record, unshare('alice', 'R-1', 'bob')))).toEqual(['bob: write → read, lowered']);
  });

  it('S7: a role keeps number and title in view', () => {
    const coordinator = record.member('dan', { roles: ['coordinator'] });
    const plan = planIn(coordinator, unshare('alice', 'R-1', 'team:North'));
    expect(changes(plan)).toContain('dan: read → metadata, lowered');
  });

  it('S1: a share that isn’t there is unchanged', () => {
    expect(verdicts(planIn(record.member('eve'), unshare('alice', 'R-1', 'eve')))).toEqual(['unchanged']);
  });

  it('S5: writes to nobody', () => {
    const plan = planIn(record, unshare('alice', 'R-1', 'bob'), unshare('alice', 'R-1', 'team:North'));
    expect(verdicts(plan)).toEqual(['change', 'change']);
    expect(messages(plan)).toEqual([]);
  });

  it('R5: is allowed on an archived record', () => {
    expect(verdicts(planIn(record.but({ status: 'archived' }), unshare('alice', 'R-1', 'bob')))).toEqual(['change']);
  });

  it('R4: on a deleted one too: it is open to its owner, whose share-holders had lost it anyway', () => {
    const plan = planIn(record.but({ status: 'deleted' }), unshare('alice', 'R-1', 'bob'));
    expect(verdicts(plan)).toEqual(['change']);
    expect(changes(plan)).toEqual(['bob: none → none, path-only']);
  });

  it('T14: is allowed while a transfer is pending', () => {
    const pending = record.transfer('owner', 'rita');
    const plan = planIn(pending, unshare('alice', 'R-1', 'bob'));
    expect(verdicts(plan)).toEqual(['change']);
    // T4: Bob was cut off already, and won't be back.
    expect(changes(plan)).toEqual(['bob: none → none, path-only']);
  });

  it('S8: is allowed of who is not active any more', () => {
    const inactive = record.member('bob', { status: 'inactive' });
    expect(verdicts(planIn(inactive, unshare('alice', 'R-1', 'bob')))).toEqual(['change']);
  });
});

describe('leaving', () => {
  it('S6: a grantee may leave a record shared with them directly, whatever their level', () => {
    for (const level of ['read', 'write', 'full'] as const) {
      const shared = organization().record('R-1', { owner: 'alice' }).share('bob', level);
      const plan = planIn(shared, leave('bob', 'R-1'));
      expect(verdicts(plan)).toEqual(['change']);
      expect(changes(plan)).toEqual([`bob: ${level} → none, revoked`]);
      expect(messages(plan)).toEqual([]);
    }
  });

  it('S6: ending one’s own share is leaving', () => {
    expect(verdicts(planIn(record, unshare('bob', 'R-1', 'bob')))).toEqual(['change']);
  });

  it('S6: ending one’s own share a second time is unchanged, as leaving a second time is not a change', () => {
    const left = organization().team('North', 'bob').record('R-1', { owner: 'alice' }).share('team:North', 'read');
    expect(verdicts(planIn(left, unshare('bob', 'R-1', 'bob')))).toEqual(['unchanged']);
  });

  it('S6: what a team gives as well stays', () => {
    expect(changes(planIn(record, leave('bob', 'R-1')))).toEqual(['bob: write → read, lowered']);
  });

  it('S6: what a team gives is left by leaving the team', () => {
    const plan = planIn(record, leave('dan', 'R-1'));
    expect(plan.steps[0]?.refusal).toEqual({ reason: 'held-through-team', rule: 'S6', teams: ['team:North'] });
  });

  it('S6: the owner can’t leave', () => {
    expect(verdicts(planIn(record, leave('alice', 'R-1')))).toEqual(['S6 owner-cannot-leave']);
  });

  it('S6: who sees it by a role alone has nothing to leave', () => {
    const seen = record.member('cleo', { roles: ['coordinator'] });
    expect(verdicts(planIn(seen, leave('cleo', 'R-1')))).toEqual(['unchanged']);
  });

  it('R5: leaving an archived record is allowed', () => {
    expect(verdicts(planIn(record.but({ status: 'archived' }), leave('bob', 'R-1')))).toEqual(['change']);
  });

  it('T14: who is cut off may not even leave; under a coordinator’s transfer they may', () => {
    expect(verdicts(planIn(record.transfer('owner', 'bob'), leave('bob', 'R-1')))).toEqual(['T14 suspended']);
    expect(verdicts(planIn(record.transfer('coordinator', 'rita'), leave('bob', 'R-1')))).toEqual(['change']);
  });
});
