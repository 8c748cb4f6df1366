import pLimit from 'p-limit';
import type { Changer } from '../api/index.ts';
import { Failure } from '../failures/failure.ts';
import { groupBy } from '../model/collections.ts';
import type { Id } from '../model/organization.ts';
import type { Step } from '../planning/plan.ts';
import { inOrder } from '../planning/planner.ts';
import type { RowOutcome } from './report.ts';
import { requestOf } from './requests.ts';

/** What the sending of a plan needs beside its steps. */
export interface Sending {
  readonly changer: Changer;
  /** The id of the run: idempotency keys are made from it, so that the same row is never done twice in one run. */
  readonly run: string;
  /** The member the token belongs to: whoever else acts, is acted for. */
  readonly self: Id;
  /** The ETag each resource had when the plan was made; none where the API has none. */
  readonly etags: ReadonlyMap<Id, string>;
  readonly idempotent: boolean;
  readonly reason: string | undefined;
  readonly concurrency: number;
  /** Stops what has not begun; what is in flight ends. */
  readonly signal?: AbortSignal | undefined;
  readonly onOutcome?: ((outcome: RowOutcome) => void) | undefined;
}

/** After these, sending more would only fail again. */
const FATAL: ReadonlySet<string> = new Set([
  'unreachable',
  'timed-out',
  'rate-limited',
  'token-refused',
  'not-json',
  'contract-broken',
]);

/**
 * Sends the steps of a plan: those on different resources side by side, those on one resource one after the other,
 * each on the ETag the one before it left. Never throws for a row: every step has an outcome.
 */
export async function send(steps: readonly Step[], sending: Sending) {
  const chains = [...groupBy(inOrder(steps), (step) => step.target.id).values()];
  const limit = pLimit(sending.concurrency);
  const run = new Sender(sending);
  const outcomes = await Promise.all(chains.map((chain) => limit(() => run.chain(chain))));
  return { outcomes: outcomes.flat(), stoppedBy: run.stoppedBy };
}

class Sender {
  stoppedBy: Failure | null = null;

  constructor(private readonly sending: Sending) {}

  async chain(steps: readonly Step[]): Promise<RowOutcome[]> {
    const outcomes: RowOutcome[] = [];
    let etag = this.sending.etags.get(steps[0]?.target.id ?? '') ?? null;
    let broken: Failure | null = null;
    for (const step of steps) {
      if (broken || this.stoppedBy || this.sending.signal?.aborted) {
        outcomes.push(this.tell({ step, status: 'not-attempted', error: broken, requestId: null }));
        continue;
      }
      const { outcome, next } = await this.step(step, etag);
      etag = next;
      // A resource that moved under one row has moved under the others.
      if (outcome.error?.code === 'stale' || outcome.status === 'unknown') broken = outcome.error;
      outcomes.push(this.tell(outcome));
    }
    return outcomes;
  }

  private async step(step: Step, etag: string | null): Promise<{ outcome: RowOutcome; next: string | null }> {
    const { endpoint, params, body } = requestOf(step);
    const { self, run, reason, idempotent, changer } = this.sending;
    const actor = step.intent.actor;
    try {
      const answer = await changer.change(endpoint, {
        params,
        body,
        actAs: actor === self ? undefined : actor,
        reason,
        ifMatch: etag ?? undefined,
        idempotencyKey: keyOf(run, step),
        idempotent,
      });
      return { outcome: { step, status: 'done', error: null, requestId: answer.requestId }, next: answer.etag };
    } catch (error) {
      return { outcome: this.failed(step, error), next: etag };
    }
  }

  private failed(step: Step, error: unknown): RowOutcome {
    const failure =
      error instanceof Failure ? error : new Failure('unexpected', { problem: String(error) }, { cause: error });
    if (FATAL.has(failure.code)) this.stoppedBy ??= failure;
    return { step, status: statusOf(failure), error: failure, requestId: failure.requestId ?? null };
  }

  private tell(outcome: RowOutcome): RowOutcome {
    this.sending.onOutcome?.(outcome);
    return outcome;
  }
}

/** The same run, row and subject give the same key: sent again, it is done once. */
const keyOf = (run: string, { row, action, target, subject }: Step) =>
  [run, row, action, target.id, subject?.id ?? ''].join('.');

function statusOf(failure: Failure): RowOutcome['status'] {
  if (mayBeDone(failure)) return 'unknown';
  return failure.code === 'refused' ? 'refused' : 'failed';
}

/** Whether a change may have been made all the same: no answer came, or one that nobody can make sense of. */
function mayBeDone(failure: Failure): boolean {
  if (failure.code === 'outcome-unknown') return true;
  if (failure.code === 'not-json') return (failure as Failure<'not-json'>).details.status < 300;
  return failure.code === 'contract-broken' && (failure as Failure<'contract-broken'>).details.at !== 'request';
}
