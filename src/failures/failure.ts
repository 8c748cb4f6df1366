import type { WorldProblem } from './world.ts';

/**
 * Every way psyctl can fail, with what its sentence needs to be said. The sentences are in the catalogue of texts;
 * the details here hold no name of a student or client, no title, no token.
 */
export interface FailureDetails {
  // How it was called
  usage: { problem: 'list-for-owners' } | { problem: 'too-many-arguments'; expected: number; found: number };
  'unknown-command': { command: string; nearest: string[] };
  'unknown-flag': { flag: string; nearest: string[] };
  'missing-value': { name: string };
  /** `shape`: what it can be where that is no list. */
  'bad-value': { name: string; value: string; allowed: string[]; shape?: ValueShape };
  'conflicting-flags': { flags: [string, string] };
  /** `needs`: any one of them. */
  'flag-needs': { flag: string; needs: string[] };
  // Files
  'file-missing': { file: string };
  'file-unreadable': { file: string; cause: string };
  'file-unwritable': { file: string; cause: string };
  /** A command that takes no CSV. */
  'no-template': { command: string };
  'csv-empty': Record<never, never>;
  'csv-no-rows': Record<never, never>;
  'csv-workbook': { kind: 'xlsx' | 'xls' };
  'csv-not-text': Record<never, never>;
  'csv-duplicate-column': { header: string; first: string };
  'csv-unknown-column': { header: string; nearest: string[]; allowed: string[] };
  'csv-missing-column': { name: string; found: string[] };
  'csv-row-length': { expected: number; found: number };
  'csv-empty-cell': { name: string };
  'csv-quote': { problem: 'not-closed' | 'within-cell' | 'text-after-quote' };
  'csv-column-and-flag': { name: string };
  'bad-email': { text: string };
  'invitations-delimiter': { delimiter: ',' | '\t' | null };
  'invitations-row': { found: number };
  'invitations-role': { text: string; spelled: string };
  /** `kind`: the parser's name for it, `BAD_INDENT`; empty where it has none. */
  'yaml-syntax': { problem: string; kind: string };
  'manifest-unknown-key': { key: string; nearest: string[]; allowed: string[] };
  'manifest-missing-key': { key: string };
  'manifest-not-text': { text: string };
  'manifest-shape': { name: string; expected: ManifestShape[] };
  'manifest-level-missing': { grantee: string };
  'manifest-level-extra': { grantee: string };
  'manifest-name-extra': Record<never, never>;
  'manifest-record-extra': Record<never, never>;
  'manifest-space-nameless': { kind: 'multi' | 'collaborative' };
  'manifest-file-missing': { folder: string; names: string[]; found: string[] };
  'manifest-file-twice': { folder: string; names: [string, string] };
  'world-invalid': { file: string; problems: readonly WorldProblem[] };
  /** `as`: it was pulled with the rights of `puller`, and can't answer as somebody else. */
  'bad-snapshot': { problem: 'none' | 'version' | 'as' | 'no-history'; puller: string };
  'database-version': { file: string };
  // Plans and runs
  'plan-damaged': Record<never, never>;
  /** Written by another version of psyctl, or planned otherwise by this one. */
  'plan-version': Record<never, never>;
  'plan-elsewhere': { what: 'host' | 'organization' | 'account'; made: string; found: string };
  /** `state`: whether all of it is done, or it was begun and can be resumed. */
  'plan-applied': { run: string; state: 'finished' | 'unfinished'; at: string };
  'plan-stale': { moved: Moved[]; more: number; rows: number; again: string };
  'unknown-run': { text: string; nearest: string[] };
  'ambiguous-run': { text: string; candidates: string[] };
  /** A run that was asked for otherwise than by rows; `again`: the command that goes on with what is left. */
  'no-rows-kept': { again: string };
  'removal-consent': { runs: number };
  'removal-declined': Record<never, never>;
  'journal-damaged': Record<never, never>;
  'run-locked': { run: string; pid: number; machine: string };
  /** It was begun, and undone by another run before it was done. */
  'run-undone': { run: string; by: string };
  'too-many-failures': { inARow: number | null; ofLast: { failed: number; of: number } | null };
  'port-taken': { port: number };
  // Names
  'unknown-record': { text: string; nearest: string[] };
  /** `multi`: a profile has no multi-space, or one that can't be seen. */
  'unknown-space': { text: string; nearest: string[]; multi?: 'none' | 'unseen' };
  'ambiguous-space': { text: string; candidates: string[] };
  'unknown-profile': { text: string; nearest: string[] };
  /** `record`: what is known of the record that was named instead; `ended`: its transfers that are no longer pending. */
  'unknown-transfer': {
    text: string;
    nearest: string[];
    record: 'unknown' | 'waits' | 'waits-for-none' | 'unseen';
    ended: { id: string; status: string }[];
  };
  'unknown-member': { text: string; nearest: string[] };
  'unknown-team': { text: string; nearest: string[] };
  'unknown-school': { text: string; nearest: string[] };
  'team-exists': { text: string; existing: string };
  'ambiguous-name': { text: string; candidates: string[] };
  'space-level': { text: string; kind: 'multi' | 'collaborative' };
  contradiction: { rows: [number, number]; target: string; subject: string };
  // Signing in
  'settings-damaged': { file: string };
  /** `known`: the connections that are configured; without any, nobody has signed in. */
  'no-connection': { known: string[] };
  'unknown-connection': { name: string; known: string[] };
  'bad-url': { url: string };
  /** `connection` is null for an API that was named by its URL. */
  'no-token': { connection: string | null; url: string };
  'token-refused': { detail: string };
  /** What the system says of its keyring, where the token of a connection is or was to go. */
  'keyring-silent': { connection: string; problem: 'missing' | 'failing' | 'unfaithful'; said: string };
  'token-not-kept': { problem: 'missing' | 'failing' | 'unfaithful'; said: string; file: string };
  'token-not-given': { problem: 'none' | 'malformed' };
  'url-not-given': Record<never, never>;
  'sign-in-abandoned': Record<never, never>;
  'connection-name': { name: string; problem: 'shape' | 'taken' | 'sandbox'; url: string };
  /** `status`: why they can't be acted for, where psyctl itself knows. */
  'act-as-refused': { detail: string; status?: 'invited' | 'inactive' };
  'nothing-is-owned': { action: string };
  // The API
  unreachable: { host: string; cause: string };
  /** Its certificate is not accepted; `cause` is the code of why. */
  untrusted: { host: string; cause: string };
  /** A file of certificates that has none, or one that can't be read as such. */
  'bad-certificates': { file: string; problem: 'none' | 'malformed' };
  /** `by`: what names it, `--proxy` or a variable; of its `url` the credentials are left out. */
  'bad-proxy': { by: string; url: string; problem: 'shape' | 'credentials' };
  'timed-out': { host: string; seconds: number };
  'rate-limited': { host: string; seconds: number | null };
  'server-error': { status: number; detail: string };
  'not-json': { status: number; contentType: string };
  /** `detail` is the API's own, where it is the API that finds fault. */
  'contract-broken': { endpoint: string; at: string; problem: string; detail?: string };
  'repeated-cursor': { endpoint: string };
  refused: { detail: string };
  /** `detail` is the API's own; otherwise what was asked that is not for whoever asks. */
  forbidden: { detail: string } | ForbiddenQuestion;
  'not-found': { detail: string };
  conflict: { detail: string };
  stale: { target: string };
  /** Who is in the team isn't settled: a row of the same run that changes it isn't done. */
  'team-unsettled': Record<never, never>;
  /**
   * `how`: what kept the answer away, where it isn't a connection that broke off; `unseen`: a run was resumed and nothing
   * that can be read says whether it was done.
   */
  'outcome-unknown': { cause: string; how?: 'timed-out' | 'server-error' | 'still-running' | 'unseen' };
  // Ending
  'consent-missing': Record<never, never>;
  declined: Record<never, never>;
  'too-many-losses': { losses: number; limit: string };
  'seats-missing': { limit: number; wanting: number; rows: number[]; fillable: boolean };
  'deletion-consent': { items: number; unknown: boolean; allowed: number | null };
  interrupted: { signal: 'SIGINT' | 'SIGTERM' };
  unexpected: { problem: string };
}

