import type { ChangeCommand } from '../command.ts';

/** `record unshare RECORD… --from GRANTEE…` (S2, S5) */
export default {
  kind: 'change',
  arguments: [{ name: 'RECORD', names: 'record', column: 'record', many: true }],
  flags: [{ name: 'from', value: 'GRANTEE', names: 'grantee', many: true, column: 'from' }],
  required: ['record', 'from'],
  intents: (row) =>
    row
      .records()
      .flatMap((record) =>
        row.grantees('from').map((grantee) => ({ action: 'share.remove' as const, row: row.line, record, grantee })),
      ),
} satisfies ChangeCommand;
