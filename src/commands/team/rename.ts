import type { ChangeCommand } from '../command.ts';

/** `team rename TEAM NAME` (O7) */
export default {
  kind: 'change',
  arguments: [
    { name: 'TEAM', column: 'team' },
    { name: 'NAME', column: 'name' },
  ],
  flags: [],
  required: ['team', 'name'],
  intents: (row) => [
    {
      action: 'team.rename' as const,
      row: row.line,
      team: { ref: 'team' as const, ...row.text('team') },
      name: row.text('name').text,
    },
  ],
} satisfies ChangeCommand;
