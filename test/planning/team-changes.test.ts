import { describe, expect, it } from 'vitest';
import { Failure } from '../../src/failures/failure.ts';
import { administered, planByAda } from '../support/administrator.ts';
import { changes, messages, verdicts } from '../support/planning.ts';
import { add, create, erase, invite, remove, rename } from '../support/wishes-people.ts';

const school = administered()
  .team('North', 'bob', 'dan', 'ivy', 'otto')
  .member('ivy', { status: 'invited' })
  .member('otto', { status: 'inactive' })
  .member('eve')
  .record('R-1', { owner: 'alice' })
  .share('team:North', 'write')
  .share('bob', 'read')
  .share('eve', 'full')
  .record('R-2', { owner: 'dan', confidential: true })
  .share('team:North', 'read')
  .space('S-1', 'collaborative', 'alice')
  .in('team:North');

describe('who changes teams', () => {
  it('O7: administrators alone; the others are told who', () => {
    const wishes = [
      create('New', 'bob'),
      rename('team:North', 'N', 'bob'),
      erase('team:North', 'bob'),
      add('team:North', 'eve', 'bob'),
    ];
    const plan = planByAda(school, ...wishes, remove('team:North', 'dan', 'bob'));
    expect(verdicts(plan)).toEqual(Array.from({ length: 5 }, () => 'O7 teams-by-administrators'));
    expect(plan.steps[0]?.refusal).toMatchObject({ members: ['ada'] });
    expect([...plan.accessChanges, ...plan.effects]).toEqual([]);
  });

  it('O7: no longer once they are inactive', () => {
    const so = school.member('ada', { status: 'inactive' });
    expect(verdicts(planByAda(so, create('New')))).toEqual(['O7 teams-by-administrators']);
  });
});

describe('joining and leaving a team', () => {
  it('O7, S7: whoever leaves loses what only the team gave them, of records seen and unseen, and of spaces', () => {
    expect(changes(planByAda(school, remove('team:North', 'bob')))).toEqual([
      'bob: write → read, lowered',
      'bob: read → none, revoked',
      'bob: member → none, revoked',
    ]);
  });

  it('S7: an owner stays an owner', () => {
    const plan = planByAda(school, remove('team:North', 'dan'));
    expect(changes(plan)).toEqual([
      'dan: write → none, revoked',
      'dan: owner → owner, path-only',
      'dan: member → none, revoked',
    ]);
  });

  it('O7: whoever joins gains it; what they have by more stays', () => {
    expect(changes(planByAda(school, add('team:North', 'eve')))).toEqual([
      'eve: full → full, path-only',
      'eve: none → read, gained',
      'eve: none → member, gained',
    ]);
  });

  it('O12, S8: who is invited or inactive has nothing until they are active', () => {
    const so = school.member('nia', { status: 'invited' });
    const plan = planByAda(so, add('team:North', 'nia'));
    expect(changes(plan)).toEqual(Array.from({ length: 3 }, () => 'nia: none → none, path-only'));
    expect([...plan.accessChanges][0]?.after.paths).toEqual([
      { kind: 'team', level: 'write', via: 'team:North', state: 'inactive' },
    ]);
  });

  it('N5: nobody is written to', () => {
    expect(messages(planByAda(school, add('team:North', 'eve'), remove('team:North', 'bob')))).toEqual([]);
  });

  it('O7: what is so already is unchanged', () => {
    const plan = planByAda(school, add('team:North', 'bob'), remove('team:North', 'eve'));
    expect(verdicts(plan)).toEqual(['unchanged', 'unchanged']);
  });

  it('O7: adding and removing the same is a contradiction that names both rows', () => {
    const both = () => planByAda(school, add('team:North', 'eve'), remove('team:North', 'eve'));
    expect(both).toThrow(Failure);
    try {
      both();
    } catch (error) {
      expect(error).toMatchObject({
        code: 'contradiction',
        details: { rows: [1, 2], target: 'team:North', subject: 'eve@example.org' },
      });
    }
  });
});

describe('creating, renaming and deleting a team', () => {
  it('O7: created once, its members in it', () => {
    const plan = planByAda(school, create('South'), add('new:South', 'bob'), create('South'), add('new:South', 'eve'));
    expect(verdicts(plan)).toEqual(['change', 'change', 'unchanged', 'change']);
    expect(changes(plan)).toEqual([]);
  });

  it('O7: one that is there is left as it is', () => {
    expect(verdicts(planByAda(school, create('North', 'ada', 'team:North')))).toEqual(['unchanged']);
  });

  it('O7: where its creation is refused, so is what is about it', () => {
    const plan = planByAda(school, create('South', 'bob'), add('new:South', 'eve'));
    expect(verdicts(plan)).toEqual(['O7 teams-by-administrators', 'O7 not-created']);
  });

  it('O7, N5: renaming changes nobody’s access and writes to nobody', () => {
    const plan = planByAda(school, rename('team:North', 'Far North'));
    expect([verdicts(plan), changes(plan), messages(plan)]).toEqual([['change'], [], []]);
    expect(verdicts(planByAda(school, rename('team:North', 'North')))).toEqual(['unchanged']);
  });

  it('O7, N5: deleting removes its grants from everybody in it', () => {
    const plan = planByAda(school, erase('team:North'));
    expect(changes(plan).sort()).toEqual([
      'bob: member → none, revoked',
      'bob: read → none, revoked',
      'bob: write → read, lowered',
      'dan: member → none, revoked',
      'dan: owner → owner, path-only',
      'dan: write → none, revoked',
      ...Array.from({ length: 3 }, () => 'ivy: none → none, path-only'),
      ...Array.from({ length: 3 }, () => 'otto: none → none, path-only'),
    ]);
    expect(messages(plan)).toEqual([]);
  });

  it('O6: somebody who could not be invited can join nothing', () => {
    const plan = planByAda(
      school,
      invite('new@example.org', { actor: 'bob' }),
      add('team:North', 'new:new@example.org'),
    );
    expect(verdicts(plan)).toEqual(['O2 members-by-administrators', 'O6 not-created']);
  });
});
