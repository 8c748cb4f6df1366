import type { ChangeCommand } from '../command.ts';

/** `record reactivate RECORD…` (R6) */
export default {
  kind: 'change',
  arguments: [{ name: 'RECORD', names: 'record', column: 'record', many: true }],
  flags: [],
  required: ['record'],
  intents: (row) => row.records().map((record) => ({ action: 'record.reactivate' as const, row: row.line, record })),
} satisfies ChangeCommand;
