import type { CommandHelp } from '../help.ts';
import { helpOfSpaces } from './help-spaces.ts';
import { helpOfTransferring, helpOfTransfers } from './help-transfers.ts';

/** Help of the commands that change something. */
export const helpOfChanges = {
  'record share': {
    summary: 'Share records with members or teams, or change what they were given',
    description:
      'Shows whose access changes and who is written to, asks, sends, and then checks that access is what was predicted. ' +
      'Only the owner of a record, or a member with full access to it, may share it: an administrator acts for the owner with --as owner.',
    arguments: { RECORD: 'numbers or ids of records' },
    flags: {
      with: 'members (e-mail or id) or teams (team:NAME)',
      access: 'read, write or full',
      'require-approval':
        'have their notes approved by the owner (a person with write or full); left unsaid, it stays as it is',
    },
    examples: [
      {
        command:
          'psyctl record share R-1014 --with martine.plourde@mille-rives.example --access read --as owner --dry-run',
        does: 'shows what sharing one record would change, and sends nothing',
      },
      {
        command: 'psyctl record share R-1015 --with "team:Ergothérapie" --access read --as owner --yes',
        does: 'shares a record with a team, without asking',
      },
    ],
  },
  'record unshare': {
    summary: 'End shares of records; says who keeps access another way',
    description:
      'Somebody may reach a record through more than one share: the preview says who still has access afterwards, and through what. Nobody is written to.',
    arguments: { RECORD: 'numbers or ids of records' },
    flags: { from: 'members (e-mail or id) or teams (team:NAME)' },
    examples: [
      {
        command: 'psyctl record unshare R-1001 --from noemie.tanguay@mille-rives.example --as owner --dry-run',
        does: 'shows that she keeps read through her team',
      },
    ],
  },
  ...helpOfTransferring,
  'record leave': {
    summary: 'Leave records shared with you',
    description: 'Ends your own share. What a team gives you is left by leaving the team.',
    arguments: { RECORD: 'numbers or ids of records' },
    flags: {},
    examples: [
      {
        command: 'psyctl record leave R-1001 --as noemie.tanguay@mille-rives.example --dry-run',
        does: 'shows what she would still reach afterwards',
      },
    ],
  },
  'record archive': {
    summary: 'Archive records: what they are shared with stays, and can then only be removed',
    description:
      'By the owner; unless a record is confidential, by a coordinator or a manager of its school too. Nobody is written to.',
    arguments: { RECORD: 'numbers or ids of records' },
    flags: {},
    examples: [
      {
        command: 'psyctl record archive R-1006 --as owner --dry-run',
        does: 'shows what archiving one record would do',
      },
    ],
  },
  'record reactivate': {
    summary: 'Make archived records active again',
    description: 'By whoever may archive them.',
    arguments: { RECORD: 'numbers or ids of records' },
    flags: {},
    examples: [
      {
        command: 'psyctl record reactivate R-1016 --as owner --dry-run',
        does: 'shows what reactivating one record would do',
      },
    ],
  },
  ...helpOfSpaces,
  ...helpOfTransfers,
} as const satisfies Record<string, CommandHelp>;
