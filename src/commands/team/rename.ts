import type { ChangeCommand } from '../command.ts';

/** `team rename TEAM NAME` (O7) */
export default {
  kind: 'change',
  arguments: [
    { name: 'TEAM', names: 'team', column: 'team' },
    { name: 'NAME', column: 'name' },
  ],
  flags: [],
  required: ['team', 'name'],
  intents: (row) => [{ action: 'team.rename' as const, row: row.line, team: row.team('team'), name: row.text('name') }],
} satisfies ChangeCommand;
