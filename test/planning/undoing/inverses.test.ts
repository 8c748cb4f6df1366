import { describe, expect, it } from 'vitest';
import type { ResolvedIntent } from '../../../src/model/intents/index.ts';
import { inverseOf } from '../../../src/planning/undoing/inverses.ts';
import { leftTrace, traceOf } from '../../../src/planning/undoing/traces.ts';
import { administered, planByAda } from '../../support/administrator.ts';
import { type Organization, organization } from '../../support/organization.ts';
import { invite, leave, leaveSpace, planIn, share, takeOut, unshare, type Wish } from '../../support/planning.ts';
import * as people from '../../support/wishes-people.ts';

const before = organization()
  .member('bob')
  .record('R-1', { owner: 'alice' })
  .share('rae', 'write', true)
  .space('S-1', 'multi', 'alice')
  .in('rae', 'read');

const staff = administered()
  .member('bob', { roles: ['practitioner'], schools: ['010'] })
  .member('ivy', { status: 'invited', roles: ['coordinator'], schools: ['020'] })
  .member('otto', { status: 'inactive' })
  .team('North', 'bob', 'ivy');

/** What undoes one wish, but for what every intent says. */
function undoing(so: Organization, wish: Wish, plan = planIn(so, wish)): object[] {
  const [step] = plan.steps;
  if (!step) throw new Error('nothing was planned');
  return inverseOf(step, so.snapshot()).map(({ row: _, actor: __, ...wanted }) => wanted);
}

const undoingByAda = (wish: Wish) => undoing(staff, wish, planByAda(staff, wish));
const rae = { type: 'member', id: 'rae' } as const;

describe('what undoes a change', () => {
  it('S1, S9: a share is taken away, or has the level and the approval it had', () => {
    expect(undoing(before, share('alice', 'R-1', 'bob', 'read'))).toEqual([
      { action: 'share.remove', record: 'R-1', grantee: { type: 'member', id: 'bob' } },
    ]);
    const was = { action: 'share.set', record: 'R-1', grantee: rae, level: 'write', requireApproval: true };
    expect(undoing(before, share('alice', 'R-1', 'rae', 'full', false))).toEqual([was]);
    expect(undoing(before, unshare('alice', 'R-1', 'rae'))).toEqual([was]);
    expect(undoing(before, leave('rae', 'R-1'))).toEqual([was]);
  });

  it('C2, C4: who was in a space is in it again at their level, who wasn’t is taken out', () => {
    const was = { action: 'space.share', space: 'S-1', grantee: rae, level: 'read' };
    expect(undoing(before, invite('alice', 'S-1', 'rae', 'full'))).toEqual([was]);
    expect(undoing(before, takeOut('alice', 'S-1', 'rae'))).toEqual([was]);
    expect(undoing(before, leaveSpace('rae', 'S-1'))).toEqual([was]);
    expect(undoing(before, invite('alice', 'S-1', 'bob', 'read'))).toMatchObject([{ action: 'space.unshare' }]);
  });

  it('R6: archiving and reactivating undo each other', () => {
    const archive: Wish = (row) => ({ action: 'record.archive', row, actor: 'alice', record: 'R-1' });
    expect(undoing(before, archive)).toEqual([{ action: 'record.reactivate', record: 'R-1' }]);
  });

  it('O7: a team is deleted, has its name again, or is made again with who was in it', () => {
    expect(undoingByAda(people.create('South'))).toEqual([{ action: 'team.delete', team: 'new:South' }]);
    expect(undoingByAda(people.rename('team:North', 'South'))).toEqual([
      { action: 'team.rename', team: 'team:North', name: 'North' },
    ]);
    expect(undoingByAda(people.erase('team:North'))).toEqual([
      { action: 'team.create', team: 'new:North', name: 'North' },
      { action: 'team.add', team: 'new:North', member: 'bob' },
      { action: 'team.add', team: 'new:North', member: 'ivy' },
    ]);
    expect(undoingByAda(people.add('team:North', 'otto'))).toEqual([
      { action: 'team.remove', team: 'team:North', member: 'otto' },
    ]);
  });

  it('O5, O12, N4: an invitation is cancelled, one that was cancelled is sent again as it was, revoking ends', () => {
    expect(undoingByAda(people.invite('new@example.org'))).toEqual([
      { action: 'member.cancel-invitation', member: 'new:new@example.org' },
    ]);
    expect(undoingByAda(people.invite('ivy', { resend: true }))).toEqual([]);
    const again = { action: 'member.invite', email: 'ivy@example.org', roles: ['coordinator'], schools: ['020'] };
    expect(undoingByAda(people.cancel('ivy'))).toMatchObject([{ ...again, teams: ['team:North'] }]);
    expect(undoingByAda(people.revoke('ivy'))).toMatchObject([again]);
    expect(undoingByAda(people.revoke('bob'))).toEqual([{ action: 'member.restore', member: 'bob' }]);
    expect(undoingByAda(people.restore('otto'))).toEqual([{ action: 'member.revoke', member: 'otto' }]);
  });

  it('O2, O8: of roles and schools only what the row itself gave or took is put back', () => {
    expect(undoingByAda(people.setRoles('bob', { set: ['coordinator'] }))).toEqual([
      { action: 'member.set-roles', member: 'bob', set: null, add: ['practitioner'], remove: ['coordinator'] },
    ]);
    expect(undoingByAda(people.assign('bob', { add: ['010', '020'] }))).toEqual([
      { action: 'member.assign-schools', member: 'bob', set: null, add: [], remove: ['020'] },
    ]);
  });
});

describe('the trace of a row', () => {
  const at = { row: 1, actor: 'alice', record: 'R-1' } as const;
  const shared: ResolvedIntent = { action: 'share.set', ...at, grantee: rae, level: 'read', requireApproval: null };

  it('S1, S9: tells another level, another approval, and none apart', () => {
    const traces = [
      before,
      organization().record('R-1', { owner: 'alice' }).share('rae', 'write'),
      organization().record('R-1', { owner: 'alice' }),
    ].map(({ state }) => traceOf(shared, { state }));
    expect(new Set(traces).size).toBe(3);
    expect(traceOf(shared, organization())).toBeNull();
  });

  it('R6: of a record seen in part is known by what was wanted of it', () => {
    const so = organization();
    expect(leftTrace({ action: 'record.archive', ...at }, so)).toBe('archived');
    expect(leftTrace({ action: 'record.reactivate', ...at }, so)).toBe('active');
  });

  it('O12: whoever has accepted their invitation is whom the run invited', () => {
    const intent: ResolvedIntent = {
      ...{ action: 'member.invite', row: 1, actor: 'ada', member: 'ivy', email: 'ivy@example.org' },
      ...{ roles: [], schools: [], teams: [], resend: false, fillSeats: false },
    };
    const accepted = staff.member('ivy', { status: 'active' });
    expect(traceOf(intent, accepted)).toBe(traceOf(intent, staff));
    expect(traceOf(intent, staff.member('ivy', { roles: ['manager'] }))).not.toBe(traceOf(intent, staff));
  });
});
