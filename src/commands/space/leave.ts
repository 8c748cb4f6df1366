import type { ChangeCommand } from '../command.ts';

/** `space leave SPACE…` (C4, C8) */
export default {
  kind: 'change',
  arguments: [{ name: 'SPACE', names: 'space', column: 'space', many: true }],
  flags: [],
  required: ['space'],
  intents: (row) => row.spaces('space').map((space) => ({ action: 'space.leave' as const, row: row.line, space })),
} satisfies ChangeCommand;
