import type { ChangeCommand } from '../command.ts';

/** `space unshare SPACE… --from GRANTEE…` (C4, C8) */
export default {
  kind: 'change',
  arguments: [{ name: 'SPACE', names: 'space', column: 'space', many: true }],
  flags: [{ name: 'from', value: 'GRANTEE', names: 'grantee', many: true, column: 'from' }],
  required: ['space', 'from'],
  intents: (row) =>
    row
      .spaces('space')
      .flatMap((space) =>
        row.grantees('from').map((grantee) => ({ action: 'space.unshare' as const, row: row.line, space, grantee })),
      ),
} satisfies ChangeCommand;
