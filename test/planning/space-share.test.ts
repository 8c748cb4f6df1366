import { describe, expect, it } from 'vitest';
import type { Failure } from '../../src/failures/failure.ts';
import { plan } from '../../src/planning/planner.ts';
import { organization } from '../support/organization.ts';
import { changes, invite, messages, numbered, planByAdministrator, planIn, verdicts } from '../support/planning.ts';

const people = organization()
  .member('alice')
  .member('bob')
  .member('carl')
  .member('dan')
  .member('gus')
  .member('otto', { status: 'inactive' })
  .member('ivy', { status: 'invited' })
  .team('North', 'dan', 'eve', 'ivy');
const multi = people.space('S-1', 'multi', 'alice');
const collaborative = people.space('S-2', 'collaborative', 'alice');

const failing = (run: () => unknown): Failure => {
  try {
    run();
  } catch (error) {
    return error as Failure;
  }
  throw new Error('it did not fail');
};

describe('having somebody in a space', () => {
  it('C1: in a collaborative space everybody invites, through a team too, and there are no levels', () => {
    const so = collaborative.in('bob').in('team:North');
    const plan = planIn(so, invite('bob', 'S-2', 'carl'), invite('dan', 'S-2', 'gus'));
    expect(verdicts(plan)).toEqual(['change', 'change']);
    expect(changes(plan)).toEqual(['carl: none → member, gained', 'gus: none → member, gained']);
    expect(verdicts(planIn(so, invite('carl', 'S-2', 'gus')))).toEqual(['C4 may-not-change-space']);
    expect(verdicts(planIn(so, invite('bob', 'S-2', 'carl', 'read')))).toEqual(['C1 collaborative-level']);
  });

  it('C2: in a multi-space with a level, for a team as for a member', () => {
    const plan = planIn(multi, invite('alice', 'S-1', 'bob', 'write'), invite('alice', 'S-1', 'team:North', 'read'));
    expect(changes(plan).sort()).toEqual([
      'bob: none → write, gained',
      'dan: none → read, gained',
      'eve: none → read, gained',
      'ivy: none → none, path-only',
    ]);
    expect(verdicts(planIn(multi, invite('alice', 'S-1', 'bob')))).toEqual(['C2 multi-level']);
  });

  it('C4: in a multi-space by its creator and those with full access, through a team too', () => {
    const so = multi.in('bob', 'full').in('carl', 'write').in('team:North', 'full');
    const by = (actor: string) => verdicts(planIn(so, invite(actor, 'S-1', 'gus', 'read')))[0];
    expect(['alice', 'bob', 'carl', 'dan', 'ivy'].map(by)).toEqual([
      'change',
      'change',
      'C4 may-not-change-space',
      'change',
      'C4 may-not-change-space',
    ]);
  });

  it('C4, A1: of a space its actor is not in, a token that could act for its creator is told how', () => {
    const unseen = { ...multi.snapshot(true), state: people.state };
    const [step] = plan(numbered([invite('bob', 'S-1', 'carl', 'read')]), unseen).steps;
    expect(step?.refusal).toEqual({ reason: 'space-unseen', rule: 'C4', couldActAs: true });
    const [told] = planByAdministrator(multi, invite('carl', 'S-1', 'gus', 'read')).steps;
    expect(told?.refusal).toMatchObject({ couldActAs: true });
  });

  it('C4, A1: nobody acts for a creator who is not active', () => {
    const left = people.space('S-3', 'multi', 'otto');
    expect(verdicts(planIn(left, invite('otto', 'S-3', 'bob', 'read')))).toEqual(['A1 creator-inactive']);
  });

  it('S8: active members and teams; whoever is in it already stays unchanged, whatever their status', () => {
    expect(
      verdicts(planIn(multi, invite('alice', 'S-1', 'otto', 'read'), invite('alice', 'S-1', 'ivy', 'read'))),
    ).toEqual(['S8 grantee-not-active', 'S8 grantee-not-active']);
    expect(verdicts(planIn(multi.in('otto', 'read'), invite('alice', 'S-1', 'otto', 'read')))).toEqual(['unchanged']);
  });

  it('C8: the creator may hold a share, a second path', () => {
    const plan = planIn(multi.in('bob', 'full'), invite('bob', 'S-1', 'alice', 'read'));
    expect(verdicts(plan)).toEqual(['change']);
    expect(changes(plan)).toEqual(['alice: full → full, path-only']);
    expect(messages(plan)).toEqual([]);
  });

  it('C5, N2: everyone added is written to, but the one acting, whoever is not active, and those in it at that level or above', () => {
    const so = multi.in('dan', 'full').in('bob', 'read');
    expect(messages(planIn(so, invite('alice', 'S-1', 'team:North', 'write')))).toEqual([
      'eve email',
      'eve notification',
    ]);
    expect(messages(planIn(so, invite('alice', 'S-1', 'bob', 'write')))).toEqual(['bob email', 'bob notification']);
    expect(messages(planIn(so, invite('dan', 'S-1', 'team:North', 'full')))).toEqual(['eve email', 'eve notification']);
    expect(messages(planIn(collaborative.in('team:North'), invite('alice', 'S-2', 'dan')))).toEqual([]);
  });

  it('N2: whom one row adds, the next finds there', () => {
    const both = [invite('alice', 'S-1', 'dan', 'write'), invite('alice', 'S-1', 'team:North', 'read')] as const;
    const once = ['dan email', 'dan notification', 'eve email', 'eve notification'];
    expect(messages(planIn(multi, ...both))).toEqual(once);
    const twice = ['dan email', 'dan email', 'dan notification', 'dan notification', 'eve email', 'eve notification'];
    expect(messages(planIn(multi, both[1], both[0]))).toEqual(twice);
  });

  it('what takes away the right to the others comes last', () => {
    const so = multi.in('bob', 'full');
    const plan = planIn(so, invite('bob', 'S-1', 'bob', 'read'), invite('bob', 'S-1', 'carl', 'read'));
    expect(plan.steps.map(({ stage, status }) => [stage, status])).toEqual([
      [4, 'change'],
      [3, 'change'],
    ]);
  });

  it('two levels for one grantee contradict each other, both rows named', () => {
    const failure = failing(() =>
      planIn(multi, invite('alice', 'S-1', 'bob', 'read'), invite('alice', 'S-1', 'bob', 'full')),
    );
    expect(failure).toMatchObject({
      code: 'contradiction',
      details: { rows: [1, 2], target: 'S-1', subject: 'bob@example.org' },
    });
  });
});
