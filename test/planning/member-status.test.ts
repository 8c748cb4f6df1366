import { describe, expect, it } from 'vitest';
import type { Role } from '../../src/model/organization.ts';
import { stateAfter } from '../../src/planning/foretold.ts';
import { administered, planByAda, planOn, seenByAdministrator } from '../support/administrator.ts';
import { changes, messages, verdicts, type Wish } from '../support/planning.ts';
import { cancel, restore, revoke, setRoles } from '../support/wishes-people.ts';

const school = administered()
  .team('North', 'bob', 'ivy', 'otto')
  .member('ivy', { status: 'invited' })
  .member('otto', { status: 'inactive' })
  .member('cleo', { roles: ['coordinator'] })
  .record('R-1', { owner: 'bob' })
  .copy('bob')
  .record('R-2', { owner: 'otto' })
  .share('team:North', 'read')
  .record('R-3', { owner: 'alice', confidential: true })
  .share('otto', 'full')
  .transfer('owner', 'bob');

describe('revoking and restoring', () => {
  it('O2: for administrators', () => {
    const plan = planByAda(school, revoke('bob', 'cleo'), restore('otto', 'cleo'), cancel('ivy', 'cleo'));
    expect(verdicts(plan)).toEqual(Array.from({ length: 3 }, () => 'O2 members-by-administrators'));
  });

  it('O5: a revoked member loses all access at once', () => {
    expect(changes(planByAda(school, revoke('bob')))).toEqual([
      'bob: owner → none, revoked',
      'bob: read → none, revoked',
      'bob: metadata → none, revoked',
    ]);
  });

  it('O5, T15, T17: what stays behind is told: records, copies, transfers left hanging', () => {
    const hanging = { transfers: [{ number: 'R-3', as: 'recipient' as const }], all: false };
    const people = { invitations: new Map(), hanging: new Map([['bob', hanging]]) };
    const two = school.record('R-4', { owner: 'bob' });
    expect(planOn(two, { people }, revoke('bob')).steps[0]?.detail).toEqual({
      records: 2,
      copies: 1,
      transfers: ['R-3 recipient'],
      transfersKnown: false,
    });
  });

  it('T15: who is demoted leaves hanging what they were to receive as practitioner, or sent as coordinator', () => {
    const transfers = (['recipient', 'owner', 'sender'] as const).map((as, n) => ({ number: `R-${n}`, as }));
    const hanging = new Map([['bob', { transfers, all: true }]]);
    const people = { invitations: new Map(), schools: [], hanging };
    const so = school.member('bob', { roles: ['practitioner', 'coordinator', 'administrator'] });
    const left = (role: Role) =>
      planOn(so, { people }, setRoles('bob', { remove: [role] })).steps[0]?.detail['transfers'];
    expect(left('practitioner')).toEqual(['R-0 recipient']);
    expect(left('coordinator')).toEqual(['R-2 sender']);
    expect(left('administrator')).toBeUndefined();
  });

  it('O5, O12: restoring brings back what was theirs, but for what a transfer cuts off', () => {
    expect(changes(planByAda(school, restore('otto')))).toEqual(['otto: none → owner, gained']);
  });

  it('O12: revoking an invited member cancels the invitation: they leave organization and teams', () => {
    for (const wish of [revoke('ivy'), cancel('ivy')]) {
      const plan = planByAda(school, wish);
      expect(changes(plan)).toEqual(['ivy: none → none, path-only']);
      expect([...plan.accessChanges][0]?.after.paths).toEqual([]);
    }
  });

  it('O12: a cancelled invitation leaves nobody behind in a team; a revoked member stays in theirs', () => {
    const after = (wish: Wish) => stateAfter(planByAda(school, wish).steps, seenByAdministrator(school));
    for (const wish of [revoke('ivy'), cancel('ivy')]) {
      const { members, teams } = after(wish);
      expect([members.has('ivy'), [...(teams.get('team:North')?.members ?? [])]]).toEqual([false, ['bob', 'otto']]);
    }
    expect([...(after(revoke('bob')).teams.get('team:North')?.members ?? [])]).toEqual(['bob', 'ivy', 'otto']);
  });

  it('O12: only an invitation can be cancelled, only a revoked member restored', () => {
    const cancelled = planByAda(school, cancel('bob'), cancel('otto'));
    expect(verdicts(cancelled)).toEqual(['O12 not-invited', 'unchanged']);
    const restored = planByAda(school, restore('ivy'), restore('bob'));
    expect(verdicts(restored)).toEqual(['O12 restore-invited', 'unchanged']);
    expect(verdicts(planByAda(school, revoke('otto')))).toEqual(['unchanged']);
  });

  it('N5: nobody is written to', () => {
    expect(messages(planByAda(school, revoke('bob'), restore('otto'))).filter((one) => !one.endsWith('seat'))).toEqual(
      [],
    );
  });

  it('O5: revoking and restoring the same is a contradiction', () => {
    expect(() => planByAda(school, revoke('bob'), restore('bob'))).toThrow('contradiction');
  });

  it('O4: what a role opened is one row with its number, and no loss', () => {
    const plan = planByAda(school, revoke('cleo'));
    expect(changes(plan)).toEqual(['cleo: metadata → none, revoked']);
    expect([...plan.accessChanges][0]).toMatchObject({ resource: { type: 'organization' }, count: 2, rows: [1] });
  });
});

describe('the last administrator', () => {
  const two = school.member('abe', { roles: ['practitioner', 'administrator'] });

  it('O3: can be neither revoked nor demoted', () => {
    expect(verdicts(planByAda(school, revoke('ada')))).toEqual(['O3 last-administrators']);
    const demoted = planByAda(school, setRoles('ada', { set: ['practitioner'] }));
    expect(verdicts(demoted)).toEqual(['O3 last-administrators']);
    expect([...demoted.accessChanges, ...demoted.effects]).toEqual([]);
  });

  it('O3: of two, one can; together neither, whatever the order', () => {
    const demote = setRoles('abe', { remove: ['administrator'] });
    expect(verdicts(planByAda(two, revoke('ada')))).toEqual(['change']);
    expect(verdicts(planByAda(two, revoke('ada'), demote))).toEqual([
      'O3 last-administrators',
      'O3 last-administrators',
    ]);
    expect(verdicts(planByAda(two, demote, revoke('ada')))).toEqual([
      'O3 last-administrators',
      'O3 last-administrators',
    ]);
  });

  it('O3: unless another row makes somebody else one, which then goes first', () => {
    const plan = planByAda(
      school,
      setRoles('ada', { set: ['practitioner'] }),
      setRoles('bob', { add: ['administrator'] }),
    );
    expect(verdicts(plan)).toEqual(['change', 'change']);
    expect(plan.steps.map(({ stage }) => stage)).toEqual([4, 3]);
  });

  it('O3: an inactive administrator doesn’t count', () => {
    const so = two.member('abe', { status: 'inactive', roles: ['administrator'] });
    expect(verdicts(planByAda(so, revoke('ada')))).toEqual(['O3 last-administrators']);
  });
});
