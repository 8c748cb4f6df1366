import type { Reader } from '../api/index.ts';
import { getMember, listInvitations, listMembers, type Member as WireMember } from '../contract/members.ts';
import { getTeam, listTeams, type Team as WireTeam } from '../contract/teams.ts';
import type { Directory } from '../model/directory.ts';
import type { ResolvedIntent } from '../model/intents/index.ts';
import type { PeopleIntent } from '../model/intents/people.ts';
import type { Id } from '../model/organization.ts';
import { NO_PEOPLE, type People } from '../model/people.ts';
import { NO_REACH, type Reach } from '../model/reach.ts';
import { NEW, type Resolved } from '../model/references.ts';
import { resourceKey } from '../model/resources.ts';
import { type Asker, actAsOf } from './asker.ts';
import { readHanging } from './hanging.ts';
import { reachingOf, resourcesAtStake } from './losses.ts';
import { type ActingFor, readReach, readWho } from './reach.ts';
import type { ResolvedNames } from './resolve.ts';
import { all } from './take.ts';

/** A resolved intent about members or teams. */
export type PeopleWanted = Resolved<PeopleIntent>;

/** What changes of members and teams rest on: everything they open and close, for whom an administrator may know it (O11). */
export interface ReadPeople {
  readonly members: readonly WireMember[];
  readonly teams: readonly WireTeam[];
  readonly reach: Reach;
  readonly people: People;
  readonly etags: ReadonlyMap<Id, string>;
  readonly reaching: ReadonlyMap<string, number>;
  readonly administrators: number;
  /** What is called how that isn't there yet, or of which only the number is known. */
  readonly names: Pick<Directory, 'members' | 'teams' | 'records'>;
}

const NOTHING: ReadPeople = {
  members: [],
  teams: [],
  reach: NO_REACH,
  people: NO_PEOPLE,
  etags: new Map(),
  reaching: new Map(),
  administrators: 0,
  names: { members: new Map(), teams: new Map(), records: new Map() },
};

/** Reads what the changes of members and teams among some intents rest on; nothing where there are none. */
export async function readPeople(reader: Reader, asker: Asker, names: ResolvedNames): Promise<ReadPeople> {
  const wanted = names.intents.filter(isAboutPeople);
  if (wanted.length === 0) return NOTHING;
  const as = actAsOf(asker);
  const touched = touchedBy(wanted, names);
  const [administrators, actors, teams] = await Promise.all([
    all(reader.list(listMembers, { query: { role: ['administrator'], status: ['active'] } })),
    all(reader.listByFilter(listMembers, 'id', [asker.me.id, ...wanted.map(({ actor }) => actor)])),
    all(reader.listByFilter(listTeams, 'member', touched.members)),
  ]);
  const isAdministrator = wanted.some(({ actor }) => administrators.some(({ id }) => id === actor));
  const everyTeam = [...names.teams, ...teams];
  const opened = isAdministrator
    ? await readOpened(reader, as, wanted, touched, everyTeam, names)
    : { reach: NO_REACH, numbers: new Map<Id, string>(), reaching: new Map<string, number>(), hanging: new Map() };
  const [invitations, etags] = await Promise.all([readInvitations(reader, wanted, names), readEtags(reader, wanted)]);
  return {
    members: [...names.members, ...administrators, ...actors],
    teams,
    reach: opened.reach,
    people: { invitations, hanging: opened.hanging },
    etags,
    reaching: opened.reaching,
    administrators: administrators.length,
    names: { ...namesOfNew(wanted), records: recordNames(opened.numbers) },
  };
}

/** Whether an intent is about members or teams. */
const isAboutPeople = (intent: ResolvedIntent): intent is PeopleWanted => /^(team|member)\./.test(intent.action);

/** The members and teams whose changes open or close something. */
export interface Touched {
  readonly members: readonly Id[];
  /** Those the plan invites. */
  readonly invited: readonly Id[];
  readonly teams: readonly Id[];
}

function touchedBy(wanted: readonly PeopleWanted[], names: ResolvedNames): Touched {
  const members = [...new Set(wanted.flatMap((intent) => membersOf(intent, names)))];
  const teams = [...new Set(wanted.flatMap(teamsOf))];
  const isThere = (id: Id) => !id.startsWith(NEW);
  return {
    members: members.filter(isThere),
    invited: members.filter((id) => !isThere(id)),
    teams: teams.filter(isThere),
  };
}

