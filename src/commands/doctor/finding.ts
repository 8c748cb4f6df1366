import { EXIT, type Exit, exitOf } from '../../failures/exit.ts';
import { Failure } from '../../failures/failure.ts';
import type { Texts } from '../../texts/index.ts';

/** What is checked, in the order it is told. */
export const CHECKS = [
  'node',
  'settings',
  'connection',
  'files',
  'keyring',
  'dns',
  'proxy',
  'tls',
  'clock',
  'api',
  'capabilities',
  'token',
  'scopes',
] as const;
/** Something that is checked. */
export type Check = (typeof CHECKS)[number];

/** What a check came to; skipped: something before it has to be put right first. */
export type Status = 'ok' | 'warn' | 'fail' | 'skipped';

/** What is said of a finding, and what to do about it. */
interface Said {
  readonly message: string;
  readonly hint: string | null;
}

/** What was found. */
export interface Finding extends Said {
  readonly check: Check;
  readonly status: Status;
  /** What psyctl ends with because of it. */
  readonly exit: Exit;
}

const finding =
  (status: Status, exit: Exit) =>
  (check: Check, { message, hint }: Said): Finding => ({ check, status, message, hint, exit });

const good = finding('ok', EXIT.done);
/** Nothing to do. */
export const ok = (check: Check, message: string): Finding => good(check, { message, hint: null });
/** It works, and not as it should. */
export const warn = finding('warn', EXIT.done);
/** It doesn't work: a matter of how this computer is set up. */
export const fail = finding('fail', EXIT.usage);
/** It doesn't work, for a reason that ends other commands too. */
export const failed = (check: Check, failure: Failure, texts: Texts): Finding =>
  finding('fail', exitOf(failure))(check, texts.sayFailure(failure));

/** Findings in their order; what could not be checked is said to be so. */
export function inOrder(findings: readonly Finding[], { doctor }: Texts): Finding[] {
  const found = new Map(findings.map((one) => [one.check, one]));
  const skipped = finding('skipped', EXIT.done);
  return CHECKS.map((check) => found.get(check) ?? skipped(check, { message: doctor.skipped, hint: null }));
}

/** What comes of something, be it a failure. */
export async function orFailure<T>(something: () => T | Promise<T>): Promise<T | Failure> {
  try {
    return await something();
  } catch (error) {
    if (error instanceof Failure) return error;
    throw error;
  }
}
