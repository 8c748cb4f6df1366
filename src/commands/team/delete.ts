import type { ChangeCommand } from '../command.ts';

/** `team delete TEAM…` (O7) */
export default {
  kind: 'change',
  arguments: [{ name: 'TEAM', names: 'team', column: 'team', many: true }],
  flags: [],
  required: ['team'],
  intents: (row) => row.teams('team').map((team) => ({ action: 'team.delete' as const, row: row.line, team })),
} satisfies ChangeCommand;
