import pMap from 'p-map';
import type { Attempt, Changer } from '../api/index.ts';
import { Failure } from '../failures/failure.ts';
import { unexpected } from '../failures/unexpected.ts';
import { groupBy } from '../model/collections.ts';
import type { Id } from '../model/organization.ts';
import { NEW } from '../model/references.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { inOrder } from '../planning/foretold.ts';
import type { Step } from '../planning/plan.ts';
import { Created } from './created.ts';
import { FailureRate } from './failure-rate.ts';
import { Unsettled } from './held-back.ts';
import type { Seen } from './look.ts';
import { inLots } from './lots.ts';
import { isStopping, mayBeDone } from './outcomes.ts';
import type { RowOutcome } from './report.ts';
import { requestOf } from './requests/index.ts';
import type { Recorder } from './run/recorder.ts';

/** What the sending of a plan needs beside its steps. */
export interface Sending {
  readonly changer: Changer;
  readonly snapshot: Snapshot;
  /** The id of the run: idempotency keys are made from it, so that the same row is never done twice in one run. */
  readonly run: string;
  /** The member the token belongs to: whoever else acts, is acted for. */
  readonly self: Id;
  readonly idempotent: boolean;
  /** The steps that may have been sent before, where a run is resumed. */
  readonly sentBefore?: ReadonlySet<Step> | undefined;
  readonly reason: string | undefined;
  readonly concurrency: number;
  /** What was created before, where a run is resumed. */
  readonly created?: Created | undefined;
  /** Keeps what is sent and what comes of it; awaited before anything goes out. */
  readonly recorder?: Recorder | undefined;
  /** What became of steps before, where a run is resumed: those aren't sent. */
  readonly before?: ReadonlyMap<Step, RowOutcome> | undefined;
  /** Whether a step whose answer never came is done all the same. */
  readonly look?: ((step: Step, created: Created) => Promise<Seen>) | undefined;
  /** Stops what has not begun; what is in flight ends. */
  readonly signal?: AbortSignal | undefined;
  readonly onOutcome?: ((outcome: RowOutcome) => void) | undefined;
}

/** What came of sending: what became of each step, and what the API calls what was created. */
export interface Sent {
  readonly outcomes: readonly RowOutcome[];
  readonly stoppedBy: Failure | null;
  readonly created: Created;
  /** The rows sent again though nothing keeps the API from doing them twice. */
  readonly sentAgain: readonly number[];
}

/** How many times as many steps are made ready as may be under way, so that no request waits for the disk. */
const READY = 3;
/** So many steps are written down together before the first of them is sent. */
const LOT = 64;

/**
 * Sends the steps of a plan: what is created first, since others are about it; then those on different targets side
 * by side, those on one target one after the other, each on the ETag the one before it left. Never throws for a row:
 * every step has an outcome.
 */
export async function send(steps: readonly Step[], sending: Sending): Promise<Sent> {
  const concurrency = sending.recorder ? sending.concurrency * READY : sending.concurrency;
  const waves = wavesOf(steps, sending.self);
  const run = new Sender(sending, inSeveral(waves));
  const outcomes: RowOutcome[] = [];
  for (const wave of waves) {
    const chains = [...groupBy(wave, targetKey).values()];
    run.begin(chains.flat());
    await pMap(chains, async (chain) => void outcomes.push(...(await run.chain(chain))), { concurrency });
  }
  return { outcomes, stoppedBy: run.stoppedBy, created: run.created, sentAgain: [...run.sentAgain] };
}

/**
 * Stage by stage. Of what goes last, a deleted team goes after all that is done to what it was given, since its shares go
 * with it and ETags move (O7); what takes something from a member after that; from whoever acts, or whose token it is,
 * at the very end. Within a target, `inOrder` is kept.
 */
const wavesOf = (steps: readonly Step[], self: Id): Step[][] => {
  const waves = groupBy(inOrder(steps), (step) => waveOf(step, self));
  return [...waves.keys()].sort((a, b) => a - b).flatMap((wave) => [waves.get(wave) ?? []]);
};

