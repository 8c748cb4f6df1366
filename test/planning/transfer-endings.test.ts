import { describe, expect, it } from 'vitest';
import { lossesOf } from '../../src/planning/brakes.ts';
import { stateAfter } from '../../src/planning/foretold.ts';
import { plan } from '../../src/planning/planner.ts';
import { textsOf } from '../../src/texts/index.ts';
import { organization } from '../support/organization.ts';
import { numbered, planByAdministrator, planIn, verdicts, type Wish } from '../support/planning.ts';
import { changesIn, effectsIn, ending, FULL, planWith, reassign, seenTransfer } from '../support/transferring.ts';

const shared = organization()
  .member('cleo', { roles: ['coordinator'] })
  .member('fay')
  .team('North', 'dan')
  .record('R-1', { owner: 'alice', contents: FULL })
  .share('bob', 'write')
  .share('team:North', 'read');
const pending = shared.sent('owner', 'alice', 'bob');
const byCleo = shared.sent('coordinator', 'cleo', 'bob');
const ended = (status: 'accepted' | 'declined' | 'cancelled') => ({
  transfers: new Map([['T-R-1', seenTransfer('R-1', { status })]]),
});

describe('accepting', () => {
  const accepted = planIn(pending, ending('accept', 'bob', 'R-1'));

  it('T3: the recipient accepts and declines, nobody else; who could act for them is told as whom', () => {
    expect(verdicts(planIn(pending, ending('accept', 'alice', 'R-1')))).toEqual(['T3 not-the-recipient']);
    expect(verdicts(planIn(pending, ending('decline', 'cleo', 'R-1')))).toEqual(['T3 not-the-recipient']);
    const [step] = planByAdministrator(pending, ending('accept', 'alice', 'R-1')).steps;
    expect(step?.refusal).toEqual({ reason: 'not-the-recipient', rule: 'T3', recipient: 'bob', couldActAs: true });
  });

  it('T4, T6: the recipient is the owner, the former owner has nothing, collaborators have again what they had', () => {
    expect(changesIn('applied', accepted)).toEqual([
      'alice: owner → none, revoked',
      'bob: metadata → owner, raised',
      'dan: none → read, resumed',
    ]);
    expect(changesIn('accepted', accepted)).toEqual([]);
    expect(lossesOf(accepted)).toBe(0);
  });

  it('T9, T11, T12: what was left out is destroyed now, and clients are written to now', () => {
    expect(effectsIn('applied', accepted)).toEqual([
      'appointment-cancellation appointment 6',
      'deletion confidential-document 2',
      'deletion confidential-note 1',
      'deletion memo 5',
      'deletion raw-data 3',
      'deletion task 4',
      'email client 6',
      'notification alice 1',
    ]);
  });

  it('T8, T10: what was chosen at sending holds', () => {
    const kept = shared.sent('owner', 'alice', 'bob', { include: ['raw-data'], keepCopy: true });
    const plan = planIn(kept, ending('accept', 'bob', 'R-1'));
    expect(changesIn('applied', plan)).toContain('alice: owner → read, lowered');
    expect(plan.summary.deletions).toBe(9);
  });

  it('T11: planned again from what it predicts, there is nothing left to destroy', () => {
    const wishes = numbered([ending('accept', 'bob', 'R-1')]);
    const snapshot = pending.snapshot();
    const state = stateAfter(plan(wishes, snapshot).steps, snapshot);
    expect(state.records.get('R-1')?.contents).toEqual({
      confidentialNotes: 0,
      confidentialDocuments: 0,
      rawData: 0,
      tasks: 0,
      memos: 0,
      upcomingAppointments: 0,
    });
  });

  it('T13: the new owner owns it; that notes written before can be read, not edited, the help says', async () => {
    expect([...accepted.accessChanges].find(({ member }) => member === 'bob')?.after.level).toBe('owner');
    expect((await textsOf('en')).help['transfer accept']?.description).toContain(
      'notes written before you can read, not edit',
    );
  });

  it('T15: a recipient who is no practitioner any more, or not active, can’t accept', () => {
    const demoted = pending.member('bob', { roles: ['manager'] });
    expect(verdicts(planIn(demoted, ending('accept', 'bob', 'R-1')))).toEqual(['T15 may-not-accept']);
    const inactive = pending.member('bob', { status: 'inactive' });
    expect(verdicts(planIn(inactive, ending('accept', 'bob', 'R-1')))).toEqual(['T15 may-not-accept']);
  });

  it('T3: what has ended can’t end otherwise; what is so already is unchanged', () => {
    expect(verdicts(planWith(shared, ended('declined'), ending('accept', 'bob', 'R-1')))).toEqual([
      'T3 transfer-ended',
    ]);
    expect(verdicts(planWith(shared, ended('accepted'), ending('accept', 'bob', 'R-1')))).toEqual(['unchanged']);
    expect(verdicts(planWith(shared, ended('declined'), ending('decline', 'bob', 'R-1')))).toEqual(['unchanged']);
    expect(verdicts(planWith(shared, ended('cancelled'), ending('cancel', 'alice', 'R-1')))).toEqual(['unchanged']);
    expect(verdicts(planWith(shared, ended('accepted'), ending('cancel', 'alice', 'R-1')))).toEqual([
      'T3 transfer-ended',
    ]);
    expect(verdicts(planWith(shared, ended('accepted'), reassign('cleo', 'R-1', 'fay')))).toEqual([
      'T3 transfer-ended',
    ]);
  });
});

