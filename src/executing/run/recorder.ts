import type { Attempt } from '../../api/index.ts';
import type { Id } from '../../model/organization.ts';
import type { Step } from '../../planning/plan.ts';
import type { RowOutcome } from '../report.ts';
import { type KeptPause, type KeptRead, keptOutcome, say } from './events.ts';
import type { Journal } from './journal.ts';

/** A step that is about to be sent, and the key it goes with. */
export type Intended = readonly [step: Step, key: string];

/** Keeps what is sent and what comes of it. */
export interface Recorder {
  /** Resolves once it is on the disk that some steps are about to be sent. Throws `file-unwritable`. */
  intend(steps: readonly Intended[]): Promise<void>;
  /** Told that a step isn't sent after all. */
  leave(step: Step): void;
  /** Told of each attempt; one that was answered well and was the first says nothing new. */
  attempt(step: Step, attempt: Attempt): void;
  /** Told what became of a step, and what the API calls what it created. */
  outcome(outcome: RowOutcome, made: Id | null): void;
}

/** Keeps them in a journal. `steps` are those of the whole plan: a step goes by its position in it. */
export function recorderOf(journal: Journal, steps: readonly Step[], now: () => string): Recorder {
  const positions = new Map(steps.map((step, position) => [step, position]));
  const positionOf = (step: Step) => positions.get(step) ?? -1;
  // Without an outcome yet; and those passed over before they were written down.
  const [intended, left] = [new Set<Step>(), new Set<Step>()];
  return {
    async intend(steps) {
      const these = steps.filter(([step]) => !left.has(step));
      for (const [step] of these) intended.add(step);
      await journal.synced(...these.map(([step, key]) => say.intend(positionOf(step), key)));
    },
    leave(step) {
      if (intended.delete(step)) journal.add(say.unsent(positionOf(step)));
      else left.add(step);
    },
    attempt(step, { outcome, waitMs }) {
      if (waitMs !== null) journal.add(say.attempt({ step: positionOf(step), at: now(), outcome, waitMs }));
    },
    outcome(outcome, made) {
      intended.delete(outcome.step);
      journal.add(say.outcome(positionOf(outcome.step), keptOutcome(outcome, made)));
    },
  };
}

/** Keeps a pause of all that is sent. */
export const recordPause = (journal: Journal, pause: KeptPause): void => journal.add(say.pause(pause));
/** Keeps that something is read again. */
export const recordRead = (journal: Journal, read: KeptRead): void => journal.add(say.read(read));
