import { describe, expect, it } from 'vitest';
import { exitOfPreview, exitOfReport } from '../../src/commands/ending.ts';
import type { Report, RowStatus } from '../../src/executing/report.ts';
import { totalsOf } from '../../src/executing/report.ts';
import { EXIT, type Exit, exitOf, firstOf } from '../../src/failures/exit.ts';
import { Failure, Failures } from '../../src/failures/failure.ts';
import { recordResource } from '../../src/model/resources.ts';
import { organization } from '../support/organization.ts';
import { planIn, share } from '../support/planning.ts';

/** What scripts rely on: where several hold, the first of these. */
const FIRST_TO_LAST: readonly Exit[] = [130, 143, 1, 4, 2, 9, 5, 6, 8, 7, 3, 10, 0];

describe('of several exit codes', () => {
  it('each comes before all those after it', () => {
    for (const [at, exit] of FIRST_TO_LAST.entries()) {
      const rest = FIRST_TO_LAST.slice(at);
      expect(firstOf([...rest].reverse())).toBe(exit);
      for (const other of rest) expect(firstOf([other, exit]), `${exit} and ${other}`).toBe(exit);
    }
  });

  it('none is done', () => {
    expect(firstOf([])).toBe(0);
  });
});

describe('the exit code of a failure', () => {
  const interrupted = (signal: 'SIGINT' | 'SIGTERM') => new Failure('interrupted', { signal });
  const cases: readonly (readonly [Failure, Exit])[] = [
    [new Failure('unexpected', { problem: 'x' }), EXIT.unexpected],
    [new Failure('not-json', { status: 200, contentType: 'text/html' }), EXIT.unexpected],
    [new Failure('contract-broken', { endpoint: 'GET /v1', at: 'name', problem: 'x' }), EXIT.unexpected],
    [new Failure('unknown-flag', { flag: '--x', nearest: [] }), EXIT.usage],
    [new Failure('csv-empty', {}), EXIT.usage],
    [new Failure('unknown-record', { text: 'R-1', nearest: [] }), EXIT.usage],
    [new Failure('ambiguous-name', { text: 'x', candidates: [] }), EXIT.usage],
    [new Failure('contradiction', { rows: [1, 2], target: 'R-1', subject: '' }), EXIT.usage],
    [new Failure('refused', { detail: 'x' }), EXIT.refused],
    [new Failure('no-token', { connection: 'x', url: 'https://x' }), EXIT.notSignedIn],
    [new Failure('no-connection', { known: [] }), EXIT.notSignedIn],
    [new Failure('token-refused', { detail: '' }), EXIT.notSignedIn],
    [new Failure('stale', { target: 'R-1' }), EXIT.stale],
    [new Failure('consent-missing', {}), EXIT.consentMissing],
    [new Failure('too-many-losses', { losses: 9, limit: '25%' }), EXIT.consentMissing],
    [new Failure('unreachable', { host: 'x', cause: 'ECONNREFUSED' }), EXIT.notNow],
    [new Failure('timed-out', { host: 'x', seconds: 30 }), EXIT.notNow],
    [new Failure('rate-limited', { host: 'x', seconds: null }), EXIT.notNow],
    [interrupted('SIGINT'), EXIT.interrupted],
    [interrupted('SIGTERM'), EXIT.terminated],
  ];

  it.each(cases)('%s', (failure, exit) => {
    expect(exitOf(failure)).toBe(exit);
  });

  it('of several failures is the first of theirs', () => {
    const unknown = new Failure('unknown-record', { text: 'R-1', nearest: [] });
    const signedOut = new Failure('token-refused', { detail: '' });
    expect(exitOf(new Failures([unknown, signedOut]))).toBe(EXIT.notSignedIn);
  });

  it('of what is no failure of ours is 1', () => {
    expect(exitOf(new TypeError('x'))).toBe(EXIT.unexpected);
    expect(exitOf('x')).toBe(EXIT.unexpected);
  });
});

describe('the exit code of a plan', () => {
  const record = organization().member('bob').record('R-1', { owner: 'alice' });
  const good = share('alice', 'R-1', 'bob', 'read');
  const bad = share('alice', 'R-1', 'alice', 'read');

  it('of a preview: 0, 3 where rows are refused, 10 where changes are pending and it was asked', () => {
    expect(exitOfPreview(planIn(record, good), false)).toBe(EXIT.done);
    expect(exitOfPreview(planIn(record, good), true)).toBe(EXIT.changesPending);
    expect(exitOfPreview(planIn(record), true)).toBe(EXIT.done);
    expect(exitOfPreview(planIn(record, good, bad), false)).toBe(EXIT.refused);
    expect(exitOfPreview(planIn(record, good, bad), true)).toBe(EXIT.refused);
  });

  const stale = new Failure('stale', { target: 'R-1' });
  const { steps } = planIn(record, good);
  const step = steps[0] as (typeof steps)[number];
  const reported = (statuses: readonly RowStatus[], more: Partial<Report> = {}, error: Failure | null = null) => {
    const rows = statuses.map((status) => {
      const failure = status === 'unknown' ? new Failure('outcome-unknown', { cause: 'ECONNRESET' }) : error;
      const erred = ['failed', 'unknown', 'not-attempted'].includes(status);
      return { step, status, error: erred ? failure : null, requestId: null };
    });
    const verification = { checked: 1, unverifiable: 0, mismatches: [] };
    return exitOfReport({
      id: 'run',
      rows,
      totals: totalsOf(rows),
      verification,
      created: new Map(),
      guarantees: { idempotency: true, etags: true, sentAgain: [] },
      stoppedBy: null,
      ...more,
    });
  };

  it('of a run: 0 when all is done, 7 when some is, 9 while some is unknown, the reason itself when nothing is', () => {
    expect(reported(['done', 'unchanged'])).toBe(EXIT.done);
    expect(reported(['done', 'failed'], {}, stale)).toBe(EXIT.partlyDone);
    expect(reported(['done', 'refused'])).toBe(EXIT.partlyDone);
    expect(reported(['done', 'unknown'])).toBe(EXIT.notNow);
    expect(reported(['failed', 'not-attempted'], {}, stale)).toBe(EXIT.stale);
    expect(reported(['refused', 'refused'])).toBe(EXIT.refused);
    expect(reported(['unknown', 'not-attempted'])).toBe(EXIT.notNow);
  });

  it('of a run that was stopped, or whose outcome differs', () => {
    const mismatch = {
      member: 'bob',
      resource: recordResource('r-1'),
      predicted: { level: 'read', paths: [] },
      observed: { level: 'none', paths: [] },
    };
    const differing = { verification: { checked: 1, unverifiable: 0, mismatches: [mismatch] } };
    const down = { stoppedBy: new Failure('unreachable', { host: 'x', cause: 'x' }) };
    expect(reported(['done'], differing)).toBe(EXIT.differs);
    expect(reported(['done', 'failed'], differing)).toBe(EXIT.differs);
    expect(reported(['done', 'not-attempted'], down)).toBe(EXIT.notNow);
    expect(reported(['done'], { ...differing, ...down })).toBe(EXIT.notNow);
  });
});
