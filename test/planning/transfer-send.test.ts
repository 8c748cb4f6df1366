import { describe, expect, it } from 'vitest';
import { deletionsOf, exceedsDeletions, lossesOf } from '../../src/planning/brakes.ts';
import { organization } from '../support/organization.ts';
import { planByAdministrator, planIn, verdicts } from '../support/planning.ts';
import { changesIn, effectsIn, FULL, transfer } from '../support/transferring.ts';

const shared = organization()
  .member('cleo', { roles: ['coordinator'] })
  .team('North', 'dan', 'eve')
  .record('R-1', { owner: 'alice', contents: FULL })
  .share('bob', 'write')
  .share('team:North', 'read');
const byOwner = planIn(shared, transfer('alice', 'R-1', 'bob'));

describe('who sends', () => {
  it('T1: the owner, and a coordinator where the record is not confidential; nobody else', () => {
    expect(verdicts(planIn(shared, transfer('alice', 'R-1', 'bob')))).toEqual(['change']);
    expect(verdicts(planIn(shared, transfer('cleo', 'R-1', 'bob')))).toEqual(['change']);
    expect(verdicts(planIn(shared.share('fay', 'full'), transfer('fay', 'R-1', 'bob')))).toEqual([
      'T1 may-not-transfer',
    ]);
    expect(verdicts(planIn(shared.seenInPart(), transfer('ada', 'R-1', 'bob')))).toEqual(['T1 may-not-transfer']);
  });

  it('T1: not a confidential record by a coordinator, whatever else they see it by', () => {
    const confidential = shared.but({ confidential: true });
    expect(verdicts(planIn(confidential.share('cleo', 'full'), transfer('cleo', 'R-1', 'bob')))).toEqual([
      'T1 confidential-transfer',
    ]);
    expect(verdicts(planIn(confidential, transfer('alice', 'R-1', 'bob')))).toEqual(['change']);
  });

  it('T1: an active record alone', () => {
    for (const status of ['archived', 'deleted'] as const) {
      const plan = planIn(shared.but({ status }), transfer('alice', 'R-1', 'bob'));
      expect(plan.steps[0]?.refusal).toEqual({ reason: 'not-active-transfer', rule: 'T1', status });
    }
  });

  it('T1, A1: whoever could act for the owner and doesn’t is told so', () => {
    const [step] = planByAdministrator(shared.seenInPart(), transfer('ada', 'R-1', 'bob')).steps;
    expect(step?.refusal).toEqual({ reason: 'may-not-transfer', rule: 'T1', couldActAs: true });
  });

  it('T16: an owner who is also coordinator sends as owner', () => {
    const alice = shared.member('alice', { roles: ['practitioner', 'coordinator'] });
    const [step] = planIn(alice, transfer('alice', 'R-1', 'bob')).steps;
    expect(step?.detail).toEqual({ capacity: 'owner', include: [], keepCopy: false });
  });
});

describe('to whom', () => {
  it('T2: not to the owner, nor to who is not active or no practitioner', () => {
    const refused = (to: string, so = shared) => verdicts(planIn(so, transfer('alice', 'R-1', to)));
    expect(refused('alice')).toEqual(['T2 recipient-is-owner']);
    expect(refused('alice', shared.sent('owner', 'alice', 'bob'))).toEqual(['T2 recipient-is-owner']);
    expect(refused('cleo')).toEqual(['T2 recipient-no-practitioner']);
    for (const status of ['invited', 'inactive'] as const) {
      expect(refused('fay', shared.member('fay', { status }))).toEqual(['T2 recipient-not-active']);
    }
  });

  it('T2: a coordinator may send to themselves, and writes to themselves about nothing', () => {
    const cleo = shared.member('cleo', { roles: ['practitioner', 'coordinator'] });
    const plan = planIn(cleo, transfer('cleo', 'R-1', 'cleo'));
    expect(verdicts(plan)).toEqual(['change']);
    expect(effectsIn('applied', plan)).toEqual(['notification alice 1']);
  });

  it('T3: a record waits for one transfer at most; the very same is unchanged', () => {
    const pending = shared.sent('owner', 'alice', 'bob', { include: ['raw-data'] });
    expect(verdicts(planIn(pending, transfer('alice', 'R-1', 'bob', { include: ['raw-data'] })))).toEqual([
      'unchanged',
    ]);
    expect(verdicts(planIn(pending, transfer('alice', 'R-1', 'bob')))).toEqual(['T3 transfer-pending-already']);
    expect(verdicts(planIn(pending, transfer('alice', 'R-1', 'dan')))).toEqual(['T3 transfer-pending-already']);
  });

  it('T3: two rows that send one record to two people contradict each other, and both are named', () => {
    expect(() => planIn(shared, transfer('alice', 'R-1', 'bob'), transfer('alice', 'R-1', 'dan'))).toThrow(
      expect.objectContaining({
        code: 'contradiction',
        details: { rows: [1, 2], target: 'R-1', subject: 'dan@example.org' },
      }),
    );
    const twice = planIn(shared, transfer('alice', 'R-1', 'bob'), transfer('alice', 'R-1', 'bob'));
    expect(verdicts(twice)).toEqual(['change', 'unchanged']);
  });
});

