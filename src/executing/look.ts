import type { Reader } from '../api/index.ts';
import { Failure, type FailureCode, Failures } from '../failures/failure.ts';
import type { ResolvedIntent } from '../model/intents/index.ts';
import type { Id } from '../model/organization.ts';
import { NEW } from '../model/references.ts';
import type { Snapshot } from '../model/snapshot.ts';
import type { Step } from '../planning/plan.ts';
import { plan } from '../planning/planner.ts';
import { type AskedFor, type IdOf, writtenById } from '../reading/again.ts';
import type { Asker } from '../reading/asker.ts';
import { type OrganizationRead, readGround } from '../reading/reality.ts';
import { isMadeBy } from './created.ts';

/** What looking at a change that may have been made says. */
export interface Seen {
  readonly verdict: 'done' | 'not-done' | 'cannot-tell';
  /** What the API calls what it created, where it did. */
  readonly made: Id | null;
}

/** What looking needs. */
export interface Looking {
  readonly reader: Reader;
  readonly asker: Asker;
  readonly organization: OrganizationRead;
  /** The intents of the whole plan. */
  readonly intents: readonly ResolvedIntent[];
  readonly idOf: IdOf;
}

/** How things stand, seen from some steps: whether each is so, and what was read for it. */
export interface Look {
  readonly seen: readonly Seen[];
  /** Null where nothing could be read. */
  readonly snapshot: Snapshot | null;
}

const CANNOT_TELL: Seen = { verdict: 'cannot-tell', made: null };
const GONE: Seen = { verdict: 'done', made: null };

/**
 * Reads again what some steps are about and says of each whether it is so already: by planning it again, since what is so
 * is unchanged. Throws what reading throws where the API can't be read.
 */
export async function lookAt(steps: readonly Step[], looking: Looking): Promise<Look> {
  const { present, ground } = await readAgain(steps, looking);
  const seen = new Map<Step, Seen>(steps.map((step) => [step, goneAs(step)]));
  if (!ground) return { seen: steps.map((step) => seen.get(step) ?? CANNOT_TELL), snapshot: null };
  const again = plan(ground.intents, ground.snapshot).steps;
  for (const [n, step] of present.entries()) {
    const now = again[n];
    seen.set(step, now ? seenIn(step, now) : CANNOT_TELL);
  }
  return { seen: steps.map((step) => seen.get(step) ?? CANNOT_TELL), snapshot: ground.snapshot };
}

/**
 * Reads again what some steps are about, or anything else that wants something. What is gone, or can't be seen any more, is
 * left out: `missing` says why, `present` are the others, in the order of the intents of `ground`, which is null where there
 * are none.
 */
export async function readAgain<One extends AskedFor>(
  steps: readonly One[],
  { reader, asker, organization, intents, idOf }: Looking,
) {
  let present = [...steps];
  const missing = new Map<One, FailureCode>();
  while (present.length > 0) {
    const wishes = writtenById(present, intents, idOf);
    try {
      return { present, missing, ground: await readGround(reader, asker, wishes, organization) };
    } catch (error) {
      const lost = missingIn(error);
      if (lost.size === 0) throw error;
      for (const [position, code] of lost) missing.set(present[position] as One, code);
      present = present.filter((_, position) => !lost.has(position));
    }
  }
  return { present, missing, ground: null };
}

/** By position, those whose names stand for nothing any more, or are taken; empty where something else went wrong. */
function missingIn(error: unknown): ReadonlyMap<number, FailureCode> {
  const failures = error instanceof Failures ? error.failures : error instanceof Failure ? [error] : [];
  const named = failures.filter(({ code }) => /^(unknown-|ambiguous-|team-exists)/.test(code));
  if (named.length < failures.length) return new Map();
  return new Map(named.flatMap(({ code, where: { row } }) => (row === undefined ? [] : [[row, code] as const])));
}

/** A step whose very aim is that something isn't there, or not for its actor, is done where that can't be seen any more. */
function goneAs({ intent }: Step): Seen {
  switch (intent.action) {
    case 'share.leave':
    case 'space.leave':
    case 'team.delete':
    case 'member.cancel-invitation':
    case 'member.revoke':
      return GONE;
    case 'share.remove':
    case 'space.unshare':
      return intent.grantee.id === intent.actor ? GONE : CANNOT_TELL;
    default:
      return CANNOT_TELL;
  }
}

/** What planning a step again says of it. Whatever would be a change each time it is asked for says nothing. */
function seenIn(step: Step, now: Step): Seen {
  // What only uses something made since says nothing of itself by that.
  const made = isMaking(step) && !now.target.id.startsWith(NEW) ? now.target.id : null;
  if (made !== null) return { verdict: 'done', made };
  if (now.status === 'unchanged') return { verdict: 'done', made: null };
  // T3: of a record's transfers the pending one is found, and that may be a later one.
  if ('transfer' in step.intent && 'transfer' in now.intent && step.intent.transfer !== now.intent.transfer)
    return CANNOT_TELL;
  return now.status === 'change' && isTellable(step.intent) ? { verdict: 'not-done', made: null } : CANNOT_TELL;
}

const isMaking = ({ intent, target }: Step): boolean => target.id.startsWith(NEW) && isMadeBy(intent, target.id);

function isTellable(intent: ResolvedIntent): boolean {
  if (intent.action === 'member.invite') return intent.member.startsWith(NEW);
  if (intent.action === 'space.create') return !intent.another;
  return intent.action !== 'transfer.send-hidden';
}

/** Looks at steps one by one as they come into doubt; those that come together are read together, one reading at a time. */
export class Looker {
  private waiting: { readonly step: Step; settle(seen: Seen): void }[] = [];
  private reading: Promise<void> | null = null;

  constructor(private readonly looking: Looking) {}

  /** Whether a step is so; what can't be read can't be told. */
  look(step: Step): Promise<Seen> {
    return new Promise((settle) => {
      this.waiting.push({ step, settle });
      this.reading ??= this.read().finally(() => {
        this.reading = null;
      });
    });
  }

  private async read(): Promise<void> {
    while (this.waiting.length > 0) {
      // Whatever else came into doubt with it, as a whole batch does, is looked at with it.
      await new Promise((resolve) => setImmediate(resolve));
      const these = this.waiting;
      this.waiting = [];
      const seen = await this.lookAt(these.map(({ step }) => step));
      for (const [n, { settle }] of these.entries()) settle(seen[n] ?? CANNOT_TELL);
    }
  }

  private async lookAt(steps: readonly Step[]): Promise<readonly Seen[]> {
    try {
      return (await lookAt(steps, this.looking)).seen;
    } catch (error) {
      if (!(error instanceof Failure) && !(error instanceof Failures)) throw error;
      return steps.map(() => CANNOT_TELL);
    }
  }
}
