/** What a world file names that must be somewhere in it, or be there once. */
export type WorldThing =
  | 'member'
  | 'member-or-team'
  | 'team'
  | 'profile'
  | 'record'
  | 'school'
  | 'role'
  | 'email'
  | 'id'
  | 'token'
  | 'grantee'
  | 'pending-transfer'
  | 'copy'
  | 'inclusion';

/** What is wrong at one place of a world; the sentences are in the catalogue of texts. */
export type WorldFault =
  | { readonly fault: 'unknown'; readonly what: WorldThing; readonly name: string }
  | { readonly fault: 'repeated'; readonly what: WorldThing; readonly first: string }
  | { readonly fault: 'only-invited'; readonly name: string }
  | { readonly fault: 'seats'; readonly seats: number; readonly used: number }
  | { readonly fault: 'free-trial'; readonly most: number; readonly records: number }
  | { readonly fault: 'not-transferred'; readonly status: string }
  | { readonly fault: 'syntax'; readonly problem: string; readonly kind: string }
  /** `problem` in the schema's own words; `code` its name for it, `expected` what could be, `keys` those nobody knows. */
  | {
      readonly fault: 'schema';
      readonly problem: string;
      readonly code: string;
      readonly expected: readonly string[];
      readonly keys: readonly string[];
    }
  | {
      readonly fault:
        | 'no-administrator'
        | 'manager-elsewhere'
        | 'multi-without-profile'
        | 'multi-from-record'
        | 'multi-without-level'
        | 'collaborative-with-level'
        | 'shared-with-owner'
        | 'approval-on-read'
        | 'approval-of-team'
        | 'sent-to-owner'
        | 'owner-sends-as-owner'
        | 'others-send-as-coordinator';
    };

/** One thing that is wrong with a world: where, what, and the rule it breaks. */
export type WorldProblem = WorldFault & {
  /** `records[3].shares[0].with`, or `FILE:LINE:COLUMN`; empty when it is about the whole file. */
  readonly path: string;
  readonly rule?: string;
};
