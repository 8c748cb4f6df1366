import type { CommandHelp } from '../help.ts';

const MEMBER = 'an e-mail, an id or a name';
const SNAPSHOT = 'ask a file that snapshot pull wrote, instead of an API; flags about connections are ignored';
const RESOURCE = 'a record’s number or id, a space’s id, or multi:PROFILE';

/** Help of the questions about access. */
export const helpOfAccess = {
  'access explain': {
    summary: 'Explain why somebody can open something, or why not',
    description:
      'Every way in, since when and through whom as far as the audit says; what would close each; and where there is none, what would be nearest. ' +
      'What can’t be seen is said to be unknown.',
    arguments: { MEMBER, RESOURCE },
    flags: { snapshot: SNAPSHOT },
    examples: [
      {
        command: 'psyctl access explain noemie.tanguay@mille-rives.example R-1001 --as owner',
        does: 'she has a share of her own, and her team’s',
      },
      {
        command: 'psyctl access explain "Sarah Bélanger" R-1002 --as owner',
        does: 'a pending transfer has cut her off',
      },
      {
        command: 'psyctl access explain roxane.lemire@mille-rives.example R-1001 --as owner',
        does: 'she has no way in; says what would be nearest',
      },
    ],
  },
  'access who': {
    summary: 'List who reaches a record or a space, and through what',
    description:
      'Asked on behalf of somebody who has read or more; an administrator learns it of any record, number and level alone.',
    arguments: { RESOURCE },
    flags: { snapshot: SNAPSHOT },
    examples: [
      { command: 'psyctl access who R-1014 --as owner', does: 'lists them, and who would be back once active' },
    ],
  },
  'access of': {
    summary: 'List everything a member or a team reaches',
    description: 'Of others, administrators alone are told. Numbers and ids, never titles or content.',
    arguments: { 'MEMBER|TEAM': 'a member (e-mail, id or name) or a team (team:NAME)' },
    flags: { snapshot: SNAPSHOT },
    examples: [
      { command: 'psyctl access of roxane.lemire@mille-rives.example', does: 'lists what she reaches' },
      { command: 'psyctl access of "team:Psychologie Nord" -o csv', does: 'lists, as CSV, what a team reaches' },
    ],
  },
  'access check': {
    summary: 'Say whether somebody has a level of access: exit 0 yes, 11 no, 12 can’t tell',
    description: '',
    arguments: { MEMBER, LEVEL: 'metadata, read, write, full, owner; member of a collaborative space', RESOURCE },
    flags: { snapshot: SNAPSHOT },
    examples: [
      {
        command: 'psyctl access check noemie.tanguay@mille-rives.example write R-1001',
        does: 'ends with 0: she may write',
      },
      {
        command: 'psyctl access check roxane.lemire@mille-rives.example read R-1001',
        does: 'ends with 11: she may not',
      },
    ],
  },
  'access history': {
    summary: 'List who changed access to something, when, acting for whom and why',
    description: 'For the owner of a record, members with full access, and administrators. Newest first.',
    arguments: { 'RESOURCE|MEMBER|TEAM': 'a record, a space, a member or a team (team:NAME)' },
    flags: { limit: 'show no more than so many', snapshot: 'a snapshot holds no history, and says so' },
    examples: [{ command: 'psyctl access history R-1001', does: 'lists what was done to a record' }],
  },
} satisfies Record<string, CommandHelp>;
