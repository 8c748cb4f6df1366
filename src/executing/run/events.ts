import { Failure, type FailureCode, type FailureDetails } from '../../failures/failure.ts';
import type { Id } from '../../model/organization.ts';
import { isOpen } from '../outcomes.ts';
import type { Guarantees, RowOutcome, RowStatus } from '../report.ts';
import type { Event } from './journal.ts';

/** How a run stands: what a person is told of it. */
export type RunState = 'running' | 'interrupted' | 'paused' | 'done' | 'partly-done';

/** What a failure is kept as. */
export interface KeptFailure {
  readonly code: FailureCode;
  readonly details: FailureDetails[FailureCode];
  readonly rule: string | null;
}

/** What became of a step, as a journal keeps it. */
export interface KeptOutcome {
  readonly status: RowStatus;
  readonly error: KeptFailure | null;
  readonly requestId: string | null;
  /** What the API calls what the step created. */
  readonly made: Id | null;
  /** Whether it was found to be so by looking, no answer having come. */
  readonly found?: true;
}

/** One attempt that wasn't the end, or a look at whether it was. */
export interface KeptAttempt {
  readonly step: number;
  readonly at: string;
  /** The status it was answered with, or the code of what broke it. */
  readonly outcome: number | string;
  readonly waitMs: number | null;
}

/** An attempt at reading after which another was made. */
export interface KeptRead {
  readonly at: string;
  /** The endpoint. */
  readonly of: string;
  readonly outcome: number | string;
  readonly waitMs: number;
}

/** A pause of all that was sent. */
export interface KeptPause {
  readonly at: string;
  readonly ms: number;
  readonly cause: number | string;
}

/** What was proved at the end of a run, in numbers. */
export interface KeptVerification {
  readonly checked: number;
  readonly unverifiable: number;
  readonly mismatches: readonly { readonly member: Id; readonly resource: string }[];
}

/** How one process that carried a run out came to its end. */
export interface KeptEnd {
  readonly at: string;
  readonly state: RunState;
  readonly stoppedBy: KeptFailure | null;
  readonly verification: KeptVerification | null;
  readonly guarantees: Guarantees;
  /** How many steps had ended how by then. */
  readonly totals?: Readonly<Record<RowStatus, number>>;
}

/** What is known of a run before its rows: its journal's first line. */
export interface KeptRun {
  readonly id: string;
  readonly command: string;
  readonly plan: string;
  readonly startedAt: string;
  readonly organization: string;
  readonly host: string;
  readonly steps: number;
}

/** That a run was undone, by which, since when. */
export interface KeptUndoing {
  readonly run: string;
  readonly at: string;
}

/** The lines of a journal, by what they say. */
export const say = {
  run: (run: KeptRun): Event => ['run', 1, run],
  start: (at: string, pid: number): Event => ['start', at, pid],
  intend: (step: number, key: string): Event => ['intend', step, key],
  unsent: (step: number): Event => ['unsent', step],
  attempt: (attempt: KeptAttempt): Event => ['attempt', attempt],
  read: (read: KeptRead): Event => ['read', read],
  pause: (pause: KeptPause): Event => ['pause', pause],
  outcome: (step: number, outcome: KeptOutcome): Event => ['outcome', step, outcome],
  end: (end: KeptEnd): Event => ['end', end],
  // How it had ended goes along: the last line alone says how a run stands.
  undone: (by: KeptUndoing, end: KeptEnd | null): Event => ['undone', by, end],
};

/** A failure as it is kept: without what the API said in its own words, which may name anybody. */
export const keptFailure = ({ code, details, rule }: Failure): KeptFailure => ({
  code,
  details: 'detail' in details ? { ...details, detail: '' } : details,
  rule: rule ?? null,
});

/** The failure that was kept. */
export const failureOf = ({ code, details, rule }: KeptFailure, requestId: string | null): Failure =>
  new Failure(code, details, { rule: rule ?? undefined, requestId: requestId ?? undefined });

/** What became of a step, as it is kept; `made` is what the API calls what it created. */
export const keptOutcome = ({ status, error, requestId, found }: RowOutcome, made: Id | null): KeptOutcome => ({
  status,
  error: error && keptFailure(error),
  requestId,
  made,
  ...(found && { found }),
});

/** All that a journal says of a run. */
export interface History {
  /** Null where the journal ends before its first line does. */
  readonly run: KeptRun | null;
  /** The steps of which a request may have gone out. */
  readonly intended: ReadonlySet<number>;
  /** By step, what became of it last. */
  readonly outcomes: ReadonlyMap<number, KeptOutcome>;
  readonly attempts: readonly KeptAttempt[];
  readonly reads: readonly KeptRead[];
  readonly pauses: readonly KeptPause[];
  readonly starts: readonly { readonly at: string; readonly pid: number }[];
  /** The last end, if none began since. */
  readonly end: KeptEnd | null;
  /** The runs that undo it. */
  readonly undoneBy: readonly KeptUndoing[];
}

/** Reads a journal's lines. */
export function historyOf(events: readonly Event[]): History {
  const intends = new Map<number, number>();
  const intend = (step: number, times: 1 | -1) => intends.set(step, (intends.get(step) ?? 0) + times);
  const outcomes = new Map<number, KeptOutcome>();
  const starts: { at: string; pid: number }[] = [];
  const undoneBy: KeptUndoing[] = [];
  let run: KeptRun | null = null;
  let end: KeptEnd | null = null;
  for (const [kind, ...rest] of events) {
    if (kind === 'run') run = rest[1] as KeptRun;
    else if (kind === 'intend') intend(rest[0] as number, 1);
    else if (kind === 'unsent') intend(rest[0] as number, -1);
    else if (kind === 'outcome') outcomes.set(rest[0] as number, rest[1] as KeptOutcome);
    else if (kind === 'end') end = rest[0] as KeptEnd;
    else if (kind === 'undone') {
      undoneBy.push(rest[0] as KeptUndoing);
      end = rest[1] as KeptEnd | null;
    } else if (kind === 'start') {
      starts.push({ at: rest[0] as string, pid: rest[1] as number });
      end = null;
    }
  }
  const all = <Kept>(wanted: string) => events.flatMap(([kind, kept]) => (kind === wanted ? [kept as Kept] : []));
  return {
    run,
    intended: new Set([...intends].flatMap(([step, times]) => (times > 0 ? [step] : []))),
    outcomes,
    attempts: all<KeptAttempt>('attempt'),
    reads: all<KeptRead>('read'),
    pauses: all<KeptPause>('pause'),
    starts,
    end,
    undoneBy,
  };
}

/** Whether a step needs nothing more. */
export const isFinal = (outcome: KeptOutcome): boolean => !isOpen(outcome);
