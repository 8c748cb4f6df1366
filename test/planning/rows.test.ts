import { describe, expect, it } from 'vitest';
import { Failure, Failures } from '../../src/failures/failure.ts';
import { inOrder, stateAfter } from '../../src/planning/foretold.ts';
import { organization } from '../support/organization.ts';
import { changes, leave, messages, planIn, share, unshare, verdicts, type Wish } from '../support/planning.ts';

const record = organization()
  .team('North', 'dan', 'eve')
  .member('bob')
  .record('R-1', { owner: 'alice' })
  .share('fred', 'full')
  .record('R-2', { owner: 'alice' });

function failureOf(...wishes: Wish[]): Failure | Failures {
  try {
    planIn(record, ...wishes);
  } catch (error) {
    if (error instanceof Failure || error instanceof Failures) return error;
    throw error;
  }
  throw new Error('it could be planned');
}

describe('rows of one plan', () => {
  it('law 8: rows that want different things of one share are a contradiction that names both', () => {
    const failure = failureOf(
      share('alice', 'R-1', 'bob', 'read'),
      share('alice', 'R-2', 'bob', 'read'),
      share('alice', 'R-1', 'bob', 'write'),
    );
    expect(failure).toMatchObject({
      code: 'contradiction',
      details: { rows: [1, 3], target: 'R-1', subject: 'bob@example.org' },
      where: { row: 3 },
    });
  });

  it('law 8: sharing and unsharing contradict each other; each contradiction is told', () => {
    const failure = failureOf(
      share('alice', 'R-1', 'bob', 'read'),
      unshare('alice', 'R-1', 'bob'),
      share('alice', 'R-1', 'team:North', 'read'),
      unshare('alice', 'R-1', 'team:North'),
    );
    expect(failure).toBeInstanceOf(Failures);
    const told = (failure as Failures).failures.map((one) => one.details);
    expect(told).toEqual([
      { rows: [1, 2], target: 'R-1', subject: 'bob@example.org' },
      { rows: [3, 4], target: 'R-1', subject: 'team:North' },
    ]);
  });

  it('law 8: a row that repeats another has nothing left to do, and writes to nobody', () => {
    const plan = planIn(record, share('alice', 'R-1', 'bob', 'read'), share('alice', 'R-1', 'bob', 'read'));
    expect(verdicts(plan)).toEqual(['change', 'unchanged']);
    expect(plan.steps.map((step) => step.repeats)).toEqual([false, true]);
    expect(messages(plan)).toEqual(['bob email', 'bob notification']);
  });

  it('law 8: a refused row that is repeated is refused again', () => {
    const plan = planIn(record, share('alice', 'R-1', 'alice', 'read'), share('alice', 'R-1', 'alice', 'read'));
    expect(verdicts(plan)).toEqual(['S8 grantee-is-owner', 'S8 grantee-is-owner']);
  });

  it('law 4: a refused row leaves nothing behind, and the others go on', () => {
    const plan = planIn(record, share('alice', 'R-1', 'alice', 'read'), share('alice', 'R-1', 'bob', 'read'));
    expect(changes(plan)).toEqual(['bob: none → read, gained']);
    expect([...plan.accessChanges][0]?.rows).toEqual([2]);
  });

  it('S7: access changes are of all rows together, each naming the rows that touch it', () => {
    const plan = planIn(record, share('alice', 'R-1', 'dan', 'write'), share('alice', 'R-1', 'team:North', 'read'));
    expect(changes(plan)).toEqual(['dan: none → write, gained', 'eve: none → read, gained']);
    expect([...plan.accessChanges].map((change) => change.rows)).toEqual([[1, 2], [2]]);
  });

  it('S2: what takes the actor’s own right away goes last', () => {
    const plan = planIn(
      record,
      leave('fred', 'R-1'),
      share('fred', 'R-1', 'bob', 'read'),
      unshare('fred', 'R-1', 'team:North'),
    );
    expect(plan.steps.map((step) => step.stage)).toEqual([4, 3, 3]);
    expect(inOrder(plan.steps).map((step) => step.row)).toEqual([2, 3, 1]);
  });

  it('S2: lowering one’s own full share goes last, raising somebody’s does not', () => {
    const plan = planIn(record, share('fred', 'R-1', 'fred', 'read'), share('fred', 'R-1', 'bob', 'full'));
    expect(verdicts(plan)).toEqual(['change', 'change']);
    expect(plan.steps.map((step) => step.stage)).toEqual([4, 3]);
    expect(
      stateAfter(plan.steps, record.snapshot())
        .records.get('R-1')
        ?.shares.map((one) => one.level),
    ).toEqual(['full', 'read']);
  });

  it('S2: ending the share of the team one’s right comes from goes last', () => {
    const through = organization().team('South', 'fay').record('R-1', { owner: 'alice' }).share('team:South', 'full');
    const plan = planIn(through.member('bob'), unshare('fay', 'R-1', 'team:South'), share('fay', 'R-1', 'bob', 'read'));
    expect(plan.steps.map((step) => step.stage)).toEqual([4, 3]);
  });
});