/** The targets, by `targetKey`, that more than one wave sends something to. */
function inSeveral(waves: readonly (readonly Step[])[]): ReadonlySet<string> {
  if (waves.length < 2) return new Set();
  const first = new Map<string, readonly Step[]>();
  const several = new Set<string>();
  for (const wave of waves) {
    for (const key of wave.map(targetKey)) {
      const known = first.get(key);
      if (!known) first.set(key, wave);
      else if (known !== wave) several.add(key);
    }
  }
  return several;
}

function waveOf({ stage, target, intent, action }: Step, self: Id): number {
  if (action === 'team.delete') return 4;
  if (stage < 4 || target.type === 'record' || target.type === 'space') return Math.min(stage, 3);
  return target.type === 'team' || target.id === intent.actor || target.id === self ? 6 : 5;
}

/** How a step ended, and the ETag the next one on its target rests on. */
interface Ended {
  readonly outcome: RowOutcome;
  readonly next: string | null;
}

class Sender {
  /** Ends what hasn't begun and what waits, when psyctl is asked to stop, or when more would only fail. */
  private readonly stopping = new AbortController();
  private readonly signal: AbortSignal;
  readonly created: Created;
  readonly sentAgain = new Set<number>();
  private readonly rate = new FailureRate();
  /**
   * By target that is sent more later, the ETag that what was sent has left it; null where nobody knows, as of a team that somebody was invited
   * into (O10).
   */
  private readonly left = new Map<string, string | null>();
  private readonly unsettled = new Unsettled();
  /** Has it on the disk that a step is about to be sent. */
  private written: (step: Step) => Promise<void> = async () => {};

  constructor(
    private readonly sending: Sending,
    private readonly inSeveral: ReadonlySet<string>,
  ) {
    for (const outcome of sending.before?.values() ?? []) this.unsettled.note(outcome);
    this.created = sending.created ?? new Created();
    this.signal = sending.signal ? AbortSignal.any([sending.signal, this.stopping.signal]) : this.stopping.signal;
  }

  /** Why sending stopped by itself; null where it didn't. */
  get stoppedBy(): Failure | null {
    return this.stopping.signal.aborted ? (this.stopping.signal.reason as Failure) : null;
  }

  /** Told of what is sent next, in the order it will be. */
  begin(steps: readonly Step[]): void {
    const { recorder, run, idempotent } = this.sending;
    if (!recorder) return;
    const write = (lot: readonly Step[]) => recorder.intend(lot.map((step) => [step, keyOf(run, step)]));
    // Resumed, what was written down and never sent is told from what was by its key alone.
    this.written = idempotent ? inLots(steps, LOT, write) : (step) => write([step]);
  }

  async chain(steps: readonly Step[]): Promise<RowOutcome[]> {
    const outcomes: RowOutcome[] = [];
    const [first] = steps;
    if (!first) return outcomes;
    let etag = this.etagOf(first);
    let broken: Failure | null = null;
    for (const step of steps) {
      if (broken || this.signal.aborted || this.created.lacks(step.intent)) {
        outcomes.push(this.tell(notAttempted(step, broken)));
        continue;
      }
      if (this.unsettled.holdsBack(step)) {
        outcomes.push(this.tell(notAttempted(step, new Failure('team-unsettled', {}))));
        continue;
      }
      const { outcome, next } = await this.step(step, etag);
      etag = next;
      this.leave(step, next);
      // A resource that moved under one row has moved under the others.
      if (outcome.error?.code === 'stale' || outcome.status === 'unknown') broken = outcome.error;
      outcomes.push(this.tell(outcome));
    }
    return outcomes;
  }

  private leave(step: Step, etag: string | null): void {
    const key = targetKey(step);
    if (this.inSeveral.has(key)) this.left.set(key, etag);
  }

  private etagOf(step: Step): string | null {
    const left = this.left.get(targetKey(step));
    return left === undefined ? etagOf(step, this.sending.snapshot) : left;
  }

  private stop(why: Failure): void {
    if (!this.signal.aborted) this.stopping.abort(why);
  }

