import { describe, expect, it } from 'vitest';
import { organization } from '../support/organization.ts';
import { planIn, share, unshare } from '../support/planning.ts';

const record = organization()
  .team('North', 'bob', 'dan', 'ivy')
  .member('ivy', { status: 'invited' })
  .member('eve')
  .record('R-1', { owner: 'alice' })
  .share('bob', 'write')
  .share('carl', 'read')
  .share('fred', 'full')
  .share('wes', 'write');

describe('what a plan comes to', () => {
  const plan = planIn(
    record,
    share('alice', 'R-1', 'team:North', 'read'),
    unshare('alice', 'R-1', 'carl'),
    share('alice', 'R-1', 'fred', 'read'),
    share('alice', 'R-1', 'wes', 'full'),
    share('alice', 'R-1', 'eve', 'write'),
    unshare('alice', 'R-1', 'ivy'),
    share('alice', 'R-1', 'alice', 'read'),
  );

  it('counts steps and access changes by what they are', () => {
    expect(plan.summary.steps).toEqual({ change: 5, unchanged: 1, refused: 1, waiting: 0 });
    expect(plan.summary.access).toEqual({
      gained: 2,
      revoked: 1,
      raised: 1,
      lowered: 1,
      'path-only': 2,
      suspended: 0,
      resumed: 0,
      unknown: 0,
    });
  });

  it('counts e-mails, not notifications; nothing is deleted, and no seat is taken', () => {
    expect(plan.summary.emails).toEqual({ colleagues: 5, clients: 0 });
    expect([plan.summary.deletions, plan.summary.seats]).toEqual([0, null]);
  });

  it('O11: a plan holds ids, levels and ways, never a name or a title', () => {
    const told = planIn(
      record.member('bob', { name: 'Bob Gagnon', email: 'bob.gagnon@example.org' }),
      share('alice', 'R-1', 'bob', 'full'),
    );
    expect(JSON.stringify(told)).not.toMatch(/Gagnon|gagnon|title/);
  });
});
