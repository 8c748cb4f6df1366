import { describe, expect, it } from 'vitest';
import { deletionsOf } from '../../src/planning/brakes.ts';
import { organization } from '../support/organization.ts';
import { planIn, verdicts } from '../support/planning.ts';
import { effectsIn, planWith, seenTransfer, transfer, transferHidden } from '../support/transferring.ts';

const people = organization()
  .member('cleo', { roles: ['coordinator'] })
  .member('alice')
  .member('bob');
const hidden = planIn(people, transferHidden('cleo', 'alice', 'bob', 3));

describe('records a coordinator can’t see', () => {
  it('A3: are counted, and nothing else of them is known', () => {
    expect(hidden.steps[0]).toMatchObject({ status: 'change', target: { type: 'member', id: 'alice' } });
    expect(hidden.steps[0]?.detail).toMatchObject({ capacity: 'coordinator', count: 3 });
    expect(hidden.hidden.map(({ phase, member, record, records }) => [phase, member, record, records])).toEqual([
      ['applied', 'bob', null, 3],
      ['accepted', 'bob', null, 3],
      ['accepted', 'alice', null, 3],
    ]);
    expect(hidden.summary.access.unknown).toBe(3);
  });

  it('A3: what is deleted is unknown, even with a copy: tasks and memos can’t be kept (T9)', () => {
    expect(deletionsOf(hidden)).toEqual({ items: 0, unknown: true });
    const kept = planIn(people, transferHidden('cleo', 'alice', 'bob', 3, { keepCopy: true }));
    expect(deletionsOf(kept).unknown).toBe(true);
  });

  it('A3, N3: messages to colleagues are counted, those to clients are not', () => {
    expect(effectsIn('applied', hidden)).toEqual(['email bob 3', 'notification alice 3', 'notification bob 3']);
    expect(effectsIn('accepted', hidden)).toEqual([
      'appointment-cancellation appointment null',
      'deletion something null',
      'email client null',
      'notification cleo 3',
    ]);
  });

  it('T1, T2: are sent by a coordinator, to whom records can be sent', () => {
    expect(verdicts(planIn(people, transferHidden('bob', 'alice', 'bob', 0)))).toEqual(['T1 may-not-transfer-all']);
    expect(verdicts(planIn(people, transferHidden('cleo', 'alice', 'alice', 1)))).toEqual(['T2 recipient-is-owner']);
    const gone = people.member('alice', { status: 'inactive' });
    expect(verdicts(planIn(gone, transferHidden('alice', 'alice', 'bob', 0)))).toEqual(['A1 owner-inactive']);
  });
});

describe('a recipient who is leaving too', () => {
  const two = people.record('R-1', { owner: 'alice' }).record('R-2', { owner: 'bob' });

  it('is found where their own records go to others, by this plan or by what is pending', () => {
    const swapped = planIn(two, transfer('alice', 'R-1', 'bob'), transfer('bob', 'R-2', 'alice'));
    expect(swapped.leaving).toEqual([
      { member: 'bob', records: 1 },
      { member: 'alice', records: 1 },
    ]);
    const away = seenTransfer('R-9', { from: 'bob', to: 'alice' });
    const plan = planWith(two, { transfers: new Map([['T-R-9', away]]) }, transfer('alice', 'R-1', 'bob'));
    expect(plan.leaving).toEqual([{ member: 'bob', records: 1 }]);
    expect(planIn(two, transfer('alice', 'R-1', 'bob')).leaving).toEqual([]);
  });
});
