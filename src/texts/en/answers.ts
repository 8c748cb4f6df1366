import { accessAnswers } from './answers-access.ts';
import { profileAnswers, spaceAnswers } from './answers-spaces.ts';
import { transferAnswers } from './answers-transfers.ts';
import { day } from './dates.ts';
import { count, listed, number } from './words.ts';

/** What reading commands answer. */
export const answers = {
  empty: 'Nothing found.',
  unknown: 'unknown',
  yes: 'yes',
  no: 'no',
  nothingOwn: 'An administrator’s role opens no record: --as MEMBER lists what somebody else has a way to.',
  limited: (shown: number) => `Only the first ${number(shown)} are shown: there are more.`,
  hidden: (records: number) =>
    `${count(records, 'confidential record is', 'confidential records are')} left out: of those a coordinator is told only how many there are.`,

  /** What the columns of a single thing are called, by the keys of its CSV. */
  fields: {
    id: 'id',
    number: 'number',
    name: 'name',
    title: 'title',
    email: 'e-mail',
    owner: 'owner',
    status: 'status',
    confidential: 'confidential',
    profile: 'profile',
    profiles: 'profiles',
    shares: 'shares',
    copies: 'copies',
    transfer: 'transfer',
    progressNotes: 'progress notes',
    draftNotes: 'draft notes',
    documents: 'documents',
    confidentialNotes: 'confidential notes',
    confidentialDocuments: 'confidential documents',
    rawData: 'raw data',
    invoices: 'invoices',
    upcomingAppointments: 'upcoming appointments',
    tasks: 'tasks',
    memos: 'memos',
    roles: 'roles',
    schools: 'schools',
    teams: 'teams',
    scopes: 'scopes',
    actingAs: 'acting for',
    organization: 'organization',
    kind: 'kind',
    plan: 'plan',
    seatsUsed: 'seats taken',
    seatsLimit: 'seats',
    creator: 'created by',
    record: 'made from',
    members: 'in it',
    people: 'people',
    connection: 'connection',
    url: 'URL',
    token: 'token',
  } as Readonly<Record<string, string>>,

  record: {
    headers: {
      number: 'number',
      title: 'title',
      owner: 'owner',
      status: 'status',
      confidential: 'confidential',
      shares: 'shares',
      transfer: 'transfer',
    },
    status: { active: 'active', archived: 'archived', deleted: 'deleted' },
    confidential: 'yes',
    partially: 'partially',
    pendingBy: { owner: 'by its owner', coordinator: 'by a coordinator' },
    transferBy: { owner: 'pending, sent by its owner', coordinator: 'pending, sent by a coordinator' },
    transferTo: (to: string) => `to ${to}`,
    labels: {
      owner: 'Owner',
      status: 'Status',
      confidential: 'Confidential',
      profiles: 'Profiles',
      transfer: 'Transfer',
      shares: 'Shared with',
      copies: 'Copies',
      contents: 'Holds',
    },
    none: { profiles: 'none', transfer: 'none', shares: 'none', copies: 'none', contents: 'none' },
    atSchool: (profile: string, school: string) => `${profile} (school ${school})`,
    share: (who: string, level: string, approval: boolean) =>
      `${who}: ${level}${approval ? ', notes need the owner’s approval' : ''}`,
    team: (name: string) => `team ${name}`,
    notActive: (who: string, status: string) => `${who} (${status})`,
    copy: (who: string, at: string) => `${who}: copy of ${day(at)}`,
    items: {
      progressNotes: (n: number) => count(n, 'progress note'),
      draftNotes: (n: number) => count(n, 'draft note'),
      documents: (n: number) => count(n, 'document'),
      confidentialNotes: (n: number) => count(n, 'confidential note'),
      confidentialDocuments: (n: number) => count(n, 'confidential document'),
      rawData: (n: number) => count(n, 'raw data item'),
      invoices: (n: number) => count(n, 'invoice'),
      upcomingAppointments: (n: number) => count(n, 'upcoming appointment'),
      tasks: (n: number) => count(n, 'task'),
      memos: (n: number) => count(n, 'memo'),
    } as Readonly<Record<string, (n: number) => string>>,
  },

  member: {
    headers: { name: 'name', email: 'e-mail', title: 'title', roles: 'roles', schools: 'schools', status: 'status' },
    labels: { title: 'Title', roles: 'Roles', schools: 'Schools', status: 'Status', teams: 'Teams' },
    role: {
      practitioner: 'practitioner',
      coordinator: 'coordinator',
      administrator: 'administrator',
      manager: 'manager',
    } as Readonly<Record<string, string>>,
    status: { invited: 'invited', active: 'active', inactive: 'inactive' } as Readonly<Record<string, string>>,
    none: { title: 'none', roles: 'none', schools: 'none', teams: 'none' },
    noName: 'no name yet',
  },

  team: {
    headers: { name: 'name', people: 'people', notActive: 'not active' },
    noOne: 'Nobody is in it.',
  },

  school: { headers: { code: 'code', name: 'name' } },

  organization: {
    labels: { kind: 'Kind', plan: 'Plan', seats: 'Seats' },
    kind: { clinic: 'clinic', 'non-profit': 'non-profit', 'school-service-centre': 'school service centre' },
    plan: { paid: 'paid', 'free-trial': 'free trial' },
    seats: (used: number, limit: number | null) =>
      limit === null
        ? `${number(used)} taken, no limit`
        : `${number(used)} of ${number(limit)} taken, ${number(Math.max(0, limit - used))} free`,
  },

  whoami: {
    is: (name: string, email: string, roles: readonly string[], organization: string) =>
      `${name} <${email}>, ${listed(roles)} at ${organization}.`,
    mayActAs: 'The token may act for others: --as MEMBER, or --as owner.',
    mayNotActAs: 'The token acts for this member alone.',
    actingFor: (name: string, email: string) => `Acting for ${name} <${email}>.`,
    actingForOwners: 'Acting for the owner of each record.',
  },

  transfer: transferAnswers,
  space: spaceAnswers,
  profile: profileAnswers,

  access: accessAnswers,
};
