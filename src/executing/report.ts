import type { Failure } from '../failures/failure.ts';
import type { Id } from '../model/organization.ts';
import type { Resource } from '../model/resources.ts';
import type { Step } from '../planning/plan.ts';

/** What became of a row once psyctl began to send. */
export type RowStatus = 'done' | 'unchanged' | 'refused' | 'failed' | 'unknown' | 'not-attempted';

/** What became of one step. */
export interface RowOutcome {
  readonly step: Step;
  readonly status: RowStatus;
  readonly error: Failure | null;
  /** What the API calls the request, for its support to find it. */
  readonly requestId: string | null;
  /** Whether it was found done by looking, no answer having come. */
  readonly found?: true;
}

/** An access as it reads on the wire: ways through a team say the team's name. */
export interface SeenAccess {
  readonly level: string;
  readonly paths: readonly {
    readonly kind: string;
    readonly level: string;
    readonly via: string | null;
    readonly state: string;
    readonly requireApproval?: true | undefined;
  }[];
}

/** Somebody whose access isn't what was predicted. */
export interface Mismatch {
  readonly member: Id;
  readonly resource: Resource;
  readonly predicted: SeenAccess;
  readonly observed: SeenAccess;
}

/** Prediction held against what the API says afterwards, counted in pairs of a member and a resource. */
export interface Verification {
  readonly checked: number;
  /** What the actor can no longer see: not a failure, and not a proof either. */
  readonly unverifiable: number;
  readonly mismatches: readonly Mismatch[];
}

/** What the API offers that makes sending safe, and where psyctl had to do without. */
export interface Guarantees {
  /** Whether a change that is sent again is done once, whatever happens. */
  readonly idempotency: boolean;
  /** Whether a change is refused where somebody else has changed the same thing meanwhile. */
  readonly etags: boolean;
  /** The rows sent again though nothing kept them from being done twice: each was looked for before, and not seen. */
  readonly sentAgain: readonly number[];
}

/** What came of applying a plan. */
export interface Report {
  readonly id: string;
  readonly rows: readonly RowOutcome[];
  readonly totals: Readonly<Record<RowStatus, number>>;
  readonly verification: Verification;
  /** What the API calls what the plan created, by the id the plan had for it. */
  readonly created: ReadonlyMap<Id, Id>;
  readonly guarantees: Guarantees;
  /** What made psyctl stop sending before the end, if anything did. */
  readonly stoppedBy: Failure | null;
}

/** How many rows ended how. */
export function totalsOf(rows: readonly RowOutcome[]): Report['totals'] {
  const totals = { done: 0, unchanged: 0, refused: 0, failed: 0, unknown: 0, 'not-attempted': 0 };
  for (const row of rows) totals[row.status] += 1;
  return totals;
}
