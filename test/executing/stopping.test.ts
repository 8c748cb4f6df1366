import { describe, expect, it } from 'vitest';
import { send } from '../../src/executing/send.ts';
import { Failure, type FailureCode } from '../../src/failures/failure.ts';
import { type FakeChanger, type Fate, fakeChanger } from '../support/fakes.ts';
import { organization } from '../support/organization.ts';
import { planIn, share } from '../support/planning.ts';

const two = organization()
  .member('bob')
  .member('dan')
  .member('eve')
  .record('R-1', { owner: 'alice' })
  .record('R-2', { owner: 'alice' });
const wishes = [
  share('alice', 'R-1', 'bob', 'read'),
  share('alice', 'R-1', 'dan', 'read'),
  share('alice', 'R-1', 'eve', 'read'),
  share('alice', 'R-2', 'bob', 'read'),
];

/** Sends three rows on R-1 and one on R-2, one request at a time. */
async function sent(fate: Fate, signal?: AbortSignal): Promise<Ended> {
  const fake = fakeChanger(fate);
  const { outcomes, stoppedBy } = await send(planIn(two, ...wishes).steps, {
    changer: fake.changer,
    snapshot: two.seenAt('"1"').snapshot(),
    run: 'run-1',
    self: 'alice',
    idempotent: true,
    reason: undefined,
    concurrency: 1,
    signal,
  });
  const byRow = [...outcomes].sort((a, b) => a.step.row - b.step.row);
  return {
    fake,
    stoppedBy,
    statuses: byRow.map((outcome) => outcome.status),
    errors: byRow.map(({ error }) => error?.code),
  };
}

interface Ended {
  fake: FakeChanger;
  stoppedBy: Failure | null;
  statuses: string[];
  errors: (FailureCode | undefined)[];
}

const on =
  (what: string, failure: Error): Fate =>
  (one) =>
    one.what === what ? failure : '"2"';

describe('what a failed row does to the others', () => {
  it('a stale record: the rest on it is not attempted and says why; other records go on', async () => {
    const { statuses, errors, fake, stoppedBy } = await sent(on('R-1 dan', new Failure('stale', { target: 'R-1' })));
    expect(statuses).toEqual(['done', 'failed', 'not-attempted', 'done']);
    expect(errors).toEqual([undefined, 'stale', 'stale', undefined]);
    expect(fake.sent).toHaveLength(3);
    expect(stoppedBy).toBeNull();
  });

  it('an unknown outcome: the rest on the record is not attempted; other records go on', async () => {
    const failure = new Failure('outcome-unknown', { cause: 'ECONNRESET' });
    const { statuses, stoppedBy } = await sent(on('R-1 bob', failure));
    expect(statuses).toEqual(['unknown', 'not-attempted', 'not-attempted', 'done']);
    expect(stoppedBy).toBeNull();
  });

  it('a rule of the API’s: only that row is refused', async () => {
    const { statuses, errors } = await sent(on('R-1 bob', new Failure('refused', { detail: 'no' }, { rule: 'S8' })));
    expect(statuses).toEqual(['refused', 'done', 'done', 'done']);
    expect(errors[0]).toBe('refused');
  });

  it('anything else about one row: only that row failed', async () => {
    for (const failure of [
      new Failure('forbidden', { detail: '' }),
      new Failure('not-found', { detail: '' }),
      new Failure('conflict', { detail: '' }),
      new Failure('server-error', { status: 500, detail: '' }),
    ]) {
      expect((await sent(on('R-1 bob', failure))).statuses, failure.code).toEqual(['failed', 'done', 'done', 'done']);
    }
  });

  it('what would fail for every row stops everything, and is said', async () => {
    for (const failure of [
      new Failure('unreachable', { host: 'api', cause: 'ECONNREFUSED' }),
      new Failure('timed-out', { host: 'api', seconds: 30 }),
      new Failure('rate-limited', { host: 'api', seconds: 600 }),
      new Failure('token-refused', { detail: '' }),
      new Failure('not-json', { status: 404, contentType: 'text/html' }),
      new Failure('contract-broken', { endpoint: 'PUT', at: 'request', problem: '400' }),
    ]) {
      const { statuses, stoppedBy, fake } = await sent(on('R-1 dan', failure));
      expect(statuses, failure.code).toEqual(['done', 'failed', 'not-attempted', 'not-attempted']);
      expect(stoppedBy).toBe(failure);
      expect(fake.sent).toHaveLength(2);
    }
  });

  it('an answer nobody can make sense of stops everything too, and its row may be done', async () => {
    for (const failure of [
      new Failure('not-json', { status: 200, contentType: 'text/html' }),
      new Failure('contract-broken', { endpoint: 'PUT', at: 'access', problem: 'expected string' }),
    ]) {
      const { statuses, stoppedBy } = await sent(on('R-1 dan', failure));
      expect(statuses, failure.code).toEqual(['done', 'unknown', 'not-attempted', 'not-attempted']);
      expect(stoppedBy).toBe(failure);
    }
  });

  it('a fault of psyctl’s is that row’s, and never thrown', async () => {
    const { statuses, errors } = await sent(on('R-1 bob', new TypeError('x is not a function')));
    expect([statuses[0], errors[0]]).toEqual(['failed', 'unexpected']);
  });

  it('asked to stop, ends what is under way and begins nothing more', async () => {
    const stopping = new AbortController();
    const fate: Fate = () => {
      stopping.abort(new Failure('interrupted', { signal: 'SIGINT' }));
      return '"2"';
    };
    const { statuses, fake } = await sent(fate, stopping.signal);
    expect(statuses).toEqual(['done', 'not-attempted', 'not-attempted', 'not-attempted']);
    expect(fake.sent).toHaveLength(1);
  });
});
