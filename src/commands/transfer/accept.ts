import type { ChangeCommand } from '../command.ts';

/** `transfer accept TRANSFER…` (T3, T6, T9 to T12, T15) */
export default {
  kind: 'change',
  arguments: [{ name: 'TRANSFER', names: 'transfer', column: 'record', many: true }],
  flags: [],
  required: ['record'],
  intents: (row) =>
    row.transfers().map((transfer) => ({ action: 'transfer.accept' as const, row: row.line, transfer })),
} satisfies ChangeCommand;
