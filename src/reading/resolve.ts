import type { Reader } from '../api/index.ts';
import type { Member } from '../contract/members.ts';
import type { Team } from '../contract/teams.ts';
import { Failure, throwAll } from '../failures/failure.ts';
import { byId } from '../model/collections.ts';
import type { PlannedIntent, ResolvedIntent } from '../model/intents/index.ts';
import type { Grantee, Id } from '../model/organization.ts';
import { NEW, type Reference } from '../model/references.ts';
import type { Asker } from './asker.ts';
import { resolveMembers } from './members.ts';
import { type ActorsRecord, resolveRecords } from './records.ts';
import { checkSchoolNames } from './schools.ts';
import { failuresOfNames, namesWanted } from './team-names.ts';
import { resolveTeams } from './teams.ts';
import { allOrEveryFailure } from './together.ts';
import { type TransferToChange, transfersToChange } from './transfers-to-change.ts';

/** What the names in some intents stand for. */
export interface ResolvedNames {
  readonly intents: readonly ResolvedIntent[];
  /** Named themselves, or by their transfer. */
  readonly records: readonly ActorsRecord[];
  readonly transfers: readonly TransferToChange[];
  readonly members: readonly Member[];
  readonly teams: readonly Team[];
}

/**
 * Resolves every name in some intents: each kind of thing asked for a hundred at a time, never one request a row.
 * What the plan itself is to create gets an id that begins with `NEW`.
 * Throws the failures of all unknown and ambiguous names together, each with its row and column.
 */
export async function resolve(reader: Reader, asker: Asker, intents: readonly PlannedIntent[]): Promise<ResolvedNames> {
  const references = intents.flatMap((intent) => Object.values(intent).flat().filter(isReference));
  const [records, transfers, members, teams] = await allOrEveryFailure([
    resolveRecords(reader, asker, references.filter(isRecord)),
    transfersToChange(reader, asker, references.filter(isTransfer)),
    resolveMembers(reader, references.filter(isMember)),
    resolveTeams(reader, [...references.filter(isTeam), ...namesWanted(intents)]),
    checkSchoolNames(reader, references.filter(isSchool)),
  ]);
  throwAll(failuresOfNames(intents, teams));
  const known = { records, transfers, members, teams };
  return {
    intents: intents.map((intent) => withIds(intent, known, asker)),
    records: [...records.values(), ...[...transfers.values()].flatMap(({ record }) => record ?? [])],
    transfers: [...transfers.values()],
    members: [...byId(members.values()).values()],
    teams: [...byId(teams.values()).values()],
  };
}

const isReference = (value: unknown): value is Reference =>
  typeof value === 'object' && value !== null && 'ref' in value && 'text' in value;
const isRecord = ({ ref }: Reference) => ref === 'record';
const isTransfer = ({ ref }: Reference) => ref === 'transfer';
const isMember = (one: Reference) => one.ref === 'member' || (one.ref === 'grantee' && one.type === 'member');
const isTeam = (one: Reference) => one.ref === 'team' || (one.ref === 'grantee' && one.type === 'team');

const isSchool = ({ ref }: Reference) => ref === 'school';

interface Known {
  readonly records: ReadonlyMap<string, ActorsRecord>;
  readonly transfers: ReadonlyMap<string, TransferToChange>;
  readonly members: ReadonlyMap<string, Member>;
  readonly teams: ReadonlyMap<string, Team>;
}

function withIds(intent: PlannedIntent, known: Known, asker: Asker): ResolvedIntent {
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
    transfer: () => known.transfers.get(text)?.id,
    school: () => text,
  }[kind]();
  return found ?? '';
}

/** A1, A4: whoever carries an intent out: the record's owner under `--as owner`, else the same for all. */
function actorOf(intent: PlannedIntent, known: Known, { me, acting }: Asker): Id {
  if (acting.as === 'member') return acting.id;
  if (acting.as === 'self') return me.actingAs?.id ?? me.id;
  if ('transfer' in intent) return known.transfers.get(intent.transfer.text)?.actor ?? me.id;
  if (intent.action === 'transfer.send-hidden') return known.members.get(intent.from.text.toLowerCase())?.id ?? me.id;
  if (!('record' in intent) || !intent.record)
    throw new Failure('nothing-is-owned', { action: (intent as PlannedIntent).action }, { column: '--as' });
  return known.records.get(intent.record.text)?.actor ?? me.id;
}
