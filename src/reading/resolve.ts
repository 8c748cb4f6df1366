import type { Reader } from '../api/index.ts';
import type { Member } from '../contract/members.ts';
import type { Profile } from '../contract/profiles.ts';
import type { Team } from '../contract/teams.ts';
import { Failure, throwAll } from '../failures/failure.ts';
import { byId, theFirstOf } from '../model/collections.ts';
import type { PlannedIntent, PruneIntent, ResolvedIntent } from '../model/intents/index.ts';
import type { Grantee, Id } from '../model/organization.ts';
import {
  NEW,
  type NewSpaceReference,
  type Reference,
  type Resolved,
  type SpaceReference,
} from '../model/references.ts';
import type { Asker } from './asker.ts';
import { resolveMembers } from './members.ts';
import { type FoundSpace, resolveNewSpaces, type WantedSpace, wantedKey } from './new-spaces.ts';
import { resolveProfiles } from './profiles.ts';
import { pruned } from './prune.ts';
import { type ActorsRecord, resolveRecords } from './records.ts';
import { checkSchoolNames } from './schools.ts';
import type { SpaceNames } from './space-snapshot.ts';
import { type ActorsSpace, resolveSpaces } from './spaces.ts';
import { failuresOfNames, namesWanted } from './team-names.ts';
import { resolveTeams } from './teams.ts';
import { allOrEveryFailure, inRowOrder } from './together.ts';
import { type TransferToChange, transfersToChange } from './transfers-to-change.ts';

