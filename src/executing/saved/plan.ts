import type { ResolvedIntent } from '../../model/intents/index.ts';
import type { LeftOut } from '../../model/left-out.ts';
import type { Snapshot } from '../../model/snapshot.ts';
import type { Plan, StepStatus, Summary } from '../../planning/plan.ts';
import { plan } from '../../planning/planner.ts';
import type { UndoRow } from '../../planning/undoing/row.ts';

/** Where a plan was made, by whom, for whom and why: what a saved plan is held to. Never a token. */
export interface Origin {
  /** The id of the plan, and of the run that carries it out. */
  readonly id: string;
  /** The version of psyctl that made it. */
  readonly psyctl: string;
  /** `noun verb`, as it was called. */
  readonly command: string;
  /** What followed it, so that it can be planned anew. */
  readonly args: readonly string[];
  /** ISO 8601, with the offset of the time zone it was made in. */
  readonly madeAt: string;
  readonly organization: { readonly id: string; readonly name: string };
  readonly host: string;
  readonly sandbox: boolean;
  /** The member whose token it was made with. */
  readonly account: { readonly id: string; readonly email: string };
  /** `owner`, the e-mail of whom it acts for, or null for itself (A1). */
  readonly as: string | null;
  readonly reason: string | null;
  /** The run it undoes, if it does. */
  readonly undoes?: string;
}

/** The cells of one row of a CSV file, by their column, as they were written. */
export type Cells = Readonly<Record<string, string>>;

/** What a plan comes to, in short: enough to notice that another psyctl would plan otherwise. */
export interface Outline {
  /** One letter for each step, in their order. */
  readonly steps: string;
  readonly summary: Summary;
}

/** A plan and everything it follows from, so that it can be shown, carried out, resumed, undone and verified later. */
export interface SavedPlan {
  readonly origin: Origin;
  readonly intents: readonly ResolvedIntent[];
  readonly leftOut: readonly LeftOut[];
  readonly snapshot: Snapshot;
  /** By row, where they came from a CSV file. */
  readonly rows: ReadonlyMap<number, Cells>;
  readonly outline: Outline;
  /** Of a plan that undoes a run: what becomes of each row of it. */
  readonly undo?: readonly UndoRow[];
}

/** The plan a saved one is: worked out again, since the same intents and snapshot give the same plan. */
export const planOfSaved = ({ intents, snapshot, leftOut }: SavedPlan): Plan => plan(intents, snapshot, leftOut);

const LETTER: Readonly<Record<StepStatus, string>> = { change: 'c', unchanged: 'u', refused: 'r', waiting: 'w' };

/** The outline of a plan. */
export const outlineOf = ({ steps, summary }: Plan): Outline => ({
  steps: steps.map(({ status }) => LETTER[status]).join(''),
  summary,
});

/** Whether a plan worked out again is the one that was saved. */
export const isAsSaved = (again: Plan, { outline }: SavedPlan): boolean =>
  JSON.stringify(outlineOf(again)) === JSON.stringify(outline);
