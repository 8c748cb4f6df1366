import type { Directory } from '../model/directory.ts';
import type { Plan } from '../planning/plan.ts';
import type { Undo } from '../planning/undoing/row.ts';

/** Where and on whose behalf a plan is, or would be, carried out. */
export interface Scene {
  readonly plan: Plan;
  readonly planId: string;
  /** `noun verb`, as it was called. */
  readonly command: string;
  readonly directory: Directory;
  readonly target: { readonly organization: string; readonly host: string; readonly sandbox: boolean };
  readonly actor: {
    /** The member whose token it is. */
    readonly email: string;
    readonly name: string;
    /** `owner`, the e-mail of whom it acts for, or null for itself. */
    readonly actingAs: string | null;
    readonly reason: string | null;
  };
  readonly dryRun: boolean;
  /** The run that is undone, and what becomes of its rows; null where none is. */
  readonly undo: Undo | null;
}
