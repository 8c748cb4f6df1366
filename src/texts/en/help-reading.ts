import type { CommandHelp } from '../help.ts';
import { helpOfAccess } from './help-access.ts';

/** How a list is shown. */
export const LISTED = {
  sort: 'sort by this column; - before it turns the order round',
  columns: 'show these columns, in this order',
  limit: 'show no more than so many',
};

/** Help of the commands that only read. */
export const helpOfReading = {
  'record list': {
    summary: 'List the records you have a way to',
    description:
      'What you don’t see of a record is said to be unknown, never none. A coordinator is told how many confidential records are left out. ' +
      'Titles are shown in a terminal, elsewhere with --titles.',
    arguments: {},
    flags: {
      owner: 'only records of these members (e-mail, id or name)',
      status: 'only records that are active, archived or deleted',
      school: 'only records linked to a profile of these schools (codes)',
      'shared-with': 'only records shared with these members or teams (team:NAME)',
      search: 'only records with this in number or title',
      ...LISTED,
    },
    examples: [
      {
        command: 'psyctl record list --as lise.castonguay@mille-rives.example --status active',
        does: 'lists the active records she has a way to',
      },
      {
        command:
          'psyctl record list --as noemie.tanguay@mille-rives.example --shared-with "team:Psychologie Nord" -o csv',
        does: 'lists, as CSV, the records she sees that are shared with a team',
      },
    ],
  },
  'record show': {
    summary: 'Show a record: who shares it, what waits, how many items it holds',
    description: 'Never the items themselves. What you don’t see is said to be unknown.',
    arguments: { RECORD: 'a number or an id' },
    flags: {},
    examples: [
      { command: 'psyctl record show R-1001 --as owner', does: 'shows a record as its owner sees it' },
      {
        command: 'psyctl record show R-1008 --as owner -o json',
        does: 'shows, as JSON, one of which an archived copy was kept',
      },
    ],
  },
  'transfer list': {
    summary: 'List the transfers you may see',
    description:
      'The pending ones, unless others are asked for. They are seen by their owner, sender and recipient, and by coordinators: ' +
      'of a confidential record those see neither number nor title.',
    arguments: {},
    flags: {
      status: 'pending, accepted, declined or cancelled (pending)',
      record: 'only transfers of these records (numbers or ids)',
      from: 'only from these members (e-mail, id or name)',
      to: 'only to these members (e-mail, id or name)',
      ...LISTED,
    },
    examples: [
      {
        command: 'psyctl transfer list --as colette.vaillancourt@mille-rives.example',
        does: 'lists what waits for somebody, as a coordinator sees it',
      },
      {
        command:
          'psyctl transfer list --as lise.castonguay@mille-rives.example --status pending accepted declined cancelled -o csv',
        does: 'lists, as CSV, those of her records and whatever became of them',
      },
    ],
  },
  'transfer show': {
    summary: 'Show a transfer: what it takes along, what holds while it is pending, what ends it',
    description:
      'With the commands that end it, and who may run them. Of a record’s transfers, the one that is pending; one that ended is shown by its id.',
    arguments: { TRANSFER: 'its id, or its record’s number or id' },
    flags: {},
    examples: [
      { command: 'psyctl transfer show R-1002 --as owner', does: 'shows one that cuts collaborators off' },
      {
        command: 'psyctl transfer show R-1004 --as farida.haddad@mille-rives.example',
        does: 'shows, as its recipient, one that a coordinator sent',
      },
    ],
  },
  'space list': {
    summary: 'List the spaces you are in',
    description: 'With how many people are in each now. Names are shown in a terminal, elsewhere with --titles.',
    arguments: {},
    flags: {
      kind: 'only multi or collaborative ones',
      profile: 'only spaces for these profiles (keys or ids)',
      search: 'only spaces with this in their name',
      ...LISTED,
    },
    examples: [
      {
        command: 'psyctl space list --as noemie.tanguay@mille-rives.example --kind multi',
        does: 'lists the multi-spaces she is in',
      },
      {
        command: 'psyctl space list --as mathieu.desrosiers@mille-rives.example -o csv',
        does: 'lists, as CSV, all the spaces he is in, be it through a team',
      },
    ],
  },
  'space show': {
    summary: 'Show a space: who is in it, and at what level',
    description: 'What you don’t see is said to be unknown. A space opens no record.',
    arguments: { SPACE: 'its id, or multi:PROFILE for a profile’s multi-space' },
    flags: {},
    examples: [
      {
        command: 'psyctl space show multi:P-0192 --as owner',
        does: 'shows a profile’s multi-space as its creator sees it',
      },
      { command: 'psyctl space show S-9 --as owner -o json', does: 'shows, as JSON, a collaborative space' },
    ],
  },
  'profile list': {
    summary: 'List profiles of students and clients, by key',
    description: 'Names are seen where spaces may be created, and shown in a terminal, elsewhere with --titles.',
    arguments: {},
    flags: {
      school: 'only profiles of these schools (codes)',
      'without-space': 'only profiles that have no multi-space',
      search: 'only profiles with this in key or name',
      ...LISTED,
    },
    examples: [
      {
        command: 'psyctl profile list --school 012 --without-space --limit 10',
        does: 'lists profiles of a school that have no multi-space yet',
      },
    ],
  },
  'member list': {
    summary: 'List the people of the organization, of every status',
    description: '',
    arguments: {},
    flags: {
      status: 'only those who are invited, active or inactive',
      role: 'only those with one of these roles',
      school: 'only those who hold one of these schools (codes)',
      search: 'only those with this in name or e-mail',
      ...LISTED,
    },
    examples: [{ command: 'psyctl member list --status inactive invited', does: 'lists who isn’t active' }],
  },
  'member show': {
    summary: 'Show a member: roles, schools, status, teams',
    description: 'What they reach is another question: access of.',
    arguments: { MEMBER: 'an e-mail, an id or a name' },
    flags: {},
    examples: [{ command: 'psyctl member show "Noémie Tanguay"', does: 'shows a member found by name' }],
  },
  'team list': {
    summary: 'List the work teams',
    description: '',
    arguments: {},
    flags: { member: 'only the teams this member is in', ...LISTED },
    examples: [{ command: 'psyctl team list --member noemie.tanguay@mille-rives.example', does: 'lists her teams' }],
  },
  'team show': {
    summary: 'Show who is in a team',
    description: 'Whoever isn’t active is in it and has nothing from it until they are.',
    arguments: { TEAM: 'a name or an id' },
    flags: {},
    examples: [
      { command: 'psyctl team show Orthophonie', does: 'shows a team that holds an invited and an inactive member' },
    ],
  },
  'school list': {
    summary: 'List the schools and their codes',
    description: '',
    arguments: {},
    flags: { ...LISTED },
    examples: [{ command: 'psyctl school list', does: 'lists the schools' }],
  },
  'organization show': {
    summary: 'Show the organization, its plan and its seats',
    description: '',
    arguments: {},
    flags: {},
    examples: [{ command: 'psyctl organization show', does: 'says how many seats are left' }],
  },
  whoami: {
    summary: 'Say whom the token belongs to and what it may do',
    description: '',
    arguments: {},
    flags: {},
    examples: [{ command: 'psyctl whoami', does: 'says whom psyctl acts as' }],
  },
  ...helpOfAccess,
} satisfies Record<string, CommandHelp>;
