import type { FailureCode } from '../../failures/failure.ts';
import type { ResolvedIntent } from '../../model/intents/index.ts';
import type { Id, State } from '../../model/organization.ts';
import { NEW } from '../../model/references.ts';
import { resourceKey } from '../../model/resources.ts';
import type { Snapshot } from '../../model/snapshot.ts';
import type { Step } from '../../planning/plan.ts';
import type { Refusal } from '../../planning/refusals/index.ts';
import type { Told, UndoReason } from '../../planning/undoing/row.ts';
import { leftTrace, NOTHING, traceOf } from '../../planning/undoing/traces.ts';
import type { IdOf } from '../../reading/again.ts';
import type { Part } from './parts.ts';

/** How things stood before the run, as it left them, and as they are. */
export interface Standings {
  readonly before: Snapshot;
  /** With the ids of the run's plan. */
  readonly left: State;
  /** Null where nothing could be read. */
  readonly now: Snapshot | null;
  readonly idOf: IdOf;
}

/** What was read for a part: what would be wanted now, how it would be planned, and what couldn't be found. */
export interface Again {
  readonly steps: readonly Step[];
  readonly missing: readonly FailureCode[];
}

/** What becomes of a part: what of it is planned, and why, or why not. */
export interface Judgement {
  readonly keep: readonly ResolvedIntent[];
  /** Null where all there is to tell was told by the part itself. */
  readonly told: Told | null;
}

/** Says what becomes of a part, so that nothing others have done since is overwritten. */
export function judgePart(part: Part, again: Again, standings: Standings): Judgement {
  if (part.inverse.length === 0) return { keep: [], told: null };
  const [first] = again.steps;
  if (!first || (again.missing.length > 0 && !inParts(part, first)))
    return { keep: [], told: lost(part, again.missing[0], standings) };
  const since = sinceThen(part, again, standings);
  if (since) return { keep: [], told: untouched(since, part) };
  return planned(again.steps, standings);
}

/** Whether it is undone as far as it goes: a team made again without who isn't a member any more, each of some transfers. */
const inParts = ({ step }: Part, first: Step): boolean =>
  (step.action === 'team.delete' && first.action === 'team.create') || step.action === 'transfer.send-hidden';

const plainly = (why: UndoReason): Told => ({ why, who: null, wish: null });

/** Somebody may want to put it back all the same: the command is theirs to run. */
const untouched = (reason: 'already' | 'changed' | 'name-taken', { inverse }: Part): Told =>
  reason === 'changed' ? { why: { reason, by: [] }, who: null, wish: inverse[0] ?? null } : plainly({ reason });

/** Whether what a part is about isn't as the run left it, and if so, how it is; null where it is. */
function sinceThen(
  { step, intent, inverse }: Part,
  { steps }: Again,
  standings: Standings,
): 'already' | 'changed' | 'name-taken' | null {
  const { before, left, now } = standings;
  if (!now) return 'changed';
  if (step.action === 'team.create') return teamSince(step, intent, now, standings);
  if (step.action === 'team.delete') return teamAgainSince(steps, inverse, now);
  const [first] = steps;
  // O12: who is a member again needs no invitation.
  if (first?.action === 'member.invite') return first.target.id.startsWith(NEW) ? null : 'already';
  const is = traceOf(intent, { state: now.state, seen: now.seen });
  const was = traceOf(step.intent, { state: before.state, seen: before.seen });
  const became = leftTrace(step.intent, { state: left, seen: before.seen });
  if (is === null || became === null || is === became) return null;
  return is === (was ?? NOTHING) ? 'already' : 'changed';
}

/** O7: a team goes only as the run made it: nobody else put into it, nothing given to it by others. */
function teamSince(
  { target }: Step,
  intent: ResolvedIntent,
  now: Snapshot,
  { left, idOf }: Standings,
): 'already' | 'changed' | null {
  const id = 'team' in intent ? intent.team : '';
  const team = now.state.teams.get(id);
  const made = left.teams.get(target.id);
  if (!team || !made) return 'already';
  const members = new Set([...made.members].map(idOf));
  const same =
    team.name === made.name && members.size === team.members.size && [...members].every((one) => team.members.has(one));
  const given = new Set(givenIn(left, target.id).map((key) => keyOf(key, idOf)));
  const others = [...(now.state.reach.teams.get(id)?.keys() ?? [])].filter((key) => !given.has(key));
  return same && others.length === 0 ? null : 'changed';
}