function membersOf(intent: PeopleWanted, { teams }: ResolvedNames): Id[] {
  if (intent.action === 'team.delete')
    return teams.find(({ id }) => id === intent.team)?.members.map(({ id }) => id) ?? [];
  return 'member' in intent ? [intent.member] : [];
}

function teamsOf(intent: PeopleWanted): readonly Id[] {
  if (intent.action === 'member.invite') return intent.teams;
  const moves = intent.action === 'team.add' || intent.action === 'team.remove' || intent.action === 'team.delete';
  return moves ? [intent.team] : [];
}

async function readOpened(
  reader: Reader,
  as: ActingFor,
  wanted: readonly PeopleWanted[],
  touched: Touched,
  teams: readonly WireTeam[],
  names: ResolvedNames,
) {
  const teamIds = new Map(teams.map(({ id, name }) => [name, id]));
  const read = await readReach(reader, as, touched.members, touched.invited, touched.teams, teamIds);
  const stake = resourcesAtStake(wanted, read.reach, teams, names.members);
  const who = await readWho(reader, as, stake);
  // What is at stake is mostly theirs: what was read of it already isn't read again.
  const hanging = await readHanging(reader, as, wanted, read, async (resources) => {
    const rest = resources.filter((resource) => !who.has(resourceKey(resource)));
    return new Map([...who, ...(await readWho(reader, as, rest))]);
  });
  return { ...read, reaching: reachingOf(who), hanging };
}

/** Invitations have ids of their own: those of the people whose invitation is cancelled, or sent again. */
async function readInvitations(
  reader: Reader,
  wanted: readonly PeopleWanted[],
  { members }: ResolvedNames,
): Promise<Map<Id, Id>> {
  const about = new Set(
    wanted.flatMap((intent) => {
      const needs =
        intent.action === 'member.cancel-invitation' || (intent.action === 'member.invite' && intent.resend);
      return needs ? [intent.member] : [];
    }),
  );
  const emails = members.filter(({ id, status }) => about.has(id) && status === 'invited').map(({ email }) => email);
  const invitations = await all(reader.listByFilter(listInvitations, 'email', emails));
  return new Map(invitations.map(({ member, id }) => [member, id]));
}

/**
 * The ETags of what is replaced as a whole: who changed it since the preview must be noticed. A team's moves with
 * invitations too, which go first: then it would notice nothing but psyctl itself.
 */
async function readEtags(reader: Reader, wanted: readonly PeopleWanted[]): Promise<Map<Id, string>> {
  const moving = wanted.some(({ action }) => action === 'member.invite' || action === 'member.cancel-invitation');
  const members = wanted.flatMap((intent) =>
    intent.action === 'member.set-roles' || intent.action === 'member.assign-schools' ? [intent.member] : [],
  );
  const teams = moving ? [] : wanted.flatMap((intent) => ('team' in intent ? [intent.team] : []));
  const ids = (of: readonly Id[]) => [...new Set(of)].filter((id) => !id.startsWith(NEW));
  const read = await Promise.all([
    ...ids(members).map(async (id) => [id, (await reader.read(getMember, { params: { id } })).etag] as const),
    ...ids(teams).map(async (id) => [id, (await reader.read(getTeam, { params: { id } })).etag] as const),
  ]);
  return new Map(read.flatMap(([id, etag]) => (etag === null ? [] : [[id, etag] as const])));
}

function namesOfNew(wanted: readonly PeopleWanted[]): Pick<Directory, 'members' | 'teams'> {
  const isNew = (id: Id) => id.startsWith(NEW);
  return {
    members: new Map(
      wanted.flatMap((intent) =>
        intent.action === 'member.invite' && isNew(intent.member)
          ? [[intent.member, { email: intent.email, name: intent.email, status: 'invited' as const }] as const]
          : [],
      ),
    ),
    teams: new Map(
      wanted.flatMap((intent) =>
        intent.action === 'team.create' && isNew(intent.team)
          ? [[intent.team, { name: intent.name, size: 0 }] as const]
          : [],
      ),
    ),
  };
}

/** O11: an administrator learns a record's number, never its title. */
const recordNames = (numbers: ReadonlyMap<Id, string>): Directory['records'] =>
  new Map([...numbers].map(([id, number]) => [id, { number, title: null }]));
