import type { Reader } from '../api/index.ts';
import { listMembers, type Member as WireMember } from '../contract/members.ts';
import type { Organization } from '../contract/organization.ts';
import type { Record as WireRecord } from '../contract/records.ts';
import { listTeams, type Team as WireTeam } from '../contract/teams.ts';
import { byId, theFirstOf } from '../model/collections.ts';
import type { Directory } from '../model/directory.ts';
import type { Contents, Grantee, Id, Member, ServiceRecord, Team } from '../model/organization.ts';
import type { Glimpse, SeenRecord, SeenTransfer, Snapshot } from '../model/snapshot.ts';
import type { Asker } from './asker.ts';
import { type ReadPeople, readPeople } from './people.ts';
import type { ResolvedNames } from './resolve.ts';
import { peopleIn, readHasSchools, seenProfiles, seenSpaces, spaceNames, teamsIn } from './space-snapshot.ts';
import { all } from './take.ts';
import { partiesOf, readTransfers } from './transfer-snapshot.ts';

/** What a plan rests on, and what the things in it are called. */
export interface Reality {
  readonly snapshot: Snapshot;
  readonly directory: Directory;
}

/**
 * Reads just what a plan about some records needs: who is in the teams that share them, and everyone a role, a share
 * or a transfer gives something on them.
 */
export async function readSnapshot(
  reader: Reader,
  asker: Asker,
  names: ResolvedNames,
  organization: Organization,
): Promise<Reality> {
  const records = names.records.map((record) => record.wire);
  const transfers = await readTransfers(reader, asker, names);
  const people = await readPeople(reader, asker, names);
  const sharing = await readTeams(reader, records, names.teams, teamsIn(names));
  const wanted = new Set([
    ...peopleOf(records, sharing),
    ...peopleIn(names),
    ...actorsOf(names),
    ...partiesOf(transfers),
  ]);
  const members = await readMembers(reader, wanted, [...names.members, ...people.members], organization);
  const teams = [...byId([...sharing, ...people.teams]).values()];
  const pending = new Map(transfers.map((transfer) => [transfer.id, transfer]));
  const known: Known = {
    pending,
    grantee: theFirstOf(({ type, id }) => `${type} ${id}`),
    schools: theFirstOf((codes) => codes.join('\n')),
  };
  const seen = names.records.map((record) => seenRecord(record, known));
  const spaces = seenSpaces(names);
  return {
    snapshot: {
      state: {
        members: byId(members.map(modelMember)),
        teams: byId(teams.map(modelTeam)),
        records: byId(seen.flatMap((record) => record.details ?? [])),
        spaces: byId([...spaces.values()].flatMap((space) => space.details ?? [])),
        reach: people.reach,
      },
      seen: byId(seen),
      spaces,
      transfers: pending,
      profiles: seenProfiles(names),
      etags: people.etags,
      seats: organization.seats,
      kind: organization.kind,
      hasSchools: await readHasSchools(reader, names),
      reaching: people.reaching,
      administrators: people.administrators,
      people: people.people,
      couldActAs: asker.mayActAs && asker.acting.as === 'self',
    },
    directory: withNames({ ...directoryOf(records, members, teams), spaces: spaceNames(names) }, people.names),
  };
}

/** Whoever acts in anything, and of every record and space whoever is asked for it. */
const actorsOf = ({ intents, records, spaces }: ResolvedNames): Id[] =>
  [...intents, ...records, ...spaces].map(({ actor }) => actor);

async function readTeams(
  reader: Reader,
  records: readonly WireRecord[],
  known: readonly WireTeam[],
  inSpaces: readonly Id[],
) {
  const teams = byId(known);
  const others = new Set(inSpaces.filter((id) => !teams.has(id)));
  for (const { grantee } of records.flatMap((record) => record.shares ?? [])) {
    if (grantee.type === 'team' && !teams.has(grantee.id)) others.add(grantee.id);
  }
  const read = await all(reader.listByFilter(listTeams, 'id', [...others], {}));
  return [...teams.values(), ...read];
}

/** Everyone something but a role leads into one of the records. */
function* peopleOf(records: readonly WireRecord[], teams: readonly WireTeam[]): Generator<Id> {
  for (const team of teams) for (const member of team.members) yield member.id;
  for (const { owner, pendingTransfer, copies = [], shares = [] } of records) {
    const holders = copies.map(({ holder }) => holder);
    for (const member of [owner, pendingTransfer?.to, ...holders]) if (member) yield member.id;
    for (const { grantee } of shares) if (grantee.type === 'member') yield grantee.id;
  }
}

