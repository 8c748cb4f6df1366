import { describe, expect, it } from 'vitest';
import { organization } from '../support/organization.ts';
import { leave, messages, planIn, share, unshare } from '../support/planning.ts';

const record = organization()
  .team('North', 'alice', 'bob', 'dan', 'ivy', 'otto')
  .member('ivy', { status: 'invited' })
  .member('otto', { status: 'inactive' })
  .record('R-1', { owner: 'alice' });

describe('who is written to', () => {
  it('N1: one e-mail and one notification, to a colleague', () => {
    const plan = planIn(record, share('alice', 'R-1', 'bob', 'read'));
    const message = {
      phase: 'applied',
      audience: 'colleague',
      to: 'bob',
      item: null,
      resource: { type: 'record', id: 'R-1' },
      count: 1,
      irreversible: false,
      rows: [1],
    };
    expect([...plan.effects]).toEqual([
      { ...message, kind: 'email' },
      { ...message, kind: 'notification' },
    ]);
    expect(plan.summary.emails).toEqual({ colleagues: 1, clients: 0 });
  });

  it('N1: each active member of a team, not the one acting, not the owner, nobody inactive or invited', () => {
    const byOwner = planIn(record, share('alice', 'R-1', 'team:North', 'read'));
    expect(messages(byOwner)).toEqual(['bob email', 'bob notification', 'dan email', 'dan notification']);
    const byBob = planIn(record.share('bob', 'full'), share('bob', 'R-1', 'team:North', 'read'));
    expect(messages(byBob)).toEqual(['dan email', 'dan notification']);
  });

  it('N1: whoever has access already by another way too', () => {
    const shared = record.share('team:North', 'full');
    expect(messages(planIn(shared, share('alice', 'R-1', 'dan', 'read')))).toEqual(['dan email', 'dan notification']);
  });

  it('N1: two shares, two messages', () => {
    const plan = planIn(record, share('alice', 'R-1', 'team:North', 'read'), share('alice', 'R-1', 'dan', 'write'));
    expect(messages(plan).filter((message) => message === 'dan email')).toHaveLength(2);
    expect(plan.summary.emails.colleagues).toBe(3);
  });

  it('S5: a changed share notifies, lowered ones too; S9: a change of approval alone as well', () => {
    const shared = record.share('dan', 'write');
    const dan = ['dan email', 'dan notification'];
    expect(messages(planIn(shared, share('alice', 'R-1', 'dan', 'read')))).toEqual(dan);
    expect(messages(planIn(shared, share('alice', 'R-1', 'dan', 'write', true)))).toEqual(dan);
  });

  it('N5: unsharing, leaving and what is unchanged or refused write to nobody', () => {
    const shared = record.share('dan', 'write').share('bob', 'read');
    const plan = planIn(
      shared,
      unshare('alice', 'R-1', 'dan'),
      leave('bob', 'R-1'),
      share('alice', 'R-1', 'otto', 'read'),
      unshare('alice', 'R-1', 'ivy'),
    );
    expect(plan.summary.steps).toEqual({ change: 2, unchanged: 1, refused: 1, waiting: 0 });
    expect(messages(plan)).toEqual([]);
  });
});
