import { describe, expect, it } from 'vitest';
import { organization } from '../support/organization.ts';
import { changes, leaveSpace, messages, planIn, takeOut, verdicts } from '../support/planning.ts';

const people = organization().member('alice').member('bob').member('carl').team('North', 'dan', 'eve');
const multi = people.space('S-1', 'multi', 'alice').in('bob', 'full').in('carl', 'write').in('team:North', 'read');
const collaborative = people.space('S-2', 'collaborative', 'alice').in('bob').in('team:North');

describe('taking somebody out of a space', () => {
  it('C4: from a multi-space by its creator and those with full access', () => {
    const by = (actor: string) => verdicts(planIn(multi, takeOut(actor, 'S-1', 'team:North')))[0];
    expect(['alice', 'bob', 'carl', 'dan'].map(by)).toEqual([
      'change',
      'change',
      'C4 may-not-change-space',
      'C4 may-not-change-space',
    ]);
  });

  it('C4: from a collaborative space by its creator, who invites though everybody may', () => {
    const by = (actor: string) => verdicts(planIn(collaborative, takeOut(actor, 'S-2', 'team:North')))[0];
    expect(['alice', 'bob', 'dan'].map(by)).toEqual(['change', 'C4 may-not-remove-others', 'C4 may-not-remove-others']);
  });

  it('C4: what one was given oneself one gives back, whatever one’s level', () => {
    expect(verdicts(planIn(multi, takeOut('carl', 'S-1', 'carl')))).toEqual(['change']);
    expect(verdicts(planIn(collaborative, takeOut('bob', 'S-2', 'bob')))).toEqual(['change']);
  });

  it('S7, N5: another way stays, and nobody is written to', () => {
    const plan = planIn(multi.in('dan', 'full'), takeOut('alice', 'S-1', 'dan'), takeOut('alice', 'S-1', 'carl'));
    expect(changes(plan).sort()).toEqual(['carl: write → none, revoked', 'dan: full → read, lowered']);
    expect(messages(plan)).toEqual([]);
  });

  it('C8: the creator can’t be removed; a share they also hold can', () => {
    expect(verdicts(planIn(multi, takeOut('bob', 'S-1', 'alice')))).toEqual(['C8 creator-stays']);
    const second = planIn(multi.in('alice', 'read'), takeOut('bob', 'S-1', 'alice'));
    expect([...verdicts(second), ...changes(second)]).toEqual(['change', 'alice: full → full, path-only']);
  });

  it('who is not in it is unchanged', () => {
    expect(verdicts(planIn(multi, takeOut('alice', 'S-1', 'gus')))).toEqual(['unchanged']);
  });
});

describe('leaving a space', () => {
  it('C4: whoever was given something directly; what a team gives is left by leaving the team', () => {
    const plan = planIn(multi, leaveSpace('carl', 'S-1'));
    expect([...verdicts(plan), ...changes(plan)]).toEqual(['change', 'carl: write → none, revoked']);
    const [step] = planIn(multi, leaveSpace('dan', 'S-1')).steps;
    expect(step?.refusal).toEqual({ reason: 'in-through-team', rule: 'C4', teams: ['team:North'] });
  });

  it('C8: its creator can’t, but for a share they also hold', () => {
    expect(verdicts(planIn(multi, leaveSpace('alice', 'S-1')))).toEqual(['C8 creator-cannot-leave']);
    expect(verdicts(planIn(collaborative, leaveSpace('alice', 'S-2')))).toEqual(['C8 creator-cannot-leave']);
    expect(verdicts(planIn(multi.in('alice', 'read'), leaveSpace('alice', 'S-1')))).toEqual(['change']);
  });

  it('C4: it comes after the other steps on the space, which may rest on it', () => {
    const plan = planIn(multi, takeOut('bob', 'S-1', 'bob'), takeOut('bob', 'S-1', 'carl'));
    expect(plan.steps.map(({ stage }) => stage)).toEqual([4, 3]);
  });
});