describe('what becomes of access', () => {
  it('T3: while it is pending the recipient has metadata, and the owner stays the owner', () => {
    expect(changesIn('applied', planIn(shared, transfer('cleo', 'R-1', 'fay')))).toEqual([]);
    const fay = shared.member('fay');
    expect(changesIn('applied', planIn(fay, transfer('cleo', 'R-1', 'fay')))).toEqual(['fay: none → metadata, gained']);
  });

  it('T4: sent by the owner, all collaborators are cut off until it is accepted, and then have the same again', () => {
    expect(changesIn('applied', byOwner)).toEqual([
      'bob: write → metadata, suspended',
      'dan: read → none, suspended',
      'eve: read → none, suspended',
    ]);
    expect(changesIn('accepted', byOwner)).toEqual([
      'alice: owner → none, revoked',
      'bob: write → owner, raised',
      'dan: read → read, resumed',
      'eve: read → read, resumed',
    ]);
    expect(byOwner.summary.access).toMatchObject({ suspended: 3, resumed: 2, raised: 1, revoked: 1 });
  });

  it('T4: being cut off is no loss, nor is handing a record over', () => {
    expect(lossesOf(byOwner)).toBe(0);
  });

  it('T5: sent by a coordinator, nobody is cut off', () => {
    const plan = planIn(shared, transfer('cleo', 'R-1', 'bob'));
    expect([...plan.accessChanges].filter(({ change }) => change === 'suspended')).toEqual([]);
    expect(changesIn('accepted', plan)).toEqual(['alice: owner → none, revoked', 'bob: write → owner, raised']);
  });

  it('T6: the recipient’s share ends; the former owner keeps what a team of theirs gives (S7)', () => {
    const north = shared.team('North', 'alice', 'dan');
    const plan = planIn(north, transfer('alice', 'R-1', 'bob'));
    expect(changesIn('accepted', plan)).toContain('alice: owner → read, lowered');
    const bob = [...plan.accessChanges].find(({ member, phase }) => member === 'bob' && phase === 'accepted');
    expect(bob?.after.paths.map(({ kind }) => kind)).toEqual(['owner']);
  });

  it('T10: with a copy the former owner keeps read, through the copy alone', () => {
    const plan = planIn(shared, transfer('alice', 'R-1', 'bob', { keepCopy: true }));
    const alice = [...plan.accessChanges].find(({ member }) => member === 'alice');
    expect(alice?.after).toEqual({
      level: 'read',
      paths: [{ kind: 'archived-copy', level: 'read', via: null, state: 'active' }],
    });
  });

  it('T17: the record of an inactive owner is sent by a coordinator, who writes to them about nothing', () => {
    const gone = shared.member('alice', { status: 'inactive' });
    const plan = planIn(gone, transfer('cleo', 'R-1', 'bob', { keepCopy: true }));
    expect(verdicts(plan)).toEqual(['change']);
    expect(effectsIn('applied', plan)).toEqual(['email bob 1', 'notification bob 1']);
    const copy = [...plan.accessChanges].find(({ member }) => member === 'alice');
    expect(copy?.after.paths).toEqual([{ kind: 'archived-copy', level: 'read', via: null, state: 'inactive' }]);
  });
});

describe('what follows', () => {
  const effects = (choices: Parameters<typeof transfer>[3]) =>
    effectsIn('accepted', planIn(shared, transfer('alice', 'R-1', 'bob', choices)));
  const ALWAYS = [
    'appointment-cancellation appointment 6',
    'deletion memo 5',
    'deletion task 4',
    'email client 6',
    'notification alice 1',
  ];
  const NOTES = ['deletion confidential-document 2', 'deletion confidential-note 1'];

  it('T7, T9, T11: notes, documents and the record go along; without more, the rest is destroyed', () => {
    expect(effects({})).toEqual([...ALWAYS, ...NOTES, 'deletion raw-data 3'].sort());
    expect(deletionsOf(byOwner)).toEqual({ items: 15, unknown: false });
    expect(
      [...byOwner.effects].filter(({ kind }) => kind === 'deletion').every(({ irreversible }) => irreversible),
    ).toBe(true);
  });

  it('T8: confidential items and raw data go along by choice, each for itself', () => {
    expect(effects({ include: ['confidential'] })).toEqual([...ALWAYS, 'deletion raw-data 3'].sort());
    expect(effects({ include: ['raw-data'] })).toEqual([...ALWAYS, ...NOTES].sort());
    expect(effects({ include: ['confidential', 'raw-data'] })).toEqual(ALWAYS);
  });

  it('T9, T10: a copy keeps what doesn’t go along, but neither tasks nor memos', () => {
    expect(effects({ keepCopy: true })).toEqual(ALWAYS);
  });

  it('T9: an e-mail to a client for each appointment of the owner’s; they are not counted as deletions', () => {
    const plan = planIn(shared, transfer('alice', 'R-1', 'bob', { keepCopy: true }));
    expect(plan.summary).toMatchObject({ emails: { colleagues: 1, clients: 6 }, deletions: 9 });
    expect(effects({}).filter((effect) => effect.startsWith('email'))).toEqual(['email client 6']);
  });

  it('T12: all of it happens on acceptance, none of it on sending', () => {
    expect(effectsIn('applied', byOwner)).toEqual(['email bob 1', 'notification bob 1']);
  });

  it('N3: the recipient is written to; the owner where another sends; once it is accepted, the sender', () => {
    const plan = planIn(shared, transfer('cleo', 'R-1', 'bob'));
    expect(effectsIn('applied', plan)).toEqual(['email bob 1', 'notification alice 1', 'notification bob 1']);
    expect(effectsIn('accepted', plan)).toContain('notification cleo 1');
    expect(effectsIn('accepted', plan)).not.toContain('notification alice 1');
  });

  it('A2: of a record whose contents the actor doesn’t see, how much is destroyed is unknown, never none', () => {
    const plan = planIn(shared.but({ contents: null }), transfer('alice', 'R-1', 'bob'));
    expect(deletionsOf(plan)).toEqual({ items: 0, unknown: true });
    expect(exceedsDeletions(plan, 1000)).toBe(true);
    expect(exceedsDeletions(plan, Number.POSITIVE_INFINITY)).toBe(false);
  });
});
