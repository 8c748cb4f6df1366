import type { ChangeCommand } from '../command.ts';

/** `transfer reassign TRANSFER… --to MEMBER` (T3, T15, T16) */
export default {
  kind: 'change',
  arguments: [{ name: 'TRANSFER', names: 'transfer', column: 'record', many: true }],
  flags: [{ name: 'to', value: 'MEMBER', names: 'member', column: 'to' }],
  required: ['record', 'to'],
  intents(row) {
    const to = row.member('to');
    return row.transfers().map((transfer) => ({ action: 'transfer.reassign' as const, row: row.line, transfer, to }));
  },
} satisfies ChangeCommand;
