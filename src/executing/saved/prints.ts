import { createHash } from 'node:crypto';
import type { ResolvedIntent } from '../../model/intents/index.ts';
import type { Grantee, Id, ServiceRecord, Space, State, TransferTerms } from '../../model/organization.ts';
import { NO_REACH } from '../../model/reach.ts';
import { NEW } from '../../model/references.ts';
import type { Snapshot } from '../../model/snapshot.ts';
import type { Step } from '../../planning/plan.ts';
import type { IdOf } from '../../reading/again.ts';
import { encoded } from './coding.ts';

/** What a plan may rest on. */
export type GroundKind = 'record' | 'contents' | 'space' | 'team' | 'member' | 'transfer' | 'profile';

/** One thing a plan rests on. */
export interface GroundThing {
  readonly kind: GroundKind;
  readonly id: Id;
}

/** A thing as the key of a map. */
export const groundKey = ({ kind, id }: GroundThing): string => `${kind}:${id}`;

/**
 * The fingerprint of a thing: a hash of what a plan rests on of it, and of nothing else (owner, status, shares, teams, what
 * would be deleted), so that a new title moves no plan. Null where nothing is known of it.
 */
export const printOf = (thing: GroundThing, snapshot: Snapshot): string | null =>
  printIn(thing, snapshot, snapshot.state, (id) => id);

/**
 * The fingerprint a thing has in a state that is predicted, or read meanwhile; what that calls what was created since is
 * translated by `idOf`. Without what somebody reaches (O11): of a run that is under way nobody can tell whose doing that is.
 */
export const printWithoutReach = (thing: GroundThing, snapshot: Snapshot, state: State, idOf: IdOf): string | null =>
  printIn(thing, snapshot, { ...state, reach: NO_REACH }, idOf);

function printIn(thing: GroundThing, snapshot: Snapshot, state: State, idOf: IdOf): string | null {
  const seen = facts(thing, snapshot, state, idOf);
  return seen === null ? null : createHash('sha256').update(encoded(seen)).digest('hex').slice(0, 16);
}

function facts({ kind, id }: GroundThing, snapshot: Snapshot, state: State, idOf: IdOf): unknown {
  switch (kind) {
    case 'record':
      return recordFacts(state.records.get(id), idOf) ?? glimpseFacts(id, snapshot);
    case 'contents':
      return state.records.get(id)?.contents ?? null;
    case 'space':
      return spaceFacts(state.spaces.get(id), idOf) ?? snapshot.spaces.get(id)?.creator ?? null;
    case 'team':
      return teamFacts(id, state, idOf);
    case 'member':
      return memberFacts(id, state);
    case 'transfer': {
      const { from, to, capacity, status, include, keepCopy } = snapshot.transfers.get(id) ?? {};
      return status === undefined ? null : [from, to, capacity, status, sorted(include ?? []), keepCopy];
    }
    case 'profile': {
      const profile = snapshot.profiles.get(id);
      return profile ? [profile.school, profile.hasMultiSpace] : null;
    }
  }
}

function recordFacts(record: ServiceRecord | undefined, idOf: IdOf): unknown {
  if (!record) return null;
  const { owner, status, confidential, schools, shares, transfer, copies } = record;
  return [
    owner,
    status,
    confidential,
    sorted(schools),
    sorted(shares.map(({ grantee, level, requireApproval }) => told(grantee, idOf, level, requireApproval))),
    transfer && [transfer.capacity, transfer.to, termsFacts(transfer.terms)],
    sorted(copies.map(({ holder }) => holder)),
  ];
}

/** Without the ids of a transfer, which a prediction can't know. */
const termsFacts = (terms: TransferTerms | null): unknown =>
  terms && [terms.sentBy, sorted(terms.include), terms.keepCopy];

const told = (grantee: Grantee, idOf: IdOf, ...more: readonly unknown[]): string =>
  JSON.stringify([grantee.type, idOf(grantee.id), ...more]);

function glimpseFacts(id: Id, { seen }: Snapshot): unknown {
  const record = seen.get(id);
  return record ? [record.owner, record.glimpse ?? null] : null;
}

