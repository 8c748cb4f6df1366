import type { ChangeCommand } from '../command.ts';

/** `transfer cancel TRANSFER…` (T3, T4, T15) */
export default {
  kind: 'change',
  arguments: [{ name: 'TRANSFER', names: 'transfer', column: 'record', many: true }],
  flags: [],
  required: ['record'],
  intents: (row) =>
    row.transfers().map((transfer) => ({ action: 'transfer.cancel' as const, row: row.line, transfer })),
} satisfies ChangeCommand;