/** What the names in some intents stand for. */
export interface ResolvedNames extends SpaceNames {
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
export async function resolve(
  reader: Reader,
  asker: Asker,
  intents: readonly (PlannedIntent | PruneIntent)[],
): Promise<ResolvedNames> {
  const references = distinct(intents.flatMap((intent) => Object.values(intent).flat().filter(isReference)));
  const [records, transfers, members, teams, , spaces, profiles] = await allOrEveryFailure([
    resolveRecords(reader, asker, references.filter(isRecord)),
    transfersToChange(reader, asker, references.filter(isTransfer)),
    resolveMembers(reader, references.filter(isMember)),
    resolveTeams(reader, [...references.filter(isTeam), ...namesWanted(intents)]),
    checkSchoolNames(reader, references.filter(isSchool)),
    resolveSpaces(reader, asker, references.filter(isSpace)),
    resolveProfiles(reader, asker, references.filter(isProfile)),
  ]);
  throwAll(inRowOrder(failuresOfNames(intents, teams)));
  const named = { records, transfers, members, teams, spaces, profiles };
  const newSpaces = await resolveNewSpaces(reader, asker, wantedSpaces(intents, named, asker));
  const known = { ...named, newSpaces, grantee: theFirstOf<Grantee, string>(({ type, id }) => `${type} ${id}`) };
  const found = [...newSpaces.values()];
  return {
    intents: pruned(
      intents.map((intent) => withIds(intent, known, asker)),
      { records: [...records.values()], teams: [...teams.values()], spaces: found },
    ),
    records: [...records.values(), ...[...transfers.values()].flatMap(({ record }) => record ?? [])],
    transfers: [...transfers.values()],
    members: [...byId(members.values()).values()],
    teams: [...byId(teams.values()).values()],
    spaces: [...spaces.values(), ...found.flatMap(({ existing }) => existing ?? [])],
    newSpaces: found,
    profiles: [...profiles.values()],
  };
}

/** What is written once and wanted by several intents is looked for, and missed, once. */
const distinct = (references: readonly Reference[]): Reference[] => [
  ...new Map(references.map((reference) => [JSON.stringify(reference), reference])).values(),
];

const isReference = (value: unknown): value is Reference =>
  typeof value === 'object' && value !== null && 'ref' in value && 'text' in value;
const isRecord = ({ ref }: Reference) => ref === 'record';
const isSpace = ({ ref }: Reference) => ref === 'space';
const isProfile = ({ ref }: Reference) => ref === 'profile';
const isTransfer = ({ ref }: Reference) => ref === 'transfer';
const isMember = (one: Reference) => one.ref === 'member' || (one.ref === 'grantee' && one.type === 'member');
const isTeam = (one: Reference) => one.ref === 'team' || (one.ref === 'grantee' && one.type === 'team');

const isSchool = ({ ref }: Reference) => ref === 'school';

/** What was found of what is there. */
interface Named {
  readonly records: ReadonlyMap<string, ActorsRecord>;
  readonly transfers: ReadonlyMap<string, TransferToChange>;
  readonly members: ReadonlyMap<string, Member>;
  readonly teams: ReadonlyMap<string, Team>;
  readonly spaces: ReadonlyMap<string, ActorsSpace>;
  readonly profiles: ReadonlyMap<string, Profile>;
}

interface Known extends Named {
  /** By `wantedKey`. */
  readonly newSpaces: ReadonlyMap<string, FoundSpace>;
  /** Whoever many rows name is one thing. */
  readonly grantee: (grantee: Grantee) => Grantee;
}

/** The spaces that are to be there, with whoever wants them and what they are to be around. */
function wantedSpaces(intents: readonly (PlannedIntent | PruneIntent)[], known: Named, asker: Asker): WantedSpace[] {
  return intents.flatMap((intent): WantedSpace[] => {
    if (!('space' in intent) || intent.space.ref !== 'new-space') return [];
    const about = aroundWhat(intent.space, known);
    const inactive = known.records.get(intent.space.record ?? '')?.inactive;
    const actor = inactive ? null : actorOf(intent, known, asker);
    const anybodys = intent.desired === true && asker.acting.as === 'owner';
    return [{ ...about, actor, shared: intent.action === 'space.share', anybodys }];
  });
}

/** What a space that is to be there is to be around, whether it was written by key, number or id. */
const aroundWhat = (reference: NewSpaceReference, known: Named) => ({
  reference,
  profile: known.profiles.get(reference.profile ?? '') ?? null,
  record: known.records.get(reference.record ?? '')?.wire.id ?? null,
});

function withIds<I extends PlannedIntent | PruneIntent>(intent: I, known: Known, asker: Asker): Resolved<I> {
  const resolved = Object.entries(intent).map(([field, value]) => [field, resolvedValue(value, known)]);
  return Object.assign(Object.fromEntries(resolved), { actor: actorOf(intent, known, asker) });
}

function resolvedValue(value: unknown, known: Known): unknown {
  if (Array.isArray(value)) return value.map((one) => resolvedValue(one, known));
  return isReference(value) ? idOf(value, known) : value;
}

function idOf(reference: Reference, known: Known): Id | Grantee {
  if (reference.ref === 'grantee')
    return known.grantee({ type: reference.type, id: simpleId(reference.type, reference, known) });
  return simpleId(reference.ref, reference, known);
}

function simpleId(kind: Exclude<Reference['ref'], 'grantee'>, reference: Reference, known: Known): Id {
  const { text } = reference;
  const found = {
    record: () => known.records.get(text)?.wire.id,
    member: () => known.members.get(text.toLowerCase())?.id ?? NEW + text.toLowerCase(),
    team: () => known.teams.get(text)?.id ?? NEW + text,
    space: () => known.spaces.get(text)?.wire.id,
    'new-space': () => known.newSpaces.get(wantedKey(aroundWhat(reference as NewSpaceReference, known)))?.id,
    profile: () => known.profiles.get(text)?.id,
    transfer: () => known.transfers.get(text)?.id,
    school: () => text,
  }[kind]();
  return found ?? '';
}

/** A1, A4: whoever carries an intent out: under `--as owner` the record's owner or the space's creator, else the same for all. */
function actorOf(intent: PlannedIntent | PruneIntent, known: Named & Partial<Known>, { me, acting }: Asker): Id {
  if (acting.as === 'member') return acting.id;
  if (acting.as === 'self') return me.actingAs?.id ?? me.id;
  return ownerFor(intent, known) ?? me.id;
}

/** Whose what an intent is about is; null where that isn't known, or, of a manifest's members and teams, nobody's. */
function ownerFor(intent: PlannedIntent | PruneIntent, known: Named & Partial<Known>): Id | null {
  if ('space' in intent) return ownerOfSpace(intent.space, intent, known);
  if ('transfer' in intent) return known.transfers.get(intent.transfer.text)?.actor ?? null;
  if (intent.action === 'transfer.send-hidden') return known.members.get(intent.from.text.toLowerCase())?.id ?? null;
  const record = 'record' in intent ? intent.record.text : null;
  if (record === null && !intent.desired) throw nothingOwned(intent);
  return known.records.get(record ?? '')?.actor ?? null;
}

/** A space to be made is nobody's yet: of the record it comes from, there is an owner; a manifest takes anybody's. */
function ownerOfSpace(
  space: SpaceReference | NewSpaceReference,
  intent: PlannedIntent | PruneIntent,
  known: Named & Partial<Known>,
): Id | null {
  if (space.ref === 'space') return known.spaces.get(space.text)?.actor ?? null;
  if (space.record !== null) return known.records.get(space.record)?.actor ?? null;
  if (!intent.desired) throw nothingOwned(intent);
  return known.newSpaces?.get(wantedKey(aroundWhat(space, known)))?.existing?.actor ?? null;
}

const nothingOwned = ({ action }: PlannedIntent | PruneIntent) =>
  new Failure('nothing-is-owned', { action }, { column: '--as' });
