import { Failure, type FailureCode, Failures } from './failure.ts';

/** What psyctl's exit codes mean; scripts rely on them. */
export const EXIT = {
  done: 0,
  unexpected: 1,
  usage: 2,
  refused: 3,
  notSignedIn: 4,
  stale: 5,
  consentMissing: 6,
  partlyDone: 7,
  differs: 8,
  notNow: 9,
  changesPending: 10,
  no: 11,
  cannotTell: 12,
  interrupted: 130,
  terminated: 143,
} as const;
/** An exit code. */
export type Exit = (typeof EXIT)[keyof typeof EXIT];

const PRECEDENCE: readonly Exit[] = [130, 143, 1, 4, 2, 9, 5, 6, 8, 7, 3, 10, 12, 11, 0];

const EXITS: { [Code in FailureCode]?: Exit } = {
  'not-json': EXIT.unexpected,
  'contract-broken': EXIT.unexpected,
  'repeated-cursor': EXIT.unexpected,
  unexpected: EXIT.unexpected,
  'no-connection': EXIT.notSignedIn,
  'unknown-connection': EXIT.notSignedIn,
  'no-token': EXIT.notSignedIn,
  'token-refused': EXIT.notSignedIn,
  'keyring-silent': EXIT.notSignedIn,
  'token-not-kept': EXIT.notSignedIn,
  'sign-in-abandoned': EXIT.notSignedIn,
  'act-as-refused': EXIT.notSignedIn,
  unreachable: EXIT.notNow,
  untrusted: EXIT.notNow,
  'timed-out': EXIT.notNow,
  'rate-limited': EXIT.notNow,
  'server-error': EXIT.notNow,
  'outcome-unknown': EXIT.notNow,
  'port-taken': EXIT.notNow,
  refused: EXIT.refused,
  forbidden: EXIT.refused,
  'not-found': EXIT.refused,
  conflict: EXIT.refused,
  stale: EXIT.stale,
  'team-unsettled': EXIT.partlyDone,
  'plan-stale': EXIT.stale,
  'plan-applied': EXIT.stale,
  'run-locked': EXIT.notNow,
  'run-undone': EXIT.stale,
  'too-many-failures': EXIT.notNow,
  'consent-missing': EXIT.consentMissing,
  declined: EXIT.consentMissing,
  'too-many-losses': EXIT.consentMissing,
  'deletion-consent': EXIT.consentMissing,
  'seats-missing': EXIT.consentMissing,
  'removal-consent': EXIT.consentMissing,
  'removal-declined': EXIT.consentMissing,
};

/** What a snapshot doesn't hold is kept from whoever asks; the rest is a wrong file, or a wrong flag. */
const exitOfSnapshot = ({ details }: Failure<'bad-snapshot'>): Exit =>
  details.problem === 'no-history' ? EXIT.refused : EXIT.usage;

/** Of several exit codes that hold at once, the one psyctl ends with. */
export function firstOf(exits: Iterable<Exit>): Exit {
  const holding = new Set(exits);
  return PRECEDENCE.find((exit) => holding.has(exit)) ?? EXIT.done;
}

/** The exit code an error ends psyctl with; what is not a failure of ours is unexpected. */
export function exitOf(error: unknown): Exit {
  if (error instanceof Failures) return firstOf(error.failures.map(exitOf));
  if (!(error instanceof Failure)) return EXIT.unexpected;
  if (error.code === 'interrupted') {
    return (error as Failure<'interrupted'>).details.signal === 'SIGINT' ? EXIT.interrupted : EXIT.terminated;
  }
  if (error.code === 'bad-snapshot') return exitOfSnapshot(error as Failure<'bad-snapshot'>);
  return EXITS[error.code as FailureCode] ?? EXIT.usage;
}