async function readMembers(
  reader: Reader,
  wanted: ReadonlySet<Id>,
  known: readonly WireMember[],
  organization: Organization,
) {
  // By ids a request brings a hundred members, by the list two hundred: whichever asks less.
  if (wanted.size > organization.seats.used / 2) return all(reader.list(listMembers, {}));
  const inRoles = await all(reader.list(listMembers, { query: { role: ['coordinator', 'manager'] } }));
  const members = byId([...known, ...inRoles]);
  const rest = [...wanted].filter((id) => !members.has(id));
  const read = await all(reader.listByFilter(listMembers, 'id', rest, {}));
  return [...members.values(), ...read];
}

const modelMember = ({ id, email, name, status, roles, schools }: WireMember): Member => ({
  id,
  email,
  name,
  status,
  roles,
  schools,
});

const modelTeam = ({ id, name, members }: WireTeam): Team => ({
  id,
  name,
  members: new Set(members.map((member) => member.id)),
});

/** What records are put together with. */
interface Known {
  readonly pending: ReadonlyMap<Id, SeenTransfer>;
  /** Of those with whom many records are shared, each is one thing. */
  readonly grantee: (grantee: Grantee) => Grantee;
  /** So are the schools that many records are of. */
  readonly schools: (codes: readonly string[]) => readonly string[];
}

function seenRecord({ wire: record, actor }: ResolvedNames['records'][number], known: Known): SeenRecord {
  const { id, number, owner, etag } = record;
  const details = detailsOf(record, known);
  const seen = { id, number, owner: owner?.id ?? null, details, etag: etag ?? null };
  // Whoever sees the details sees all that a glimpse tells.
  if (details) return seen;
  const glimpse = glimpseOf(record);
  const holdsCopy = record.copies?.some(({ holder }) => holder.id === actor);
  return { ...seen, ...(glimpse && { glimpse }), ...(holdsCopy && { holdsCopy }) };
}

/** What comes with number and title (O4), where the actor sees at least that. */
function glimpseOf({ status, confidential, profiles, pendingTransfer }: WireRecord): Glimpse | null {
  if (!status || pendingTransfer === undefined) return null;
  return {
    status,
    confidential: confidential ?? null,
    schools: schoolsOf(profiles),
    transferPending: pendingTransfer !== null,
  };
}

const schoolsOf = (profiles: WireRecord['profiles'] = []): string[] => profiles.flatMap(({ school }) => school ?? []);

/** Of most records there is no copy. */
const NO_COPIES: ServiceRecord['copies'] = [];

/** What decides access, where the actor sees all of it; a manager or a recipient sees too little (O4, T3). */
function detailsOf(record: WireRecord, { pending, grantee: same, schools }: Known): ServiceRecord | null {
  const { id, number, owner, status, confidential, profiles, shares, pendingTransfer, copies, counts } = record;
  if (!owner || !status || !shares || pendingTransfer === undefined || !copies) return null;
  return {
    id,
    number,
    owner: owner.id,
    status,
    confidential: confidential ?? null,
    schools: schools(schoolsOf(profiles)),
    shares: shares.map(({ grantee, access, requireApproval }) => ({
      grantee: same({ type: grantee.type, id: grantee.id }),
      level: access,
      requireApproval,
    })),
    transfer: pendingTransfer && {
      capacity: pendingTransfer.capacity,
      to: pendingTransfer.to?.id ?? null,
      terms: pending.get(pendingTransfer.id ?? '') ?? null,
    },
    copies: copies.length > 0 ? copies.map(({ holder, at }) => ({ holder: holder.id, at })) : NO_COPIES,
    contents: counts ? contentsOf(counts) : null,
  };
}

/** What a transfer destroys, cancels or leaves behind; the rest of what a record holds decides nothing. */
const contentsOf = (counts: NonNullable<WireRecord['counts']>): Contents => ({
  confidentialNotes: counts.confidentialNotes,
  confidentialDocuments: counts.confidentialDocuments,
  rawData: counts.rawData,
  tasks: counts.tasks,
  memos: counts.memos,
  upcomingAppointments: counts.upcomingAppointments,
});

const directoryOf = (
  records: readonly WireRecord[],
  members: readonly WireMember[],
  teams: readonly WireTeam[],
): Omit<Directory, 'spaces'> => ({
  members: new Map(members.map(({ id, email, name, status }) => [id, { email, name: name || email, status }])),
  teams: new Map(teams.map(({ id, name, members: inIt }) => [id, { name, size: inIt.length }])),
  records: new Map(records.map(({ id, number, title }) => [id, { number, title: title ?? null }])),
});

/** With what is called how by the plan alone; what was read says more. */
const withNames = (directory: Directory, names: ReadPeople['names']): Directory => ({
  ...directory,
  members: new Map([...names.members, ...directory.members]),
  teams: new Map([...names.teams, ...directory.teams]),
  records: new Map([...names.records, ...directory.records]),
});