function spaceFacts(space: Space | undefined, idOf: IdOf): unknown {
  if (!space) return null;
  const { kind, creator, profile, shares } = space;
  return [kind, creator, profile, sorted(shares.map(({ grantee, level }) => told(grantee, idOf, level)))];
}

function teamFacts(id: Id, { teams, reach }: State, idOf: IdOf): unknown {
  const team = teams.get(id);
  return team ? [sorted([...team.members].map(idOf)), reachFacts(reach.teams.get(id))] : null;
}

function memberFacts(id: Id, { members, reach }: State): unknown {
  const member = members.get(id);
  return member
    ? [member.status, sorted(member.roles), sorted(member.schools), reachFacts(reach.members.get(id))]
    : null;
}

/** O11: what somebody reaches, whatever order it was told in. */
const reachFacts = (holdings: ReadonlyMap<string, { readonly ways: unknown }> | undefined): unknown =>
  holdings ? sorted([...holdings].map(([key, { ways }]) => `${key} ${waysText(ways)}`)) : null;

const waysText = (ways: unknown): string =>
  Array.isArray(ways) ? sorted(ways.map((way) => encoded(way))).join() : encoded(ways);

const sorted = <T extends string>(values: Iterable<T>): T[] => [...values].sort();

/** What a step rests on: what it is done to and whoever else is in it, the teams that share it, the people its row names. */
export function restsOn(step: Step, snapshot: Snapshot): readonly GroundThing[] {
  const { intent, target } = step;
  const sharing = teamsSharing(target, snapshot);
  // T9 to T11: what would be deleted.
  const destroyed = DESTROYS.has(intent.action) ? [{ kind: 'contents' as const, id: target.id }] : [];
  return distinct([{ kind: target.type, id: target.id }, ...namedIn(intent), ...sharing, ...destroyed]).filter(
    ({ id }) => id !== '' && !id.startsWith(NEW),
  );
}

const DESTROYS: ReadonlySet<string> = new Set(['transfer.send', 'transfer.accept', 'transfer.reassign']);

const distinct = (things: readonly GroundThing[]): GroundThing[] => [
  ...new Map(things.map((thing) => [groundKey(thing), thing])).values(),
];

function teamsSharing({ type, id }: Step['target'], { state }: Snapshot): GroundThing[] {
  const shares =
    type === 'record' ? state.records.get(id)?.shares : type === 'space' ? state.spaces.get(id)?.shares : [];
  return (shares ?? []).flatMap(({ grantee }): GroundThing[] =>
    grantee.type === 'team' ? [{ kind: 'team', id: grantee.id }] : [],
  );
}

/** The fields of an intent that hold an id, and of what. */
const FIELDS: Readonly<Record<string, GroundKind>> = {
  record: 'record',
  space: 'space',
  team: 'team',
  member: 'member',
  to: 'member',
  from: 'member',
  actor: 'member',
  transfer: 'transfer',
  profile: 'profile',
};

function namedIn(intent: ResolvedIntent): GroundThing[] {
  const grantee = 'grantee' in intent ? [{ kind: intent.grantee.type, id: intent.grantee.id }] : [];
  const teams = 'teams' in intent ? intent.teams.map((id): GroundThing => ({ kind: 'team', id })) : [];
  const fields = Object.entries(intent).flatMap(([field, value]): GroundThing[] => {
    const kind = FIELDS[field];
    return kind && typeof value === 'string' ? [{ kind, id: value }] : [];
  });
  return [...fields, ...grantee, ...teams];
}

/** The fingerprints of all that the steps to be sent rest on, by `groundKey`. */
export function printsOf(steps: readonly Step[], snapshot: Snapshot): Map<string, string | null> {
  const prints = new Map<string, string | null>();
  for (const step of steps) {
    if (step.status !== 'change') continue;
    for (const thing of restsOn(step, snapshot)) {
      const key = groundKey(thing);
      if (!prints.has(key)) prints.set(key, printOf(thing, snapshot));
    }
  }
  return prints;
}
