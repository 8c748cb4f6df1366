import type { ChangeCommand } from './command.ts';

/** Describes a command that puts members into teams, or takes them out. */
export const changeOfTeam = (action: 'team.add' | 'team.remove'): ChangeCommand => ({
  kind: 'change',
  arguments: [
    { name: 'TEAM', names: 'team', column: 'team' },
    { name: 'MEMBER', names: 'member', column: 'member', many: true },
  ],
  flags: [],
  required: ['team', 'member'],
  intents: (row) =>
    row
      .teams('team')
      .flatMap((team) => row.members('member').map((member) => ({ action, row: row.line, team, member }))),
});