/** Something a plan rests on that isn't as it was. */
export interface Moved {
  /** As JSON names it: `record:R-1001`, `team:NAME`, an e-mail. */
  readonly what: string;
  /** The rows that rest on it. */
  readonly rows: readonly number[];
  /** Who did what since, where the audit says so. */
  readonly by: readonly { readonly who: string; readonly action: string; readonly at: string }[];
}

/** What may have to stand where a manifest holds something else. */
export type ManifestShape = 'text' | 'list' | 'mapping' | 'yes-or-no';

/** What a value may have to be. */
export type ValueShape = 'whole-number' | 'positive-number' | 'number-or-percentage';

/** How what can't be known of a record or space could be (A1, A2). */
export type HowToKnow = 'as-owner' | 'as-creator' | 'nobody' | 'unseen';

/** A question about access that is not answered to everybody: who reaches something, or what was done to it. */
export type ForbiddenQuestion =
  | { about: 'who'; resource: { type: 'record' | 'space'; name: string }; how: HowToKnow }
  | { about: 'history'; couldActAs: boolean };

/** The kinds of failure. */
export type FailureCode = keyof FailureDetails;

/**
 * Where a failure is: a file, a line of it (the header is line 1) and a column's header, or a row of arguments. In a file
 * that has no columns, as a manifest, the column is a number: where in the line it begins.
 */
