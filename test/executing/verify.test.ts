import { describe, expect, it } from 'vitest';
import type { Reader } from '../../src/api/index.ts';
import { apply } from '../../src/executing/apply.ts';
import { Created } from '../../src/executing/created.ts';
import { verify } from '../../src/executing/verify.ts';
import { Failure } from '../../src/failures/failure.ts';
import { stateAfter } from '../../src/planning/foretold.ts';
import { accessReader, fakeChanger } from '../support/fakes.ts';
import { Organization, organization } from '../support/organization.ts';
import { leave, planIn, share, unshare, type Wish } from '../support/planning.ts';

const before = organization()
  .team('North', 'dan', 'eve')
  .member('bob')
  .record('R-1', { owner: 'alice' })
  .share('fred', 'full')
  .share('rae', 'read');

/** What the organization becomes if all goes as planned. */
const becoming = (...wishes: Wish[]) =>
  new Organization(stateAfter(planIn(before, ...wishes).steps, before.snapshot()));

/** Verifies some wishes, all done, against what the API says now. */
const verified = (now: Organization, wishes: Wish[], self = 'alice') =>
  verify(planIn(before, ...wishes).steps, verifying(accessReader(now).reader, self));

const verifying = (reader: Reader, self = 'alice', snapshot = before.snapshot()) => ({
  snapshot,
  reader,
  self,
  created: new Created(),
  sparing: true,
});

describe('verifying', () => {
  const wishes = [share('alice', 'R-1', 'team:North', 'write'), unshare('alice', 'R-1', 'rae')];

  it('law 2: finds nothing where all is as predicted, and counts whom it looked at', async () => {
    const verification = await verified(becoming(...wishes), wishes);
    expect(verification).toEqual({ checked: 3, unverifiable: 0, mismatches: [] });
  });

  it('finds who has less than predicted, and says both', async () => {
    const { mismatches, checked } = await verified(becoming(...wishes).team('North', 'dan'), wishes);
    expect(checked).toBe(3);
    const way = { kind: 'team', level: 'write', via: 'North', state: 'active' };
    expect(mismatches).toEqual([
      {
        member: 'eve',
        resource: { type: 'record', id: 'R-1' },
        predicted: { level: 'write', paths: [way] },
        observed: { level: 'none', paths: [] },
      },
    ]);
  });

  it('finds who has more than predicted, or the same by another way', async () => {
    const now = becoming(...wishes)
      .share('rae', 'read')
      .share('dan', 'read');
    const { mismatches } = await verified(now, wishes);
    const told = mismatches.map(({ member, predicted, observed }) => [member, predicted.level, observed.level]);
    expect(told.sort()).toEqual([
      ['dan', 'write', 'write'],
      ['rae', 'none', 'read'],
    ]);
  });

  it('O11: an administrator asks of the owner’s records themself; of what another acted on, as that other', async () => {
    const admin = before.member('ada', { roles: ['administrator'] });
    for (const [actor, actAs] of [
      ['alice', undefined],
      ['fred', 'fred'],
    ] as const) {
      const { steps } = planIn(admin, share(actor, 'R-1', 'bob', 'write'));
      const less = planIn(admin, share(actor, 'R-1', 'bob', 'read')).steps;
      const { reader, asked } = accessReader(new Organization(stateAfter(less, admin.snapshot())));
      const { mismatches } = await verify(steps, verifying(reader, 'ada', admin.snapshot()));
      expect(asked).toEqual([{ records: ['R-1'], actAs }]);
      expect(mismatches.map(({ member, observed }) => [member, observed.level])).toEqual([['bob', 'read']]);
    }
  });

  it('S9: finds approval that was not recorded', async () => {
    const approving = [share('alice', 'R-1', 'bob', 'write', true)];
    const without = becoming(share('alice', 'R-1', 'bob', 'write'));
    expect((await verified(without, approving)).mismatches.map((one) => one.member)).toEqual(['bob']);
    expect((await verified(becoming(...approving), approving)).mismatches).toEqual([]);
  });

  it('S8: who has nothing yet is compared by level alone: the API tells of nobody without any', async () => {
    const invited = before.team('North', 'dan', 'ivy').member('ivy', { status: 'invited' });
    const { steps } = planIn(invited, share('alice', 'R-1', 'team:North', 'read'));
    const now = new Organization(stateAfter(steps, invited.snapshot()));
    const verification = await verify(steps, verifying(accessReader(now).reader, 'alice', invited.snapshot()));
    expect(verification).toEqual({ checked: 2, unverifiable: 0, mismatches: [] });
  });

  it('S6: after leaving there is nothing left to see: unverifiable, not a failure', async () => {
    const left = becoming(leave('rae', 'R-1'));
    const verification = await verified(left, [leave('rae', 'R-1')]);
    expect(verification).toEqual({ checked: 0, unverifiable: 1, mismatches: [] });
  });

  it('A4: asks on behalf of whoever acted', async () => {
    const { reader, asked } = accessReader(becoming(unshare('fred', 'R-1', 'rae')));
    await verify(planIn(before, unshare('fred', 'R-1', 'rae')).steps, verifying(reader, 'ada'));
    expect(asked).toEqual([{ records: ['R-1'], actAs: 'fred' }]);
  });
});

describe('applying', () => {
  const applied = (reader: Reader, fate: Parameters<typeof fakeChanger>[0], ...wishes: Wish[]) =>
    apply(planIn(before, ...wishes), {
      changer: fakeChanger(fate).changer,
      reader,
      snapshot: before.snapshot(),
      run: 'run-1',
      self: 'alice',
      idempotent: true,
      etags: true,
      batches: true,
      reason: undefined,
      concurrency: 1,
    });
  const wishes = [
    share('alice', 'R-1', 'bob', 'read'),
    share('alice', 'R-1', 'alice', 'read'),
    share('alice', 'R-1', 'rae', 'read'),
    share('alice', 'R-1', 'rae', 'read'),
    share('alice', 'R-1', 'dan', 'read'),
  ];

  it('says of every row what became of it, in the order of rows', async () => {
    const now = becoming(share('alice', 'R-1', 'bob', 'read'));
    const failing = ({ what }: { what: string }) =>
      what === 'R-1 dan' ? new Failure('conflict', { detail: 'x' }) : null;
    const report = await applied(accessReader(now).reader, failing, ...wishes);
    expect(report.rows.map(({ step, status }) => [step.row, status])).toEqual([
      [1, 'done'],
      [2, 'refused'],
      [3, 'unchanged'],
      [4, 'unchanged'],
      [5, 'failed'],
    ]);
    expect(report.totals).toEqual({ done: 1, unchanged: 2, refused: 1, failed: 1, unknown: 0, 'not-attempted': 0 });
    // What failed is left out of the prediction.
    expect(report.verification).toEqual({ checked: 1, unverifiable: 0, mismatches: [] });
  });

  it('where nothing more can be read, what was done stands unproved, and that is said', async () => {
    const down = new Failure('unreachable', { host: 'api', cause: 'ECONNREFUSED' });
    const reader = {
      // biome-ignore lint/correctness/useYield: it fails before there is anything to give
      async *listByFilter() {
        throw down;
      },
    } as unknown as Reader;
    const report = await applied(reader, undefined, share('alice', 'R-1', 'bob', 'read'));
    expect(report.rows.map((row) => row.status)).toEqual(['done']);
    expect(report.verification).toEqual({ checked: 0, unverifiable: 1, mismatches: [] });
    expect(report.stoppedBy).toBe(down);
  });
});
