import type { Reader } from '../api/index.ts';
import { byId, groupBy } from '../model/collections.ts';
import type { Id, State } from '../model/organization.ts';
import type { TransferFate } from '../model/snapshot.ts';
import { stateAccepted, stateAfter } from '../planning/foretold.ts';
import type { Plan, Step } from '../planning/plan.ts';
import type { Asker } from '../reading/asker.ts';
import type { OrganizationRead } from '../reading/reality.ts';
import type { Done } from '../reading/since.ts';
import { transferFates } from '../reading/transfer-fates.ts';
import type { Mismatch, Verification } from './report.ts';
import type { History } from './run/events.ts';
import type { KeptPlan } from './saved/lines.ts';
import { sinceRun } from './since-run.ts';
import { doneByRun } from './undoing/done.ts';
import { soughtFor } from './undoing/parts.ts';
import { verifyState } from './verify.ts';

/** What verifying a run rests on: its plan, how it went, and where it is looked at again. */
export interface VerifyingRun {
  readonly reader: Reader;
  readonly asker: Asker;
  readonly organization: OrganizationRead;
  readonly saved: KeptPlan;
  readonly plan: Plan;
  readonly history: History;
}

/** What has become of the transfers of a run, in numbers. */
export interface Fates {
  readonly accepted: number;
  readonly pending: number;
  /** Declined or cancelled. */
  readonly ended: number;
  /** Those that whoever looks can't see. */
  readonly unseen: number;
}

/** Something that isn't as predicted, and what others did to it since, as far as the audit says so. */
export interface Difference extends Mismatch {
  readonly since: readonly Done[];
}

/** What a run foretold, held against what is. */
export interface RunVerification extends Omit<Verification, 'mismatches'> {
  readonly mismatches: readonly Difference[];
  readonly transfers: Fates;
  /** The steps whose transfer is still pending. */
  readonly pending: readonly Step[];
}

/** So many of what differs are asked about. */
const MOST_ASKED = 20;
/** Clocks may differ by so much. */
const CLOCKS_DIFFER_MS = 60_000;

/**
 * Holds what a run foretold against what the API now says: of a transfer that was accepted, what was foretold for that (T6);
 * of one that is pending, what holds meanwhile (T3 to T5); of one that was declined or cancelled, that everybody is as
 * before. Throws what reading throws.
 */
export async function verifyRun(verifying: VerifyingRun): Promise<RunVerification> {
  const { reader, asker, saved, plan, history, organization } = verifying;
  const done = await doneByRun(plan, saved, history, { reader, asker, organization });
  const found = await transferFates(reader, asker, soughtFor(done.steps));
  const since = Date.parse(history.run?.startedAt ?? saved.origin.madeAt);
  const known = { all: found, byRecord: groupBy(found, ({ record }) => record), byId: byId(found) };
  const fates = new Map(done.steps.flatMap((step) => fateOf(step, known, since) ?? []));
  const by = groupBy([...fates], ([, fate]) => fate);
  const stepsThat = (fate: Fate) => (by.get(fate) ?? []).map(([step]) => step);
  const state = foretold(done.steps, stepsThat('accepted'), stepsThat('ended'), saved);
  const unseen = stepsThat('unseen');
  const provable = done.steps.filter((step) => fates.get(step) !== 'unseen');
  const verification = await verifyState(provable, state, {
    reader,
    snapshot: saved.snapshot,
    self: asker.me.actingAs?.id ?? asker.me.id,
    created: done.created,
    sparing: true,
    watching: (record, actor) => (asker.mayActAs ? (state.records.get(record)?.owner ?? actor) : actor),
  });
  return {
    ...verification,
    unverifiable: verification.unverifiable + unseen.length,
    mismatches: await explained(verification.mismatches, provable, verifying),
    transfers: {
      accepted: stepsThat('accepted').length,
      pending: stepsThat('pending').length,
      ended: stepsThat('ended').length,
      unseen: unseen.length,
    },
    pending: stepsThat('pending'),
  };
}

type Fate = 'accepted' | 'pending' | 'ended' | 'unseen';

/** The transfers that were found: there may be as many as there are steps. */
interface Known {
  readonly all: readonly TransferFate[];
  readonly byRecord: ReadonlyMap<Id | null, readonly TransferFate[]>;
  readonly byId: ReadonlyMap<Id, TransferFate>;
}

/** What became of the transfer a step sent or reassigned; null for any other step. */
function fateOf(step: Step, { all, byRecord, byId: known }: Known, since: number): [Step, Fate][] | null {
  const { intent } = step;
  if (intent.action === 'transfer.reassign') return [[step, told(known.get(intent.transfer))]];
  if (intent.action === 'transfer.send-hidden') {
    // A3: which they were isn't known; while one is pending, they are.
    const theirs = all.filter(({ from, sentBy, hidden }) => hidden && from === intent.from && sentBy === intent.actor);
    return [[step, theirs.some(({ status }) => status === 'pending') ? 'pending' : 'unseen']];
  }
  if (intent.action !== 'transfer.send') return null;
  const theirs = byRecord
    .get(intent.record)
    ?.find(({ sentBy, sentAt }) => sentBy === intent.actor && Date.parse(sentAt) >= since - CLOCKS_DIFFER_MS);
  return [[step, told(theirs)]];
}

function told(fate: TransferFate | undefined): Fate {
  if (!fate) return 'unseen';
  return fate.status === 'pending' || fate.status === 'accepted' ? fate.status : 'ended';
}

/** The organization as the run foretold it, for what has become of its transfers. */
function foretold(
  done: readonly Step[],
  accepted: readonly Step[],
  ended: readonly Step[],
  { snapshot }: KeptPlan,
): State {
  const state = stateAccepted(accepted, stateAfter(done, snapshot), snapshot);
  const over = new Set<Id>(ended.map(({ target }) => target.id));
  if (over.size === 0) return state;
  const records = [...state.records].map(
    ([id, record]) => [id, over.has(id) ? { ...record, transfer: null } : record] as const,
  );
  return { ...state, records: new Map(records) };
}

async function explained(
  mismatches: readonly Mismatch[],
  steps: readonly Step[],
  { reader, asker, saved, history }: VerifyingRun,
): Promise<Difference[]> {
  const actors = new Map(steps.map(({ target, intent }) => [target.id, intent.actor]));
  return await Promise.all(
    mismatches.map(async (mismatch, n): Promise<Difference> => {
      const { type: kind, id } = mismatch.resource;
      if (kind === 'organization' || n >= MOST_ASKED) return { ...mismatch, since: [] };
      const about = { kind, id, actor: actors.get(id) ?? asker.me.id };
      return { ...mismatch, since: await sinceRun(reader, asker, about, { origin: saved.origin, history }) };
    }),
  );
}
