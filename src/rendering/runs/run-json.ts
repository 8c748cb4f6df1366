import type { History, KeptOutcome, RunState } from '../../executing/run/events.ts';
import type { Origin } from '../../executing/saved/plan.ts';
import { EXIT } from '../../failures/exit.ts';
import { Failure } from '../../failures/failure.ts';
import type { Directory } from '../../model/directory.ts';
import type { Plan, Step } from '../../planning/plan.ts';
import type { Texts } from '../../texts/index.ts';
import { stepJson } from '../change-json.ts';
import { failureJson } from '../failure-json.ts';

/** A run, with all that is known of it. */
export interface ShownRun {
  readonly id: string;
  readonly state: RunState;
  readonly origin: Origin;
  /** The hash of its plan. */
  readonly hash: string;
  readonly plan: Plan;
  readonly directory: Directory;
  readonly history: History;
}

/** How a run went, as JSON: what became of each row, every retry and every pause. Numbers and e-mails, never a title. */
export function runJson(run: ShownRun, texts: Texts) {
  const { id, state, origin, hash, plan, directory, history } = run;
  const step = stepJson(directory, texts);
  const retries = retriesOf(history);
  const rows = plan.steps.map((one, position) => {
    const { row, action, target, subject, refusal } = step(one);
    const outcome = outcomeOf(one, history.outcomes.get(position), state, history.intended.has(position));
    return {
      row,
      action,
      target,
      subject,
      status: outcome.status,
      error: outcome.error ? failureJson(outcome.error, texts) : refusal ? refusedJson(refusal) : null,
      requestId: outcome.requestId,
      found: outcome.found,
      retries: retries.get(position) ?? [],
    };
  });
  const { startedAt = null } = history.run ?? {};
  return {
    id,
    command: origin.command,
    state,
    startedAt,
    endedAt: history.end?.at ?? null,
    plan: { hash, madeAt: origin.madeAt },
    target: { organization: origin.organization.name, host: origin.host, sandbox: origin.sandbox },
    actor: { email: origin.account.email, actingAs: origin.as, reason: origin.reason },
    starts: history.starts,
    undoes: origin.undoes ?? null,
    undoneBy: history.undoneBy,
    pauses: history.pauses,
    reads: history.reads.map((read) => ({ ...read, waitMs: Math.round(read.waitMs) })),
    rows,
    totals: totalsOf(rows.map(({ status }) => status)),
    stoppedBy: history.end?.stoppedBy ? failureJson(failureOf(history.end.stoppedBy, null), texts) : null,
    verification: history.end?.verification ?? null,
    guarantees: history.end?.guarantees ?? null,
  };
}

/** A row that was never sent, since a rule forbids it: as if the API had refused it. */
const refusedJson = (refusal: { readonly rule: string; readonly message: string; readonly hint: string | null }) => ({
  code: 'refused' as const,
  ...refusal,
  row: null,
  column: null,
  requestId: null,
  exitCode: EXIT.refused,
});

/** A run as `run show -o json` prints it. */
export type RunJson = ReturnType<typeof runJson>;

type Status = KeptOutcome['status'];

function outcomeOf(step: Step, kept: KeptOutcome | undefined, state: RunState, intended: boolean) {
  if (kept) {
    const { status, requestId, found = false } = kept;
    return { status, requestId, found, error: kept.error && failureOf(kept.error, requestId) };
  }
  const none = { error: null, requestId: null, found: false };
  if (step.status !== 'change')
    return { ...none, status: (step.status === 'waiting' ? 'not-attempted' : step.status) as Status };
  // A request may have gone out of which nothing was heard.
  const unsettled = intended && state !== 'done' && state !== 'partly-done';
  return { ...none, status: (unsettled ? 'unknown' : 'not-attempted') as Status };
}

const failureOf = ({ code, details, rule }: NonNullable<KeptOutcome['error']>, requestId: string | null): Failure =>
  new Failure(code, details, { rule: rule ?? undefined, requestId: requestId ?? undefined });

function retriesOf({
  attempts,
}: History): ReadonlyMap<number, { at: string; outcome: number | string; waitMs: number }[]> {
  const retries = new Map<number, { at: string; outcome: number | string; waitMs: number }[]>();
  for (const { step, at, outcome, waitMs } of attempts) {
    if (waitMs === null) continue;
    const known = retries.get(step) ?? [];
    known.push({ at, outcome, waitMs: Math.round(waitMs) });
    retries.set(step, known);
  }
  return retries;
}

function totalsOf(statuses: readonly Status[]): Record<Status, number> {
  const totals = { done: 0, unchanged: 0, refused: 0, failed: 0, unknown: 0, 'not-attempted': 0 };
  for (const status of statuses) totals[status] += 1;
  return totals;
}
