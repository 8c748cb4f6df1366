import { describe, expect, it } from 'vitest';
import { send } from '../../src/executing/send.ts';
import type { Plan } from '../../src/planning/plan.ts';
import { fakeChanger } from '../support/fakes.ts';
import { type Organization, organization } from '../support/organization.ts';
import { planIn } from '../support/planning.ts';
import { ending, planWith, reassign, seenTransfer, transfer, transferHidden } from '../support/transferring.ts';

const people = organization()
  .member('cleo', { roles: ['coordinator'] })
  .member('bob')
  .member('dan');
const one = people.record('R-1', { owner: 'alice' }).seenAt('"v1"');
const transfers = new Map([['T-R-1', seenTransfer('R-1', { etag: '"t1"' })]]);

async function sent(so: Organization, { steps }: Plan, self: string) {
  const fake = fakeChanger();
  const snapshot = { ...so.snapshot(), transfers };
  const more = { run: 'run', self, idempotent: true, reason: undefined, concurrency: 2 };
  const { outcomes } = await send(steps, { changer: fake.changer, snapshot, ...more });
  expect(outcomes.map(({ status }) => status)).toEqual(['done']);
  return fake.sent[0];
}

describe('what is sent of transfers', () => {
  it('T1: sending rests on the record as it was read', async () => {
    expect(
      await sent(one, planIn(one, transfer('alice', 'R-1', 'bob', { include: ['raw-data'] })), 'alice'),
    ).toMatchObject({
      method: 'POST',
      body: { record: 'R-1', to: 'bob', include: ['raw-data'], keepCopy: false },
      ifMatch: '"v1"',
    });
  });

  it('A3: of what can’t be seen, just as many as were counted', async () => {
    expect(await sent(one, planIn(one, transferHidden('cleo', 'alice', 'bob', 3)), 'cleo')).toMatchObject({
      body: { allFrom: 'alice', only: 'hidden', expected: 3, to: 'bob', include: [], keepCopy: false },
      ifMatch: undefined,
    });
  });

  it('T3: accepting, declining, cancelling and reassigning rest on the transfer as it was read', async () => {
    const pending = one.sent('owner', 'alice', 'bob');
    for (const [wish, self, body] of [
      [ending('accept', 'bob', 'R-1'), 'bob', undefined],
      [ending('decline', 'bob', 'R-1'), 'bob', undefined],
      [ending('cancel', 'alice', 'R-1'), 'alice', undefined],
      [reassign('cleo', 'R-1', 'dan'), 'cleo', { to: 'dan' }],
    ] as const) {
      const request = await sent(pending, planWith(pending, { transfers }, wish), self);
      expect(request).toMatchObject({ method: 'POST', what: 'T-R-1', ifMatch: '"t1"' });
      expect(request?.body).toEqual(body);
    }
  });
});
