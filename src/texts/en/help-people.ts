import type { CommandHelp } from '../help.ts';

const MEMBER = 'members, by e-mail or id';
const TEAM = 'teams, by name or id';
const WHOLE = 'in place of what they have';
const SEES = 'You learn record numbers and levels, never titles or content.';

/** Help of the commands that change members and teams. */
export const helpOfPeople = {
  'team create': {
    summary: 'Create teams, and put members into them',
    description:
      'A team that is there already is left as it is; its members are added all the same. ' +
      'A CSV has the columns team (or name) and member, one row for each team and member.',
    arguments: { NAME: 'the name of the team' },
    flags: { member: MEMBER },
    examples: [
      {
        command:
          'psyctl team create "Équipe mobile" --member noemie.tanguay@mille-rives.example rosalie.vigneault@mille-rives.example --dry-run',
        does: 'shows a new team with two members in it',
      },
    ],
  },
  'team rename': {
    summary: 'Give a team another name; nobody’s access changes',
    description: '',
    arguments: { TEAM, NAME: 'its new name' },
    flags: {},
    examples: [
      {
        command: 'psyctl team rename "Équipe de crise" "Équipe d’intervention" --dry-run',
        does: 'shows what would be renamed',
      },
    ],
  },
  'team delete': {
    summary: 'Delete teams, and with them all that was shared with them',
    description: `Shows everyone who loses something by it, and what they keep another way. ${SEES}`,
    arguments: { TEAM },
    flags: {},
    examples: [{ command: 'psyctl team delete Ergothérapie --dry-run', does: 'shows who would lose what' }],
  },
  'team add': {
    summary: 'Put members into a team: they have what it was given, at once',
    description: `Who is invited or inactive has it once they are active. ${SEES}`,
    arguments: { TEAM: 'a team, by name or id', MEMBER },
    flags: {},
    examples: [
      {
        command: 'psyctl team add "Psychologie Nord" rosalie.vigneault@mille-rives.example --dry-run',
        does: 'shows everything the team would open to her',
      },
    ],
  },
  'team remove': {
    summary: 'Take members out of a team: they lose what only it gave them',
    description: `Shows what they lose, and what they keep another way. ${SEES}`,
    arguments: { TEAM: 'a team, by name or id', MEMBER },
    flags: {},
    examples: [
      {
        command: 'psyctl team remove "Psychologie Nord" noemie.tanguay@mille-rives.example --dry-run',
        does: 'shows what she would lose and keep',
      },
    ],
  },
  'member invite': {
    summary: 'Invite people: one e-mail to each, and a seat taken',
    description:
      'Who is a member or invited already is left alone and not written to, unless --resend asks for it. ' +
      'Where seats are short, nothing is sent; --fill-seats sends those that fit, in the order of the rows. ' +
      'A CSV has the columns email and role, and may have team and school; Psylio’s own file, without a header ' +
      '(someone@example.org;practitioner,coordinator), is taken too.',
    arguments: { EMAIL: 'e-mail addresses' },
    flags: {
      role: 'practitioner, coordinator, administrator, manager',
      team: 'the teams they join, by name or id',
      school: 'the schools they hold, by code',
      'fill-seats': 'send those that fit where seats are short, and leave the others out',
      resend: 'write again to those whose invitation awaits an answer',
    },
    examples: [
      {
        command:
          'psyctl member invite nadia.roberge@mille-rives.example --role practitioner --team Ergothérapie --school 012 --dry-run',
        does: 'shows what she would have once she is active',
      },
      {
        command: 'psyctl member invite camille.robitaille@mille-rives.example --role practitioner --resend --yes',
        does: 'writes again to somebody who has not answered',
      },
    ],
  },
  'member cancel-invitation': {
    summary: 'Cancel invitations: who was invited leaves organization and teams',
    description: 'It gives a seat back. Nobody is written to.',
    arguments: { EMAIL: 'those who were invited, by e-mail or id' },
    flags: {},
    examples: [
      {
        command: 'psyctl member cancel-invitation camille.robitaille@mille-rives.example --dry-run',
        does: 'shows what she will no longer have',
      },
    ],
  },
  'member set-roles': {
    summary: 'Set the roles of members, or add and take away some',
    description:
      'The last active administrator can’t be demoted. Who loses the practitioner role keeps their records. ' +
      'How much a role opens can’t be known beforehand; how much it closes mostly can.',
    arguments: { MEMBER },
    flags: { role: `the whole set, ${WHOLE}`, add: 'roles they have besides from now on', remove: 'roles they lose' },
    examples: [
      {
        command: 'psyctl member set-roles marc-andre.lebel@mille-rives.example --remove coordinator --dry-run',
        does: 'shows what he would no longer see',
      },
    ],
  },
  'member assign-schools': {
    summary: 'Assign schools to members, or add and take away some',
    description: 'By administrators and coordinators, any school; by managers, those they hold.',
    arguments: { MEMBER },
    flags: {
      school: `the whole set of schools by code, ${WHOLE}`,
      add: 'schools they hold besides from now on, by code',
      remove: 'schools they no longer hold, by code',
    },
    examples: [
      {
        command: 'psyctl member assign-schools rosalie.vigneault@mille-rives.example --add 012 --dry-run',
        does: 'shows what would be assigned',
      },
    ],
  },
  'member revoke': {
    summary: 'Take members’ access away; their records stay under their name',
    description:
      'Shows everything they lose, the records that stay behind and how to move them, and the transfers left hanging. ' +
      'Of somebody invited it cancels the invitation.',
    arguments: { MEMBER },
    flags: {},
    examples: [
      {
        command: 'psyctl member revoke lise.castonguay@mille-rives.example --dry-run',
        does: 'shows what she would lose, and what stays behind',
      },
    ],
  },
  'member restore': {
    summary: 'Give inactive members their access back: all that was theirs',
    description: 'It takes a seat. Nobody is written to.',
    arguments: { MEMBER },
    flags: {},
    examples: [
      {
        command: 'psyctl member restore robert.dallaire@mille-rives.example --dry-run',
        does: 'shows what comes back with him',
      },
    ],
  },
} as const satisfies Record<string, CommandHelp>;