  private async step(step: Step, etag: string | null): Promise<Ended> {
    const { self, run, reason, idempotent, changer, snapshot, look } = this.sending;
    const { endpoint, params, body, ...own } = requestOf({ step, snapshot, idOf: this.created.idOf });
    const actor = step.intent.actor;
    const ifMatch = own.etag === undefined ? etag : own.etag;
    const key = keyOf(run, step);
    if (step.intent.action === 'member.invite')
      for (const team of step.intent.teams) this.left.set(`team ${team}`, null);
    let seen: Seen | null = null;
    try {
      await this.written(step);
      // Stopped while the disk was written: nothing has gone out.
      if (this.signal.aborted) return { outcome: notAttempted(step), next: etag };
      const answer = await changer.change(endpoint, {
        params,
        body,
        actAs: actor === self ? undefined : actor,
        reason,
        ifMatch: ifMatch ?? undefined,
        idempotencyKey: key,
        idempotent,
        stopping: this.signal,
        onAttempt: this.attempts(step),
        look:
          look &&
          (async () => {
            seen = await look(step, this.created);
            return seen.verdict;
          }),
      });
      return { outcome: this.done(step, answer, seen), next: own.answersForTarget === false ? null : answer.etag };
    } catch (error) {
      return { outcome: this.failed(step, error), next: etag };
    }
  }

  /** Keeps each attempt, and takes down what is sent again with nothing to tell the API that it is the same. */
  private attempts(step: Step): (attempt: Attempt) => void {
    const { recorder, idempotent, sentBefore } = this.sending;
    let mayBeDone = sentBefore?.has(step) ?? false;
    return (attempt) => {
      if (mayBeDone && !idempotent) this.sentAgain.add(step.row);
      mayBeDone = attempt.unknown;
      recorder?.attempt(step, attempt);
    };
  }

  private done(step: Step, answer: Awaited<ReturnType<Changer['change']>>, seen: Seen | null): RowOutcome {
    if (!answer.found) this.created.note(step, answer.body);
    else if (seen?.made) this.created.set(step.target.id, seen.made);
    const outcome: RowOutcome = { step, status: 'done', error: null, requestId: answer.requestId };
    return answer.found ? { ...outcome, found: true } : outcome;
  }

  private failed(step: Step, error: unknown): RowOutcome {
    if (this.signal.aborted && error === this.signal.reason) return notAttempted(step);
    const failure = error instanceof Failure ? error : unexpected(error);
    if (isStopping(failure)) this.stop(failure);
    return { step, status: statusOf(failure), error: failure, requestId: failure.requestId ?? null };
  }

  private tell(outcome: RowOutcome): RowOutcome {
    const { recorder, onOutcome } = this.sending;
    this.unsettled.note(outcome);
    if (outcome.status === 'not-attempted') {
      recorder?.leave(outcome.step);
    } else {
      recorder?.outcome(outcome, this.created.ofTarget(outcome.step));
      const tooMany = this.rate.failureAfter(outcome.status === 'done');
      if (tooMany) this.stop(tooMany);
    }
    onOutcome?.(outcome);
    return outcome;
  }
}

const notAttempted = (step: Step, error: Failure | null = null): RowOutcome => ({
  step,
  status: 'not-attempted',
  error,
  requestId: null,
});

const targetKey = ({ target: { type, id } }: Step): string => `${type} ${id}`;

/** The same run, row and subject give the same key: sent again, it is done once. */
const keyOf = (run: string, { row, action, target, subject }: Step) =>
  // What is yet to be made goes by its name, and a header takes no accents.
  [run, row, action, target.id, subject?.id ?? ''].map((part) => encodeURIComponent(part)).join('.');

/** The ETag a target had when the plan was made; none where the API has none, or where it is still to be made. */
function etagOf(step: Step, { seen, spaces, etags }: Snapshot): string | null {
  if (step.target.id.startsWith(NEW)) return null;
  const { type, id } = step.target;
  if (type === 'record') return seen.get(id)?.etag ?? null;
  return (type === 'space' ? spaces.get(id)?.etag : etags.get(id)) ?? null;
}

function statusOf(failure: Failure): RowOutcome['status'] {
  if (mayBeDone(failure)) return 'unknown';
  return failure.code === 'refused' ? 'refused' : 'failed';
}
