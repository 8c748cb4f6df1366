import type { Look } from './look.ts';
import type { Pace } from './pace.ts';
import { type Persistence, waitAfter } from './persistence.ts';
import type { Tools } from './tools.ts';
import type { Broke, Ended } from './transport.ts';
import type { Judge, Verdict } from './verdict.ts';

/** One attempt, once it is over. */
export interface Attempt {
  /** From 1. */
  readonly attempt: number;
  /** The status it was answered with, or the code of what broke it: 503, 'ECONNRESET'. */
  readonly outcome: number | string;
  /** Whether an answer came, whatever it was; or what kept it away. */
  readonly how: 'answered' | Broke['reason'];
  /** Whether what was asked may have been done without our knowing. */
  readonly unknown: boolean;
  /** Until the next attempt, or until a change of unknown outcome is looked for; null when this was the last. */
  readonly waitMs: number | null;
}
/** Is told of each attempt and awaited. */
export type OnAttempt = (attempt: Attempt) => void | Promise<void>;

/** What retrying needs. */
export interface Retrying {
  readonly once: () => Promise<Ended>;
  readonly judge: Judge;
  readonly pace: Pace;
  readonly tools: Tools;
  readonly persistence: Persistence;
  /** Ends every wait. */
  readonly signal?: AbortSignal | undefined;
  readonly onAttempt?: OnAttempt | undefined;
  /** Settles an unknown outcome. */
  readonly look?: Look | undefined;
}

/** How it ended after all attempts. */
export type Outcome =
  | { readonly kind: 'ended'; readonly ended: Ended }
  /** Some attempt may have done it, and neither a later one nor a look settled whether. */
  | { readonly kind: 'unknown'; readonly ended: Ended }
  /** A look found it done; its answer is lost. */
  | { readonly kind: 'found' };

/** The one place that asks again. Rejects with the signal's reason when stopped while nothing was in doubt. */
export async function retrying(asked: Retrying): Promise<Outcome> {
  const attempts = new Attempts(asked);
  for (;;) {
    const outcome = await attempts.next();
    if (outcome) return outcome;
  }
}

class Attempts {
  private made = 0;
  private tries = 0;
  private putOffs = 0;
  private looked = false;
  private doubt: Outcome | null = null;

  constructor(private readonly asked: Retrying) {}

  /** Makes one attempt, with the wait and the look that follow; null where another has to be made. */
  async next(): Promise<Outcome | null> {
    try {
      return await this.attempt();
    } catch (error) {
      // Stopped while waiting to look again: what is in doubt stays so.
      if (this.doubt && this.asked.signal?.aborted) return this.doubt;
      throw error;
    }
  }

  private async attempt(): Promise<Outcome | null> {
    const { once, judge, pace, tools, persistence, signal } = this.asked;
    await pace.turn(this.putOffs, signal);
    const ended = await once();
    const verdict = judge(ended, tools.now());
    this.note(verdict, ended);
    const looks = this.looksAfter(verdict, ended);
    const { tries } = this;
    const waitMs = waitAfter(verdict, { tries, looks, pauses: pace.pauses }, persistence, tools.random);
    await this.tell(ended, verdict, waitMs);
    if (this.looked && isRefusal(verdict, ended) && (await this.asked.look?.()) === 'done') return { kind: 'found' };
    if (waitMs === null) return this.doubt ?? { kind: 'ended', ended };
    if (verdict.kind !== 'later') await tools.sleep(waitMs, signal);
    return looks && verdict.kind === 'unknown' ? this.look(verdict, ended) : null;
  }

  private note(verdict: Verdict, ended: Ended): void {
    if (verdict.kind === 'unknown') this.doubt = { kind: 'unknown', ended };
    if (verdict.kind === 'settled') this.doubt = null;
    if (verdict.kind === 'later') this.putOffs += 1;
    else this.tries += 1;
  }

  private looksAfter(verdict: Verdict, ended: Ended): boolean {
    const { look, signal } = this.asked;
    const aborted = signal?.aborted || (ended.kind === 'broke' && ended.reason === 'aborted');
    return verdict.kind === 'unknown' && look !== undefined && !aborted;
  }

  /** Tells the pace, before anybody else goes, then whoever listens. */
  private async tell(ended: Ended, verdict: Verdict, waitMs: number | null): Promise<void> {
    const { pace, onAttempt } = this.asked;
    const answered = ended.kind === 'answered';
    const outcome = answered ? ended.status : ended.cause;
    if (verdict.kind === 'later' && waitMs !== null) pace.pause(waitMs, outcome);
    if (verdict.kind !== 'later' && answered) pace.letThrough();
    const how = answered ? 'answered' : ended.reason;
    this.made += 1;
    await onAttempt?.({ attempt: this.made, outcome, how, unknown: verdict.kind === 'unknown', waitMs });
  }

  private async look(verdict: Extract<Verdict, { kind: 'unknown' }>, ended: Ended): Promise<Outcome | null> {
    const seen = await this.asked.look?.();
    this.looked = true;
    if (seen === 'done') return { kind: 'found' };
    // Not seen while the server is at it, it may yet be done.
    if (seen === 'not-done' && !verdict.running) this.doubt = null;
    const again = seen === 'not-done' || verdict.again;
    if (again && this.tries < this.asked.persistence.attempts) return null;
    return this.doubt ?? { kind: 'ended', ended };
  }
}

/** What is refused after a look may be so because of what an earlier attempt did after all. */
const isRefusal = (verdict: Verdict, ended: Ended): boolean =>
  verdict.kind === 'settled' && ended.kind === 'answered' && ended.status >= 400;