/** What a team was given on the records and spaces a state knows the details of, by `resourceKey`. */
const givenIn = ({ records, spaces }: State, team: Id): string[] => [
  ...[...records.values()].flatMap(({ id, shares }) =>
    shares.some(({ grantee }) => grantee.id === team) ? [resourceKey({ type: 'record', id })] : [],
  ),
  ...[...spaces.values()].flatMap(({ id, shares }) =>
    shares.some(({ grantee }) => grantee.id === team) ? [resourceKey({ type: 'space', id })] : [],
  ),
];

function keyOf(key: string, idOf: IdOf): string {
  const at = key.indexOf(':') + 1;
  return key.slice(0, at) + idOf(key.slice(at));
}

/** Whether a team bears again the name of one that was deleted: the same people in it, or others. */
function teamAgainSince(
  steps: readonly Step[],
  inverse: readonly ResolvedIntent[],
  { state }: Snapshot,
): 'already' | 'name-taken' | null {
  const [creating] = steps;
  if (!creating || creating.target.id.startsWith(NEW)) return null;
  const members = inverse.flatMap((intent) => (intent.action === 'team.add' ? [intent.member] : []));
  const team = state.teams.get(creating.target.id);
  return team && members.every((member) => team.members.has(member)) ? 'already' : 'name-taken';
}

/** The reasons that forbid somebody what another may do. */
const OTHERS_MAY: ReadonlySet<Refusal['reason']> = new Set<Refusal['reason']>([
  'not-seen',
  'not-allowed',
  'owner-inactive',
  'suspended',
  'may-not-archive',
  'space-unseen',
  'creator-inactive',
  'may-not-change-space',
  'may-not-remove-others',
  'may-not-transfer',
  'confidential-transfer',
  'may-not-cancel',
  'may-not-reassign',
  'transfer-not-seen',
  'teams-by-administrators',
  'members-by-administrators',
  'may-not-assign',
  'schools-not-held',
]);

function planned(steps: readonly Step[], standings: Standings): Judgement {
  const refused = steps.find(({ status }) => status === 'refused');
  if (!refused?.refusal) {
    const changes = steps.some(({ status, repeats }) => status === 'change' || repeats);
    const keep = changes ? steps.map(({ intent }) => intent) : [];
    return { keep, told: plainly({ reason: changes ? 'step' : 'already' }) };
  }
  const { refusal, intent } = refused;
  if (OTHERS_MAY.has(refusal.reason)) return { keep: [], told: notTheirs(intent, refusal, standings) };
  // What a rule forbids everybody holds the plan back as any refused row does.
  return { keep: steps.map((step) => step.intent), told: plainly({ reason: 'refused', refusal }) };
}

function notTheirs(wish: ResolvedIntent, refusal: Refusal | null, standings: Standings): Told {
  const who = whoMay(wish, refusal, standings);
  return { why: { reason: 'not-theirs', refusal }, who, wish: who === null ? wish : { ...wish, actor: who } };
}

/** Who could do what somebody may not: the record's owner, the space's creator, an administrator. */
function whoMay(wish: ResolvedIntent, refusal: Refusal | null, { now, before }: Standings): Id | null {
  if (refusal && 'members' in refusal) return refusal.members[0] ?? null;
  if ('transfer' in wish) return transferOf(wish.transfer, now, before)?.from ?? null;
  if ('record' in wish && wish.record !== null)
    return now?.seen.get(wish.record)?.owner ?? before.seen.get(wish.record)?.owner ?? null;
  if ('space' in wish) return now?.spaces.get(wish.space)?.creator ?? before.spaces.get(wish.space)?.creator ?? null;
  return null;
}

const transferOf = (name: Id, now: Snapshot | null, before: Snapshot) =>
  [...(now?.transfers.values() ?? []), ...before.transfers.values()].find(
    ({ id, record }) => id === name || record === name,
  );

/** What was never there, or went with what it was part of: there is nothing to put back. */
const WENT_WITH_IT: ReadonlySet<string> = new Set([
  'share.set unknown-member',
  'share.set unknown-team',
  'space.share unknown-member',
  'space.share unknown-team',
  'team.create unknown-team',
  'team.add unknown-team',
  'team.add unknown-member',
  'member.invite unknown-member',
]);

/** What isn't found any more: gone with what it was part of, out of sight of whoever acts, or gone for good. */
function lost({ step, inverse }: Part, code: FailureCode | undefined, standings: Standings): Told {
  const [wish] = inverse;
  if (code === 'team-exists') return plainly({ reason: 'name-taken' });
  if (WENT_WITH_IT.has(`${step.action} ${code}`)) return plainly({ reason: 'already' });
  const unseen = code === 'unknown-record' || code === 'unknown-space';
  return unseen && wish ? notTheirs(wish, null, standings) : plainly({ reason: 'gone' });
}
