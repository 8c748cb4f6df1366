import { describe, expect, it } from 'vitest';
import {
  failureOf,
  historyOf,
  isFinal,
  type KeptEnd,
  type KeptOutcome,
  keptFailure,
  say,
} from '../../../src/executing/run/events.ts';
import type { Event } from '../../../src/executing/run/journal.ts';
import { Failure, type FailureCode } from '../../../src/failures/failure.ts';

const RUN = {
  id: 'R',
  command: 'record share',
  plan: 'hash',
  startedAt: 'then',
  organization: 'O',
  host: 'h',
  steps: 2,
};
const END: KeptEnd = {
  at: 'later',
  state: 'paused',
  stoppedBy: null,
  verification: null,
  guarantees: { idempotency: true, etags: true, sentAgain: [] },
};
const outcome = (status: KeptOutcome['status'], code?: FailureCode): KeptOutcome => ({
  status,
  error: code ? { code, details: {}, rule: null } : null,
  requestId: null,
  made: null,
});

describe('what a journal says of a run', () => {
  it('of nothing, nothing', () => {
    expect(historyOf([])).toMatchObject({ run: null, end: null, attempts: [], reads: [], pauses: [], starts: [] });
  });

  it('all that was written, and of each step what became of it last', () => {
    const attempt = { step: 0, at: 'a', outcome: 503, waitMs: 10 };
    const read = { at: 'b', of: 'GET /v1/access', outcome: 'ECONNRESET', waitMs: 20 };
    const pause = { at: 'c', ms: 1000, cause: 429 };
    const history = historyOf([
      say.run(RUN),
      say.start('one', 1),
      say.intend(0, 'key'),
      say.attempt(attempt),
      say.read(read),
      say.pause(pause),
      say.outcome(0, outcome('unknown', 'outcome-unknown')),
      say.end(END),
      say.start('two', 2),
      say.outcome(0, outcome('done')),
      ['something-newer', 1],
    ]);
    expect(history).toEqual({
      run: RUN,
      intended: new Set([0]),
      outcomes: new Map([[0, outcome('done')]]),
      attempts: [attempt],
      reads: [read],
      pauses: [pause],
      starts: [
        { at: 'one', pid: 1 },
        { at: 'two', pid: 2 },
      ],
      // It began again since.
      end: null,
      undoneBy: [],
    });
    expect(historyOf([say.start('one', 1), say.end(END)]).end).toEqual(END);
  });

  it('what was written down and left unsent may not have gone out, unless it was written down before', () => {
    const intended = (...steps: readonly Event[]) => [...historyOf(steps).intended];
    expect(intended(say.intend(0, 'a'), say.intend(1, 'b'), say.unsent(1))).toEqual([0]);
    expect(intended(say.intend(0, 'a'), say.start('two', 2), say.intend(0, 'a'), say.unsent(0))).toEqual([0]);
  });

  it('a failure comes back as it was, but for what the API said in its own words', () => {
    const failure = new Failure('refused', { detail: 'no' }, { rule: 'S8', requestId: 'q' });
    const again = failureOf(keptFailure(failure), 'q');
    expect([again.code, again.details, again.rule, again.requestId]).toEqual(['refused', { detail: '' }, 'S8', 'q']);
    const details = { endpoint: 'PUT /v1/x', at: 'request', problem: '400 malformed', detail: 'no' };
    const kept = keptFailure(new Failure('contract-broken', details));
    expect(kept.details).toEqual({ ...details, detail: '' });
  });

  it.each<[KeptOutcome, boolean]>([
    [outcome('done'), true],
    [outcome('unchanged'), true],
    [outcome('refused', 'refused'), true],
    [outcome('failed', 'forbidden'), true],
    [outcome('failed', 'stale'), true],
    [outcome('failed', 'token-refused'), false],
    [outcome('failed', 'rate-limited'), false],
    [outcome('unknown', 'outcome-unknown'), false],
    [outcome('not-attempted'), false],
  ])('whether nothing more is needed: %j, %s', (kept, expected) => {
    expect(isFinal(kept)).toBe(expected);
  });
});