describe('declining and cancelling', () => {
  it('T4: everyone has again what they had', () => {
    for (const wish of [ending('decline', 'bob', 'R-1'), ending('cancel', 'alice', 'R-1')]) {
      const again = planIn(pending, wish);
      expect(changesIn('applied', again)).toEqual(['bob: metadata → write, resumed', 'dan: none → read, resumed']);
      expect(again.summary.deletions).toBe(0);
    }
  });

  it('T3: its sender, the owner or a coordinator cancels', () => {
    for (const actor of ['alice', 'cleo']) {
      expect(verdicts(planIn(byCleo, ending('cancel', actor, 'R-1')))).toEqual(['change']);
    }
    const demoted = byCleo.member('cleo', { roles: ['practitioner'] });
    expect(verdicts(planIn(demoted, ending('cancel', 'cleo', 'R-1')))).toEqual(['change']);
    for (const actor of ['bob', 'dan']) {
      expect(verdicts(planIn(byCleo, ending('cancel', actor, 'R-1')))).toEqual(['T3 may-not-cancel']);
    }
  });

  it('T15: a coordinator cancels what waits for somebody who is gone, and nobody is written to', () => {
    const gone = pending.member('bob', { status: 'inactive' });
    const plan = planIn(gone, ending('cancel', 'cleo', 'R-1'));
    expect([verdicts(plan), effectsIn('applied', plan)]).toEqual([['change'], []]);
  });

  it('N3: declined, the sender is told; cancelled, the recipient; never who acts', () => {
    expect(effectsIn('applied', planIn(byCleo, ending('decline', 'bob', 'R-1')))).toEqual(['notification cleo 1']);
    expect(effectsIn('applied', planIn(byCleo, ending('cancel', 'alice', 'R-1')))).toEqual(['notification bob 1']);
    const toCleo = shared
      .member('cleo', { roles: ['practitioner', 'coordinator'] })
      .sent('coordinator', 'cleo', 'cleo');
    expect(effectsIn('applied', planIn(toCleo, ending('decline', 'cleo', 'R-1')))).toEqual([]);
  });

  it('A2, T17: a coordinator cancels the transfer of a confidential record, and what it opens is unknown', () => {
    const unseen = { state: { ...shared.state, records: new Map() }, ...ended('accepted') };
    const transfers = new Map([['T-R-1', seenTransfer('R-1')]]);
    const cancelled = planWith(shared, { ...unseen, transfers }, ending('cancel', 'cleo', 'R-1'));
    expect(verdicts(cancelled)).toEqual(['change']);
    expect([...cancelled.accessChanges]).toEqual([]);
    expect(cancelled.hidden).toEqual([{ phase: 'applied', member: 'bob', record: 'R-1', records: 1, rows: [1] }]);
    expect(cancelled.summary.access.unknown).toBe(1);
  });

  it('A1: nobody can act for an owner who is not active, not even on what they sent', () => {
    const gone = pending.member('alice', { roles: ['practitioner', 'coordinator'], status: 'inactive' });
    expect(verdicts(planIn(gone, ending('cancel', 'alice', 'R-1')))).toEqual(['A1 owner-inactive']);
    expect(verdicts(planIn(gone, reassign('alice', 'R-1', 'fay')))).toEqual(['A1 owner-inactive']);
    const unseen: Wish = (row) => ({ action: 'transfer.cancel', row, actor: 'alice', transfer: 'unseen:R-1' });
    expect(verdicts(planIn(gone, unseen))).toEqual(['A1 owner-inactive']);
  });

  it('T17: who sees only that a transfer is pending is refused', () => {
    const [step] = planWith(shared, {}, (row) => ({
      action: 'transfer.cancel',
      row,
      actor: 'dan',
      transfer: 'unseen:R-1',
    })).steps;
    expect(step?.refusal).toEqual({ reason: 'transfer-not-seen', rule: 'T17', couldActAs: false });
    expect(step?.target).toEqual({ type: 'record', id: 'R-1' });
  });
});

describe('reassigning', () => {
  const reassigned = planIn(pending, reassign('cleo', 'R-1', 'fay'));

  it('T3: a coordinator alone, to whom a record can be sent (T2)', () => {
    expect(verdicts(reassigned)).toEqual(['change']);
    expect(verdicts(planIn(pending, reassign('alice', 'R-1', 'fay')))).toEqual(['T3 may-not-reassign']);
    expect(verdicts(planIn(pending, reassign('cleo', 'R-1', 'alice')))).toEqual(['T2 recipient-is-owner']);
    expect(verdicts(planIn(pending, reassign('cleo', 'R-1', 'bob')))).toEqual(['unchanged']);
  });

  it('T16: the capacity it was sent in stays: whoever an owner cut off stays cut off', () => {
    expect(reassigned.steps[0]?.detail['capacity']).toBe('owner');
    expect(changesIn('applied', reassigned)).toEqual(['bob: metadata → none, revoked', 'fay: none → metadata, gained']);
    expect(changesIn('accepted', reassigned)).toEqual([
      'alice: owner → none, revoked',
      'bob: metadata → write, resumed',
      'dan: none → read, resumed',
      'fay: none → owner, gained',
    ]);
  });

  it('N3: the new recipient, the owner where another reassigns, the former recipient; once accepted, who sent it', () => {
    expect(effectsIn('applied', reassigned)).toEqual([
      'email fay 1',
      'notification alice 1',
      'notification bob 1',
      'notification fay 1',
    ]);
    expect(effectsIn('accepted', reassigned)).toContain('notification alice 1');
  });

  it('T11: what was left out when it was sent is destroyed once the new recipient accepts', () => {
    expect(reassigned.summary.deletions).toBe(15);
  });
});
