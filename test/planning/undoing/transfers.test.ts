import { describe, expect, it } from 'vitest';
import type { TransferFate } from '../../../src/model/snapshot.ts';
import { undoTransfer } from '../../../src/planning/undoing/transfers.ts';
import { organization } from '../../support/organization.ts';
import { planIn, type Wish } from '../../support/planning.ts';
import { ending, FULL, reassign, seenTransfer, transfer, transferHidden } from '../../support/transferring.ts';

const shared = organization()
  .member('cleo', { roles: ['coordinator'] })
  .member('dan')
  .record('R-1', { owner: 'alice', contents: FULL })
  .share('bob', 'write', true);
const pending = shared.sent('owner', 'alice', 'bob', { include: ['raw-data'] });
const BEGAN = '2026-06-30T22:00:00Z';

const fate = (told: Partial<TransferFate> = {}): TransferFate => ({
  ...seenTransfer('R-1'),
  sentAt: '2026-06-30T22:00:01Z',
  hidden: false,
  ...told,
});

/** What undoes one wish where a transfer has become something: what is wanted, and what is told: `reason who`. */
function undoing(wish: Wish, fates: readonly TransferFate[], so = shared, byRecord = false) {
  const { steps, effects } = planIn(so, wish);
  const [step] = steps;
  if (!step) throw new Error('nothing was planned');
  const then = { before: so.snapshot(), fates, effects: [...effects], since: Date.parse(BEGAN), byRecord };
  const { intents, told } = undoTransfer(step, then);
  return { intents, told: told.map(({ why, who }) => (who === null ? why.reason : `${why.reason} ${who}`)), all: told };
}

describe('undoing a transfer that was sent', () => {
  const sent = transfer('alice', 'R-1', 'bob');

  it('T3: cancels it while it is pending; under its record where its owner is acted for', () => {
    const cancelled = { action: 'transfer.cancel', row: 1, actor: 'alice' };
    expect(undoing(sent, [fate()]).intents).toEqual([{ ...cancelled, transfer: 'T-R-1' }]);
    expect(undoing(sent, [fate()], shared, true).intents).toEqual([{ ...cancelled, transfer: 'R-1' }]);
  });

  it('T3: has nothing left to do once it was declined or cancelled', () => {
    expect(undoing(sent, [fate({ status: 'declined' })])).toMatchObject({ intents: [], told: ['already'] });
    expect(undoing(sent, [fate({ status: 'cancelled' })])).toMatchObject({ intents: [], told: ['already'] });
  });

  it('T3: leaves it alone where a coordinator has reassigned it since', () => {
    expect(undoing(sent, [fate({ to: 'dan' })])).toMatchObject({ intents: [], told: ['changed'] });
  });

  it('T6, T9, T11: once accepted it is its new owner’s; what was destroyed is named, and the share that ended', () => {
    const { intents, told, all } = undoing(sent, [fate({ status: 'accepted' })]);
    expect({ intents, told }).toEqual({ intents: [], told: ['accepted bob', 'destroyed', 'share-ended alice'] });
    expect(all[0]?.wish).toMatchObject({ record: 'R-1', to: 'alice', include: ['confidential', 'raw-data'] });
    expect(all[1]?.why).toMatchObject({
      appointments: FULL.upcomingAppointments,
      items: [
        { item: 'confidential-note', count: 1 },
        { item: 'confidential-document', count: 2 },
        { item: 'raw-data', count: 3 },
        { item: 'task', count: 4 },
        { item: 'memo', count: 5 },
      ],
    });
    expect(all[2]?.wish).toMatchObject({ grantee: { id: 'bob' }, level: 'write', requireApproval: true });
  });

  it('T6: asks nothing of a new owner who has handed it back', () => {
    const back = fate({ id: 'T-2', from: 'bob', to: 'alice', sentBy: 'bob', status: 'accepted' });
    expect(undoing(sent, [fate({ status: 'accepted' }), back]).told[0]).toBe('already');
  });

  it('A3: cancels each of those its sender can’t see that were sent since', () => {
    const hidden = { hidden: true, sentBy: 'cleo', capacity: 'coordinator' } as const;
    const fates = [
      fate({ ...hidden, id: 'T-old', record: 'X-0', sentAt: '2026-06-01T00:00:00Z' }),
      fate({ ...hidden, id: 'T-1', record: 'X-1' }),
      fate({ ...hidden, id: 'T-2', record: 'X-2', status: 'accepted' }),
    ];
    const { intents, told } = undoing(transferHidden('cleo', 'alice', 'bob', 2), fates);
    expect(intents).toMatchObject([{ action: 'transfer.cancel', transfer: 'T-1', actor: 'cleo' }]);
    expect(told[0]).toBe('accepted bob');
  });
});

describe('undoing what became of a transfer', () => {
  it('T6: what was accepted is handed back by its new owner alone', () => {
    const { told } = undoing(ending('accept', 'bob', 'R-1'), [fate({ status: 'accepted' })], pending);
    expect(told).toEqual(['accepted bob', 'destroyed', 'share-ended alice']);
  });

  it('T3, T16: what was declined, only its sender sends again', () => {
    const { intents, told, all } = undoing(ending('decline', 'bob', 'R-1'), [fate({ status: 'declined' })], pending);
    expect({ intents, told }).toEqual({ intents: [], told: ['sender alice'] });
    expect(all[0]?.wish).toMatchObject({ action: 'transfer.send', to: 'bob', include: ['raw-data'], keepCopy: false });
  });

  it('T3, T16: what its own sender cancelled is sent again as it was; what another cancelled, the sender sends', () => {
    const over = [fate({ status: 'cancelled' })];
    expect(undoing(ending('cancel', 'alice', 'R-1'), over, pending).intents).toMatchObject([
      { action: 'transfer.send', actor: 'alice', to: 'bob', include: ['raw-data'] },
    ]);
    expect(undoing(ending('cancel', 'cleo', 'R-1'), over, pending)).toMatchObject({
      intents: [],
      told: ['sender alice'],
    });
    const again = fate({ id: 'T-2', include: ['raw-data'] });
    expect(undoing(ending('cancel', 'alice', 'R-1'), [...over, again], pending).told).toEqual(['already']);
  });

  it('T3: what was reassigned waits for the former recipient again, unless it has ended', () => {
    const wish = reassign('cleo', 'R-1', 'dan');
    expect(undoing(wish, [fate({ to: 'dan' })], pending).intents).toMatchObject([
      { action: 'transfer.reassign', transfer: 'T-R-1', to: 'bob' },
    ]);
    expect(undoing(wish, [fate()], pending).told).toEqual(['already']);
    expect(undoing(wish, [fate({ to: 'dan', status: 'declined' })], pending).told).toEqual(['sender alice']);
    expect(undoing(wish, [fate({ to: 'dan', status: 'accepted' })], pending).told[0]).toBe('accepted dan');
  });
});
