import type { Reader } from '../api/index.ts';
import type { Member } from '../contract/members.ts';
import type { Team } from '../contract/teams.ts';
import type { Intent, ResolvedIntent } from '../model/intents.ts';
import type { Grantee, Id } from '../model/organization.ts';
import type { Reference } from '../model/references.ts';
import type { Asker } from './asker.ts';
import { resolveMembers } from './members.ts';
import { type ActorsRecord, resolveRecords } from './records.ts';
import { resolveTeams } from './teams.ts';
import { allOrEveryFailure } from './together.ts';

/** What the names in some intents stand for. */
export interface ResolvedNames {
  readonly intents: readonly ResolvedIntent[];
  readonly records: readonly ActorsRecord[];
  readonly members: readonly Member[];
  readonly teams: readonly Team[];
}

/**
 * Resolves every name in some intents: each kind of thing asked for a hundred at a time, never one request a row.
 * Throws the failures of all unknown and ambiguous names together, each with its row and column.
 */
export async function resolve(reader: Reader, asker: Asker, intents: readonly Intent[]): Promise<ResolvedNames> {
  const references = intents.flatMap((intent) => Object.values(intent).filter(isReference));
  const named = (wanted: (reference: Reference) => boolean) => references.filter(wanted);
  const [records, members, teams] = await allOrEveryFailure([
    resolveRecords(
      reader,
      asker,
      named((one) => one.ref === 'record'),
    ),
    resolveMembers(
      reader,
      named((one) => one.ref === 'member' || (one.ref === 'grantee' && one.type === 'member')),
    ),
    resolveTeams(
      reader,
      named((one) => one.ref === 'grantee' && one.type === 'team'),
    ),
  ]);
  const known = { records, members, teams };
  return {
    intents: intents.map((intent) => withIds(intent, known, asker)),
    records: [...records.values()],
    members: [...members.values()],
    teams: [...teams.values()],
  };
}

const isReference = (value: unknown): value is Reference =>
  typeof value === 'object' && value !== null && 'ref' in value && 'text' in value;

interface Known {
  readonly records: ReadonlyMap<string, ActorsRecord>;
  readonly members: ReadonlyMap<string, Member>;
  readonly teams: ReadonlyMap<string, Team>;
}

function withIds(intent: Intent, known: Known, asker: Asker): ResolvedIntent {
  const resolved = Object.entries(intent).map(([field, value]) => [
    field,
    isReference(value) ? idOf(value, known) : value,
  ]);
  return Object.assign(Object.fromEntries(resolved), { actor: actorOf(intent, known, asker) });
}

function idOf(reference: Reference, known: Known): Id | Grantee {
  const { text } = reference;
  if (reference.ref === 'record') return known.records.get(text)?.wire.id ?? '';
  if (reference.ref === 'member') return known.members.get(text.toLowerCase())?.id ?? '';
  if (reference.type === 'team') return { type: 'team', id: known.teams.get(text)?.id ?? '' };
  return { type: 'member', id: known.members.get(text.toLowerCase())?.id ?? '' };
}

/** A1, A4: whoever carries an intent out: the record's owner under `--as owner`, else the same for all. */
function actorOf(intent: Intent, known: Known, { me, acting }: Asker): Id {
  if (acting.as === 'member') return acting.id;
  if (acting.as === 'self') return me.actingAs?.id ?? me.id;
  return known.records.get(intent.record.text)?.actor ?? me.id;
}
