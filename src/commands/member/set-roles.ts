import type { ChangeCommand } from '../command.ts';
import { setChangeOf } from '../set-change.ts';

/** `member set-roles MEMBER… --role ROLE…`, or `--add ROLE…`, `--remove ROLE…` (O2, O3) */
export default {
  kind: 'change',
  arguments: [{ name: 'MEMBER', names: 'member', column: 'member', many: true }],
  flags: [
    { name: 'role', value: 'ROLE', names: 'role', many: true, column: 'role' },
    { name: 'add', value: 'ROLE', names: 'role', many: true, column: 'add' },
    { name: 'remove', value: 'ROLE', names: 'role', many: true, column: 'remove' },
  ],
  required: ['member'],
  needs: ({ flags }) => ['MEMBER', ...((flags['add'] ?? flags['remove']) ? [] : ['role'])],
  intents(row) {
    const change = setChangeOf(row, 'role', (column) => row.optionalRoles(column));
    return row
      .members('member')
      .map((member) => ({ action: 'member.set-roles' as const, row: row.line, member, ...change }));
  },
} satisfies ChangeCommand;
