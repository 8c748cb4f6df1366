import type { ChangeCommand } from '../command.ts';

/** `transfer decline TRANSFER…` (T3, T4) */
export default {
  kind: 'change',
  arguments: [{ name: 'TRANSFER', names: 'transfer', column: 'record', many: true }],
  flags: [],
  required: ['record'],
  intents: (row) =>
    row.transfers().map((transfer) => ({ action: 'transfer.decline' as const, row: row.line, transfer })),
} satisfies ChangeCommand;
