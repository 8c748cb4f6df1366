import type { Reader } from '../api/index.ts';
import type { Member } from '../contract/members.ts';
import type { Team } from '../contract/teams.ts';
import { Failure, Failures, throwAll } from '../failures/failure.ts';
import { byId } from '../model/collections.ts';
import type { Intent, ResolvedIntent } from '../model/intents/index.ts';
import type { Grantee, Id } from '../model/organization.ts';
import { NEW, type Reference } from '../model/references.ts';
import type { Asker } from './asker.ts';
import { resolveMembers } from './members.ts';
import { type ActorsRecord, resolveRecords } from './records.ts';
import { resolveSchools } from './schools.ts';
import { failuresOfNames, namesWanted } from './team-names.ts';
import { resolveTeams } from './teams.ts';

/** What the names in some intents stand for. */
export interface ResolvedNames {
  readonly intents: readonly ResolvedIntent[];
  readonly records: readonly ActorsRecord[];
  readonly members: readonly Member[];
  readonly teams: readonly Team[];
  /** Codes. */
  readonly schools: readonly string[];
}

/**
 * Resolves every name in some intents: each kind of thing asked for a hundred at a time, never one request a row.
 * What the plan itself is to create gets an id that begins with `NEW`.
 * Throws the failures of all unknown and ambiguous names together, each with its row and column.
 */
export async function resolve(reader: Reader, asker: Asker, intents: readonly Intent[]): Promise<ResolvedNames> {
  const references = intents.flatMap((intent) => Object.values(intent).flat().filter(isReference));
  const [records, members, teams, schools] = await allOrEveryFailure([
    resolveRecords(reader, asker, references.filter(isRecord)),
    resolveMembers(reader, references.filter(isMember)),
    resolveTeams(reader, [...references.filter(isTeam), ...namesWanted(intents)]),
    resolveSchools(reader, references.filter(isSchool)),
  ]);
  throwAll(inRowOrder(failuresOfNames(intents, teams)));
  const known = { records, members, teams };
  return {
    intents: intents.map((intent) => withIds(intent, known, asker)),
    records: [...records.values()],
    members: [...byId(members.values()).values()],
    teams: [...byId(teams.values()).values()],
    schools,
  };
}

const isReference = (value: unknown): value is Reference =>
  typeof value === 'object' && value !== null && 'ref' in value && 'text' in value;
const isRecord = ({ ref }: Reference) => ref === 'record';
const isMember = (one: Reference) => one.ref === 'member' || (one.ref === 'grantee' && one.type === 'member');
const isTeam = (one: Reference) => one.ref === 'team' || (one.ref === 'grantee' && one.type === 'team');

const isSchool = ({ ref }: Reference) => ref === 'school';

interface Known {
  readonly records: ReadonlyMap<string, ActorsRecord>;
  readonly members: ReadonlyMap<string, Member>;
  readonly teams: ReadonlyMap<string, Team>;
}

function withIds(intent: Intent, known: Known, asker: Asker): ResolvedIntent {
  const resolved = Object.entries(intent).map(([field, value]) => [field, resolvedValue(value, known)]);
  return Object.assign(Object.fromEntries(resolved), { actor: actorOf(intent, known, asker) });
}

function resolvedValue(value: unknown, known: Known): unknown {
  if (Array.isArray(value)) return value.map((one) => resolvedValue(one, known));
  return isReference(value) ? idOf(value, known) : value;
}

function idOf(reference: Reference, known: Known): Id | Grantee {
  if (reference.ref === 'grantee') return { type: reference.type, id: simpleId(reference.type, reference, known) };
  return simpleId(reference.ref, reference, known);
}

function simpleId(kind: Exclude<Reference['ref'], 'grantee'>, { text }: Reference, known: Known): Id {
  const found = {
    record: () => known.records.get(text)?.wire.id,
    member: () => known.members.get(text.toLowerCase())?.id ?? NEW + text.toLowerCase(),
    team: () => known.teams.get(text)?.id ?? NEW + text,
    space: () => undefined,
    'new-space': () => undefined,
    profile: () => undefined,
    transfer: () => undefined,
    school: () => text,
  }[kind]();
  return found ?? '';
}

/** A1, A4: whoever carries an intent out: the record's owner under `--as owner`, else the same for all. */
function actorOf(intent: Intent, known: Known, { me, acting }: Asker): Id {
  if (acting.as === 'member') return acting.id;
  if (acting.as === 'self') return me.actingAs?.id ?? me.id;
  if (!('record' in intent) || !intent.record)
    throw new Failure('nothing-is-owned', { action: (intent as Intent).action }, { column: '--as' });
  return known.records.get(intent.record.text)?.actor ?? me.id;
}

/** Waits for all of them; where some fail over names, throws all their failures together. */
async function allOrEveryFailure<T extends readonly unknown[]>(
  promises: {
    [K in keyof T]: Promise<T[K]>;
  },
): Promise<T> {
  const settled = await Promise.allSettled(promises);
  const failures: Failure[] = [];
  for (const outcome of settled) {
    if (outcome.status === 'fulfilled') continue;
    if (outcome.reason instanceof Failures) failures.push(...outcome.reason.failures);
    else if (outcome.reason instanceof Failure) failures.push(outcome.reason);
    else throw outcome.reason;
  }
  throwAll(inRowOrder(failures));
  return settled.map((outcome) => (outcome as PromiseFulfilledResult<unknown>).value) as unknown as T;
}

const inRowOrder = (failures: Failure[]) => failures.sort((a, b) => (a.where.row ?? 0) - (b.where.row ?? 0));
