import type { CommandHelp } from '../help.ts';

const SPACE = 'ids of spaces, or multi:PROFILE for a profile’s multi-space';

/** Help of the commands that change spaces. */
export const helpOfSpaces = {
  'space create': {
    summary: 'Create multi-spaces for profiles, or a collaborative space, and share them',
    description:
      'A multi-space brings teams together around a profile, takes its name from it, and is shared with a level; a profile that has one keeps it. ' +
      'A collaborative space is made around a profile, from a record, or on its own, and has no levels. Neither opens any record. ' +
      'Run again, it creates nothing twice.',
    arguments: {},
    flags: {
      for: 'keys or ids of profiles: a space for each (a multi-space needs one)',
      kind: 'multi or collaborative (multi)',
      record: 'the record a collaborative space is created from: you need read or more on it',
      name: 'the name of a collaborative space; needed where it is for no profile',
      share: 'members or teams (team:NAME) to share it with; in a multi-space with a level: team:NAME=read',
      another: 'create one even if there is one already',
    },
    examples: [
      {
        command: 'psyctl space create --for P-0001 --share "team:Psychologie Nord=write" --dry-run',
        does: 'shows what a multi-space for one profile would open, and to whom',
      },
      {
        command:
          'psyctl space create --kind collaborative --record R-1001 --name "Back to class" --share annie.gosselin@mille-rives.example --as owner --yes',
        does: 'creates a collaborative space from a record, without opening the record',
      },
    ],
  },
  'space share': {
    summary: 'Have members or teams in spaces, or change their level',
    description:
      'In a collaborative space everybody may invite, and there are no levels. Who is in a multi-space is changed by its creator and those with full access: ' +
      'an administrator acts for the creator with --as owner.',
    arguments: { SPACE },
    flags: {
      with: 'members (e-mail or id) or teams (team:NAME)',
      access: 'read, write or full; needed in a multi-space, wrong in a collaborative one',
    },
    examples: [
      {
        command: 'psyctl space share multi:P-0192 --with "team:Orthophonie" --access read --as owner --dry-run',
        does: 'shows who would come to read a profile’s multi-space',
      },
      {
        command: 'psyctl space share S-10 --with annie.gosselin@mille-rives.example --as owner --yes',
        does: 'has somebody in a collaborative space',
      },
    ],
  },
  'space unshare': {
    summary: 'Take members or teams out of spaces; says who stays in another way',
    description:
      'From a multi-space by its creator and those with full access, from a collaborative one by its creator. The creator stays. Nobody is written to.',
    arguments: { SPACE },
    flags: { from: 'members (e-mail or id) or teams (team:NAME)' },
    examples: [
      {
        command: 'psyctl space unshare S-2 --from "team:Équipe du Cœur-Vaillant" --as owner --dry-run',
        does: 'shows whom the team alone lets in',
      },
    ],
  },
  'space leave': {
    summary: 'Leave spaces shared with you',
    description: 'Ends what you were given yourself. What a team gives you is left by leaving the team.',
    arguments: { SPACE },
    flags: {},
    examples: [
      {
        command: 'psyctl space leave S-1 --as noemie.tanguay@mille-rives.example --dry-run',
        does: 'shows what she would still reach afterwards',
      },
    ],
  },
} as const satisfies Record<string, CommandHelp>;
