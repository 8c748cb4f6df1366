import type { CommandHelp } from '../help.ts';

const TRANSFER = 'ids of transfers, or the numbers or ids of their records';

/** Help of sending records to somebody else. */
export const helpOfTransferring = {
  'record transfer': {
    summary: 'Transfer records to another member, or all that somebody has',
    description:
      'Shows who is cut off while it is pending, who reaches what once it is accepted, and what is then deleted for good. ' +
      'The owner of a record transfers it, or a coordinator, unless it is confidential; sent by the owner it cuts off all ' +
      'collaborators until it is accepted, declined or cancelled. What would be deleted has to be agreed to with --allow-deletion.',
    arguments: { RECORD: 'numbers or ids of records; none with --all-from' },
    flags: {
      to: 'whom they go to: an active practitioner (e-mail or id)',
      include:
        'what else goes along: confidential (notes and documents), raw-data; with --all-from confidential-records too',
      'keep-copy': 'the former owner keeps an archived copy, with what doesn’t go along',
      'all-from': 'all active records of a member (e-mail or id)',
    },
    examples: [
      {
        command: 'psyctl record transfer R-1001 --to noemie.tanguay@mille-rives.example --as owner --dry-run',
        does: 'shows who would be cut off, who would reach it then, and what would be deleted',
      },
      {
        command:
          'psyctl record transfer R-1001 --to noemie.tanguay@mille-rives.example --include confidential,raw-data --as owner --allow-deletion=2 --yes',
        does: 'sends it, and agrees to the two items that can’t be kept',
      },
      {
        command:
          'psyctl record transfer --all-from robert.dallaire@mille-rives.example --to simon.bellavance@mille-rives.example --keep-copy --as colette.vaillancourt@mille-rives.example --dry-run',
        does: 'shows what a coordinator’s transfer of all his records would do, and what it leaves behind',
      },
    ],
  },
} as const satisfies Record<string, CommandHelp>;

/** Help of what becomes of transfers. */
export const helpOfTransfers = {
  'transfer accept': {
    summary: 'Accept records that were sent to you',
    description:
      'From then on they are yours; notes written before you can read, not edit. Whoever was cut off has again what they had. What was left out when it was sent is deleted now, which has to be agreed to with --allow-deletion.',
    arguments: { TRANSFER },
    flags: {},
    examples: [
      {
        command: 'psyctl transfer accept R-1005 --as noemie.tanguay@mille-rives.example --dry-run',
        does: 'shows what she would take over, and what would be deleted',
      },
    ],
  },
  'transfer decline': {
    summary: 'Decline records that were sent to you',
    description: 'They stay whose they are, and everyone has what they had before.',
    arguments: { TRANSFER },
    flags: {},
    examples: [
      {
        command: 'psyctl transfer decline R-1005 --as noemie.tanguay@mille-rives.example --dry-run',
        does: 'shows who would have access again',
      },
    ],
  },
  'transfer cancel': {
    summary: 'Cancel transfers that are pending',
    description: 'By whoever sent it, the owner, or a coordinator. Everyone has what they had before.',
    arguments: { TRANSFER },
    flags: {},
    examples: [
      {
        command: 'psyctl transfer cancel R-1002 --as owner --yes',
        does: 'takes a record back that nobody has accepted yet',
      },
    ],
  },
  'transfer reassign': {
    summary: 'Send transfers that are pending to somebody else',
    description: 'By a coordinator. In which capacity it was sent, and by whom, stays as it is.',
    arguments: { TRANSFER },
    flags: { to: 'whom it goes to instead: an active practitioner (e-mail or id)' },
    examples: [
      {
        command:
          'psyctl transfer reassign R-1010 --to marc-andre.lebel@mille-rives.example --as colette.vaillancourt@mille-rives.example --dry-run',
        does: 'shows what sending it to somebody else would change',
      },
    ],
  },
} as const satisfies Record<string, CommandHelp>;