export interface Where {
  readonly file?: string | undefined;
  readonly row?: number | undefined;
  readonly column?: string | number | undefined;
}

/** What may be known of a failure beside its details. */
export interface Circumstances extends Where {
  /** The rule of the field that refused, as `S2`. */
  readonly rule?: string | undefined;
  /** What the API calls the request that failed. */
  readonly requestId?: string | undefined;
  readonly cause?: unknown;
}

/** Something that went wrong and that psyctl can speak about: a code, the details of its sentence, where it was. */
export class Failure<Code extends FailureCode = FailureCode> extends Error {
  readonly where: Where;
  readonly rule: string | undefined;
  readonly requestId: string | undefined;

  constructor(
    readonly code: Code,
    readonly details: FailureDetails[Code],
    circumstances: Circumstances = {},
  ) {
    super(code, circumstances.cause === undefined ? {} : { cause: circumstances.cause });
    this.name = 'Failure';
    this.where = { file: circumstances.file, row: circumstances.row, column: circumstances.column };
    this.rule = circumstances.rule;
    this.requestId = circumstances.requestId;
  }

  /** The same failure, with the place it was found at filled in where it had none. */
  at(where: Where): Failure<Code> {
    return new Failure(this.code, this.details, {
      file: this.where.file ?? where.file,
      row: this.where.row ?? where.row,
      column: this.where.column ?? where.column,
      rule: this.rule,
      requestId: this.requestId,
      cause: this.cause,
    });
  }
}

/** Several failures found together, so that somebody mends all their rows at once. Never empty. */
export class Failures extends Error {
  constructor(readonly failures: readonly Failure[]) {
    super(failures.map((failure) => failure.code).join(', '));
    this.name = 'Failures';
  }
}

/** Throws what was found, if anything was: one failure as itself, several together. */
export function throwAll(failures: readonly Failure[]): void {
  const [first] = failures;
  if (!first) return;
  throw failures.length === 1 ? first : new Failures(failures);
}

/** Runs something for each item and throws the failures of all of them together; anything else is thrown at once. */
export function collectFailures<Item, Result>(items: Iterable<Item>, each: (item: Item) => Result): Result[] {
  const results: Result[] = [];
  const found: Failure[] = [];
  for (const item of items) {
    try {
      results.push(each(item));
    } catch (error) {
      if (error instanceof Failure) found.push(error);
      else if (error instanceof Failures) found.push(...error.failures);
      else throw error;
    }
  }
  throwAll(found);
  return results;
}
