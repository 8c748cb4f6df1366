import { describe, expect, it } from 'vitest';
import { byId } from '../../src/model/collections.ts';
import type { SeenProfile, Snapshot } from '../../src/model/snapshot.ts';
import type { Plan } from '../../src/planning/plan.ts';
import { plan as planOf } from '../../src/planning/planner.ts';
import { type Organization, organization } from '../support/organization.ts';
import { changes, create, invite, messages, numbered, planIn, verdicts, type Wish } from '../support/planning.ts';

const people = organization()
  .member('alice', { schools: ['010'] })
  .member('bob')
  .member('ada', { roles: ['administrator'] })
  .member('cleo', { roles: ['coordinator'] })
  .member('max', { roles: ['manager'], schools: ['020'] })
  .team('North', 'dan', 'eve');

const profile = (key: string, school: string | null, hasMultiSpace = false): SeenProfile => ({
  id: key,
  key,
  school,
  hasMultiSpace,
});
const PROFILES = [profile('P-1', '010'), profile('P-2', '020'), profile('P-3', '010', true), profile('P-4', null)];

/** Plans wishes where there are some profiles, in an organization with schools unless told otherwise. */
const planAround = (so: Organization, wishes: readonly Wish[], told: Partial<Snapshot> = {}): Plan =>
  planOf(numbered(wishes), { ...so.snapshot(), profiles: byId(PROFILES), hasSchools: true, ...told });

describe('creating a space', () => {
  it('C1, C8: a collaborative one on its own: its creator is in it, and nobody else', () => {
    const made = planIn(people, create('alice', 'collaborative', { name: 'Crisis' }));
    expect([...verdicts(made), ...changes(made)]).toEqual(['change', 'alice: none → member, gained']);
    expect([...made.accessChanges][0]?.resource).toEqual({ type: 'space', id: 'new:Crisis' });
    expect(messages(made)).toEqual([]);
  });

  it('C1: from a record one has read or more on, a copy counting as that (T10)', () => {
    const record = people.record('R-1', { owner: 'alice' }).share('bob', 'read');
    const from = (actor: string, so = record) =>
      verdicts(planIn(so, create(actor, 'collaborative', { name: 'One', record: 'R-1' })))[0];
    expect([from('alice'), from('bob'), from('cleo')]).toEqual(['change', 'change', 'C1 record-not-read']);
    expect(from('bob', record.transfer('owner', 'gus'))).toBe('C1 record-not-read');
    expect(from('gus', record.transfer('owner', 'gus'))).toBe('C1 record-not-read');
    expect(from('gus', record.copy('gus'))).toBe('change');
    const snapshot = record.seenInPart().snapshot();
    const seen = new Map(
      [...snapshot.seen].map(([id, one]) => [id, { ...one, details: null, holdsCopy: true as const }]),
    );
    const blind = { ...snapshot, seen, state: { ...snapshot.state, records: new Map() } };
    const made = planOf(numbered([create('gus', 'collaborative', { name: 'One', record: 'R-1' })]), blind);
    expect(verdicts(made)).toEqual(['change']);
  });

  it('C3: from a record: nobody gains or loses anything on it', () => {
    const record = people.record('R-1', { owner: 'alice' });
    const made = planIn(
      record,
      create('alice', 'collaborative', { name: 'One', record: 'R-1' }),
      invite('alice', 'new:One', 'bob'),
    );
    expect(new Set(made.accessChanges.map(({ resource }) => resource.type))).toEqual(new Set(['space']));
  });

  it('C2, C8: a multi-space, shared in the same row: its creator has full', () => {
    const made = planAround(people, [
      create('alice', 'multi', { profile: 'P-1' }),
      invite('alice', 'new:P-1', 'bob', 'write'),
      invite('alice', 'new:P-1', 'team:North', 'read'),
    ]);
    expect(changes(made)).toEqual([
      'alice: none → full, gained',
      'bob: none → write, gained',
      'dan: none → read, gained',
      'eve: none → read, gained',
    ]);
    expect(messages(made).filter((one) => one.endsWith('email'))).toEqual(['bob email', 'dan email', 'eve email']);
  });

  it('C6: for profiles of one’s own schools; administrators and coordinators for any', () => {
    const by = (actor: string, key: string, told: Partial<Snapshot> = {}) =>
      verdicts(planAround(people, [create(actor, 'multi', { profile: key })], told))[0];
    const refused = 'C6 profile-of-other-school';
    expect([by('alice', 'P-1'), by('alice', 'P-2'), by('alice', 'P-4')]).toEqual(['change', refused, refused]);
    expect([by('max', 'P-2'), by('max', 'P-1'), by('bob', 'P-1')]).toEqual(['change', refused, refused]);
    expect([by('ada', 'P-2'), by('cleo', 'P-4')]).toEqual(['change', 'change']);
    expect(by('bob', 'P-1', { hasSchools: false })).toBe('change');
    expect(verdicts(planAround(people, [create('alice', 'collaborative', { profile: 'P-2' })]))).toEqual([refused]);
  });

  it('C6: a profile keeps the multi-space it has: shares apply to that one', () => {
    const so = people.space('S-1', 'multi', 'alice');
    const made = planAround(so, [
      create('alice', 'multi', { profile: 'P-3', space: 'S-1' }),
      invite('alice', 'S-1', 'bob', 'read'),
    ]);
    expect(verdicts(made)).toEqual(['unchanged', 'change']);
    expect(changes(made)).toEqual(['bob: none → read, gained']);
  });

  it('C6: one outside one’s view is refused without being named, and what it was to be shared with too', () => {
    const made = planAround(people, [
      create('alice', 'multi', { profile: 'P-3' }),
      invite('alice', 'new:P-3', 'bob', 'read'),
    ]);
    expect(verdicts(made)).toEqual(['C6 has-multi-space', 'C6 space-not-made']);
    expect([...made.accessChanges]).toEqual([]);
    expect(verdicts(planAround(people, [create('alice', 'multi', { profile: 'P-3', another: true })]))).toEqual([
      'change',
    ]);
    expect(verdicts(planAround(people, [create('alice', 'collaborative', { profile: 'P-3' })]))).toEqual(['change']);
  });

  it('A1: nobody creates for an owner who is not active', () => {
    const left = people.member('otto', { status: 'inactive' }).record('R-1', { owner: 'otto' });
    expect(verdicts(planIn(left, create('otto', 'collaborative', { name: 'One', record: 'R-1' })))).toEqual([
      'A1 owner-inactive',
    ]);
  });

  it('two rows that want the same one make one, in any order', () => {
    const made = planAround(people, [
      invite('alice', 'new:P-1', 'bob', 'read'),
      create('alice', 'multi', { profile: 'P-1' }),
      create('alice', 'multi', { profile: 'P-1' }),
    ]);
    expect(made.steps.map(({ status, repeats, stage }) => [status, repeats, stage])).toEqual([
      ['change', false, 3],
      ['change', false, 1],
      ['unchanged', true, 1],
    ]);
  });
});
