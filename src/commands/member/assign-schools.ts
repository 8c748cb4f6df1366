import type { ChangeCommand } from '../command.ts';
import { schoolsOf, setChangeOf } from '../set-change.ts';

/** `member assign-schools MEMBER… --school CODE…`, or `--add CODE…`, `--remove CODE…` (O8) */
export default {
  kind: 'change',
  arguments: [{ name: 'MEMBER', names: 'member', column: 'member', many: true }],
  flags: [
    { name: 'school', value: 'CODE', names: 'school', many: true, column: 'school' },
    { name: 'add', value: 'CODE', names: 'school', many: true, column: 'add' },
    { name: 'remove', value: 'CODE', names: 'school', many: true, column: 'remove' },
  ],
  required: ['member'],
  needs: ({ flags }) => ['MEMBER', ...((flags['add'] ?? flags['remove']) ? [] : ['school'])],
  intents(row) {
    const change = setChangeOf(row, 'school', (column) => schoolsOf(row.optionalSchools(column), row.place(column)));
    return row
      .members('member')
      .map((member) => ({ action: 'member.assign-schools' as const, row: row.line, member, ...change }));
  },
} satisfies ChangeCommand;
