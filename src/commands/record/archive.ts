import type { ChangeCommand } from '../command.ts';

/** `record archive RECORD…` (R6) */
export default {
  kind: 'change',
  arguments: [{ name: 'RECORD', names: 'record', column: 'record', many: true }],
  flags: [],
  required: ['record'],
  intents: (row) => row.records().map((record) => ({ action: 'record.archive' as const, row: row.line, record })),
} satisfies ChangeCommand;
