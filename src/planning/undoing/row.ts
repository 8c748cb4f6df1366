import type { ResolvedIntent } from '../../model/intents/index.ts';
import type { Grantee, Id } from '../../model/organization.ts';
import type { Step, Target } from '../plan.ts';
import type { Refusal } from '../refusals/index.ts';

/** What can be made of a row that a run did: a step of the plan, somebody else's to do, or nothing at all. */
export type UndoVerdict = 'reversed' | 'somebody-else' | 'impossible';

/** Something that was done: who did it, what, and when (ISO 8601). */
export interface DoneByOthers {
  readonly who: string;
  readonly action: string;
  readonly at: string;
}

/** So many items of one kind that are gone; null where nobody here can know how many. */
export interface Destroyed {
  readonly item: string | null;
  readonly count: number | null;
}

/** Why a row gets its verdict, with what a sentence needs to say it. */
export type UndoReason =
  /** A step of the plan puts it back. */
  | { readonly reason: 'step' }
  /** The step of another row takes it along, as deleting a team does with all it was given (O7, O12). */
  | { readonly reason: 'with-row'; readonly row: number }
  /** It is as it was before the run. */
  | { readonly reason: 'already' }
  /** It is neither as the run left it nor as it was before: whose it is now is not for psyctl to say. */
  | { readonly reason: 'changed'; readonly by: readonly DoneByOthers[] }
  /** What it is about is no longer there, or no longer to be seen (A2). */
  | { readonly reason: 'gone' }
  /** Whoever did it may not put it back. */
  | { readonly reason: 'not-theirs'; readonly refusal: Refusal | null }
  /** A rule forbids it as things are. */
  | { readonly reason: 'refused'; readonly refusal: Refusal }
  /** O7: what a deleted team had been given. */
  | { readonly reason: 'given-to-team' }
  /** T4, R4: what it had been given besides, on what nobody here is told: as long as a way in doesn't work, it isn't listed. */
  | { readonly reason: 'given-unseen'; readonly count: number }
  /** T6: it was accepted, so it is its new owner's. */
  | { readonly reason: 'accepted' }
  /** T6: the share its new owner held before. */
  | { readonly reason: 'share-ended' }
  /** T9, T11: what acceptance destroyed, and the appointments it cancelled, with an e-mail to a client for each. */
  | { readonly reason: 'destroyed'; readonly items: readonly Destroyed[]; readonly appointments: number | null }
  /** T3, T16: only whoever sent it sends it again as it was. */
  | { readonly reason: 'sender' }
  /** No space is ever deleted. */
  | { readonly reason: 'space-stays' }
  /** The name a team had is another's now. */
  | { readonly reason: 'name-taken' }
  /** N4: the row did nothing but write to somebody again. */
  | { readonly reason: 'only-wrote' }
  /** Whether the row was made can't be told. */
  | { readonly reason: 'unknown-outcome' }
  /** E-mails that were written. */
  | { readonly reason: 'written'; readonly emails: number };

/** What becomes of one row of a run that is undone, or of one part of what it did. */
export interface UndoRow {
  /** The row of the run; null for what holds of all of it. */
  readonly row: number | null;
  readonly target: Target | null;
  readonly subject: Grantee | null;
  readonly verdict: UndoVerdict;
  readonly why: UndoReason;
  /** Who could put it back; null where nobody, or nobody in particular. */
  readonly who: Id | null;
  /** What they would want, as the command they would run says it; null where there is no such command. */
  readonly wish: ResolvedIntent | null;
}

/** The verdict that a reason comes to. */
const VERDICTS: { readonly [R in UndoReason['reason']]: UndoVerdict } = {
  step: 'reversed',
  'with-row': 'reversed',
  already: 'reversed',
  changed: 'somebody-else',
  gone: 'impossible',
  'not-theirs': 'somebody-else',
  refused: 'impossible',
  'given-to-team': 'somebody-else',
  'given-unseen': 'impossible',
  accepted: 'somebody-else',
  'share-ended': 'somebody-else',
  destroyed: 'impossible',
  sender: 'somebody-else',
  'space-stays': 'impossible',
  'name-taken': 'impossible',
  'only-wrote': 'impossible',
  'unknown-outcome': 'impossible',
  written: 'impossible',
};

/** A row's reason, and who could do what about it. */
export type Told = Pick<UndoRow, 'why' | 'who' | 'wish'>;

/** What is told of a step of a run; `target` where it isn't what the step itself was done to. */
export const undoRow = (step: Pick<Step, 'row' | 'target' | 'subject'>, told: Told, target?: Target): UndoRow => ({
  row: step.row,
  target: target ?? step.target,
  subject: target ? null : step.subject,
  verdict: VERDICTS[told.why.reason],
  ...told,
});

/** The e-mails a run wrote: said once, for all of it. */
export const writtenRow = (emails: number): UndoRow => ({
  row: null,
  target: null,
  subject: null,
  verdict: 'impossible',
  why: { reason: 'written', emails },
  who: null,
  wish: null,
});

/** A run that is being undone, and what becomes of its rows. */
export interface Undo {
  readonly run: string;
  readonly rows: readonly UndoRow[];
}

/** What is left out of an undo: all that isn't a step, and isn't as it was either. E-mails aside: no run gets those back. */
export const leftOutOf = (rows: readonly UndoRow[]): UndoRow[] =>
  rows.filter(({ verdict, why }) => verdict !== 'reversed' && why.reason !== 'written' && why.reason !== 'only-wrote');
