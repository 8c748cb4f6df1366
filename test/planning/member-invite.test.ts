import { describe, expect, it } from 'vitest';
import { exitOfPreview } from '../../src/commands/ending.ts';
import { administered, planByAda, planOn } from '../support/administrator.ts';
import { changes, messages, verdicts } from '../support/planning.ts';
import { cancel, invite, restore, revoke } from '../support/wishes-people.ts';

const clinic = administered()
  .team('North', 'dan')
  .member('ivy', { status: 'invited' })
  .member('otto', { status: 'inactive' })
  .record('R-1', { owner: 'alice' })
  .share('team:North', 'write');
const seats = (limit: number | null) => ({ seats: { limit, used: 4 } });

describe('inviting', () => {
  it('O2: administrators alone', () => {
    const plan = planByAda(clinic, invite('new@example.org', { actor: 'dan' }));
    expect(verdicts(plan)).toEqual(['O2 members-by-administrators']);
    expect([...plan.effects]).toEqual([]);
  });

  it('N4, O6: one e-mail to the invited address, and a seat', () => {
    const plan = planOn(clinic, seats(10), invite('new@example.org'));
    expect(messages(plan)).toEqual(['new:new@example.org email', 'new:new@example.org seat']);
    expect(plan.summary.emails).toEqual({ colleagues: 1, clients: 0 });
    expect(plan.summary.seats).toEqual({ limit: 10, before: 4, after: 5 });
  });

  it('O12: they have nothing until they are active, through a team too', () => {
    const plan = planByAda(clinic, invite('new@example.org', { teams: ['team:North'] }));
    expect(changes(plan)).toEqual(['new:new@example.org: none → none, path-only']);
    expect([...plan.accessChanges][0]?.after.paths).toMatchObject([
      { kind: 'team', level: 'write', state: 'inactive' },
    ]);
  });

  it('O10: who is active or invited is unchanged, and not written to; who is inactive is restored instead', () => {
    const plan = planByAda(clinic, invite('dan'), invite('ivy', { roles: ['coordinator'] }), invite('otto'));
    expect(verdicts(plan)).toEqual(['unchanged', 'unchanged', 'O10 restore-instead']);
    expect([...plan.effects]).toEqual([]);
  });

  it('N4, O6: again only on purpose, and then no seat is taken', () => {
    const plan = planOn(clinic, seats(4), invite('ivy', { resend: true }), invite('dan', { resend: true }));
    expect([verdicts(plan), messages(plan)]).toEqual([['change', 'unchanged'], ['ivy email']]);
  });

  it('O2: managers are for educational organizations', () => {
    const wish = invite('new@example.org', { roles: ['manager'] });
    expect(verdicts(planOn(clinic, { kind: 'clinic' }, wish))).toEqual(['O2 manager-elsewhere']);
    expect(verdicts(planByAda(clinic, wish))).toEqual(['change']);
  });

  it('O1: the same person invited twice alike is one invitation; twice otherwise, a contradiction', () => {
    const twice = planByAda(clinic, invite('new@example.org'), invite('new@example.org'));
    expect(verdicts(twice)).toEqual(['change', 'unchanged']);
    expect(() => planByAda(clinic, invite('a@b.c'), invite('a@b.c', { roles: ['coordinator'] }))).toThrow(
      'contradiction',
    );
  });
});

describe('seats', () => {
  const three = (fillSeats = false) => ['a@x.org', 'b@x.org', 'c@x.org'].map((email) => invite(email, { fillSeats }));

  it('O6: where they are short, the rows that would not fit are told before anything is sent', () => {
    const plan = planOn(clinic, seats(5), ...three());
    expect(verdicts(plan)).toEqual(['change', 'O6 no-seat', 'O6 no-seat']);
    expect(plan.summary.seats).toEqual({ limit: 5, before: 4, after: 7 });
    expect(exitOfPreview(plan, false)).toBe(6);
  });

  it('O6: those that fit can go by themselves, the others are left out', () => {
    const plan = planOn(clinic, seats(5), ...three(true));
    expect(plan.summary.seats).toEqual({ limit: 5, before: 4, after: 5 });
    expect(exitOfPreview(plan, false)).toBe(7);
  });

  it('O6: none at all is left', () => {
    expect(exitOfPreview(planOn(clinic, seats(4), ...three(true)), false)).toBe(6);
  });

  it('O6: a free trial has no limit of members', () => {
    const plan = planOn(clinic, seats(null), ...three());
    expect([verdicts(plan), plan.summary.seats]).toEqual([['change', 'change', 'change'], null]);
  });

  it('O12: restoring needs one too', () => {
    expect(verdicts(planOn(clinic, seats(4), restore('otto')))).toEqual(['O12 no-seat']);
    expect(planOn(clinic, seats(5), restore('otto')).summary.seats).toEqual({ limit: 5, before: 4, after: 5 });
  });

  it('O6, O12: revoking somebody, or cancelling an invitation, gives one back', () => {
    const plan = planOn(clinic, seats(5), revoke('dan'), cancel('ivy'));
    expect(plan.summary.seats).toEqual({ limit: 5, before: 4, after: 2 });
  });
});
