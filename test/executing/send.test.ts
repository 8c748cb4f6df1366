import { describe, expect, it } from 'vitest';
import type { Intended } from '../../src/executing/run/recorder.ts';
import { type Sending, send } from '../../src/executing/send.ts';
import { Failure } from '../../src/failures/failure.ts';
import { type FakeChanger, fakeChanger } from '../support/fakes.ts';
import { type Organization, organization } from '../support/organization.ts';
import { leave, planIn, share, unshare, type Wish } from '../support/planning.ts';

const records = Array.from({ length: 10 }, (_, n) => `R-${n}`);
const ten = records.reduce((so, number) => so.record(number, { owner: 'alice' }), organization().member('bob'));
const one = organization().member('bob').member('dan').record('R-1', { owner: 'alice' }).share('fred', 'full');

/** Sends what some wishes come to, as Alice. */
async function sending(so: Organization, { changer }: FakeChanger, wishes: Wish[], more: Partial<Sending> = {}) {
  const { outcomes, stoppedBy } = await send(planIn(so, ...wishes).steps, {
    changer,
    snapshot: so.snapshot(),
    run: 'run-1',
    self: 'alice',
    idempotent: true,
    reason: undefined,
    concurrency: 4,
    ...more,
  });
  const byRow = [...outcomes].sort((a, b) => a.step.row - b.step.row);
  return { outcomes: byRow, statuses: byRow.map((outcome) => outcome.status), stoppedBy };
}

const toBob = records.map((record) => share('alice', record, 'bob', 'read'));
const whats = ({ sent }: FakeChanger) => sent.map(({ method, what }) => `${method} ${what}`);

describe('sending', () => {
  it('sends what is on different records side by side, and never more than asked for', async () => {
    for (const concurrency of [1, 3]) {
      const fake = fakeChanger();
      expect((await sending(ten, fake, toBob, { concurrency })).statuses).toEqual(records.map(() => 'done'));
      expect(fake.most()).toBe(concurrency);
    }
  });

  it('sends what is on one record one after the other, in the order of rows', async () => {
    const fake = fakeChanger();
    await sending(one, fake, [
      share('alice', 'R-1', 'dan', 'read'),
      unshare('alice', 'R-1', 'fred'),
      share('alice', 'R-1', 'bob', 'write'),
    ]);
    expect(whats(fake)).toEqual(['PUT R-1 dan', 'DELETE R-1 fred', 'PUT R-1 bob']);
    expect(fake.most()).toBe(1);
  });

  it('S2: sends last what takes the actor’s own right away', async () => {
    const fake = fakeChanger();
    const wishes = [leave('fred', 'R-1'), share('fred', 'R-1', 'bob', 'read'), share('fred', 'R-1', 'dan', 'full')];
    expect((await sending(one, fake, wishes)).statuses).toEqual(['done', 'done', 'done']);
    expect(whats(fake)).toEqual(['PUT R-1 bob', 'PUT R-1 dan', 'DELETE R-1 fred']);
  });

  it('S4, S9: says level and approval, as the plan has them', async () => {
    const fake = fakeChanger();
    const approved = organization().record('R-1', { owner: 'alice' }).share('bob', 'write', true);
    await sending(approved, fake, [share('alice', 'R-1', 'bob', 'full')]);
    expect(fake.sent[0]?.body).toEqual({ access: 'full', requireApproval: true });
  });

  it('A1: acts for whoever else the actor is, with the reason; for oneself says nothing', async () => {
    const fake = fakeChanger();
    const wishes = [share('fred', 'R-1', 'bob', 'read'), share('alice', 'R-1', 'dan', 'read')];
    await sending(one, fake, wishes, { reason: 'moving' });
    expect(fake.sent.map(({ actAs, reason }) => [actAs, reason])).toEqual([
      ['fred', 'moving'],
      [undefined, 'moving'],
    ]);
  });

  it('gives every row a key of its own, the same in the same run', async () => {
    const [first, again, other] = [fakeChanger(), fakeChanger(), fakeChanger()];
    await sending(ten, first, toBob);
    await sending(ten, again, toBob);
    await sending(ten, other, toBob, { run: 'run-2' });
    const keys = (fake: FakeChanger) => fake.sent.map((sent) => sent.idempotencyKey).sort();
    expect(new Set(keys(first)).size).toBe(10);
    expect(keys(again)).toEqual(keys(first));
    expect(keys(first).filter((key) => keys(other).includes(key))).toEqual([]);
  });

  it('has a row written down before it is sent: many together with keys, each by itself without', async () => {
    for (const idempotent of [true, false]) {
      const [lots, early]: [number[], string[]] = [[], []];
      const down = new Set<string>();
      const recorder = {
        intend: async (steps: readonly Intended[]) => {
          lots.push(steps.length);
          await new Promise((resolve) => setImmediate(resolve));
          for (const [, key] of steps) down.add(key);
        },
        leave: () => {},
        attempt: () => {},
        outcome: () => {},
      };
      const fake = fakeChanger(({ idempotencyKey = '' }) => {
        if (!down.has(idempotencyKey)) early.push(idempotencyKey);
        return '"2"';
      });
      expect((await sending(ten, fake, toBob, { recorder, idempotent })).statuses).toEqual(records.map(() => 'done'));
      expect(early).toEqual([]);
      expect(lots).toEqual(idempotent ? [10] : records.map(() => 1));
    }
  });

  it('tells of each outcome as it comes, with the API’s name for the request', async () => {
    const told: string[] = [];
    const onOutcome: Sending['onOutcome'] = ({ step, requestId }) => told.push(`${step.row} ${requestId}`);
    await sending(one, fakeChanger(), [share('alice', 'R-1', 'dan', 'read'), unshare('alice', 'R-1', 'fred')], {
      onOutcome,
    });
    expect(told).toEqual(['1 request-1', '2 request-2']);
  });
});

describe('If-Match', () => {
  const three = [
    share('alice', 'R-1', 'dan', 'read'),
    share('alice', 'R-1', 'bob', 'read'),
    unshare('alice', 'R-1', 'fred'),
  ];

  it('rests each change on the ETag the one before it left, the first on the plan’s', async () => {
    let version = 1;
    const fake = fakeChanger(() => `"${++version}"`);
    await sending(one, fake, three, { snapshot: one.seenAt('"1"').snapshot() });
    expect(fake.sent.map((sent) => sent.ifMatch)).toEqual(['"1"', '"2"', '"3"']);
  });

  it('sends none where the API has none', async () => {
    const fake = fakeChanger();
    await sending(one, fake, three);
    expect(fake.sent.map((sent) => sent.ifMatch)).toEqual([undefined, undefined, undefined]);
  });

  it('keeps the last one after a row that was refused', async () => {
    const refused = new Failure('refused', { detail: 'no' }, { rule: 'S8' });
    const fake = fakeChanger(({ what }) => (what === 'R-1 bob' ? refused : '"2"'));
    const { statuses } = await sending(one, fake, three, { snapshot: one.seenAt('"1"').snapshot() });
    expect(statuses).toEqual(['done', 'refused', 'done']);
    expect(fake.sent.map((sent) => sent.ifMatch)).toEqual(['"1"', '"2"', '"2"']);
  });
});
