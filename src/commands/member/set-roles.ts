import { parseRole } from '../../input/values.ts';
import type { ChangeCommand } from '../command.ts';
import { setChangeOf } from '../set-change.ts';

/** `member set-roles MEMBER… --role ROLE…`, or `--add ROLE…`, `--remove ROLE…` (O2, O3) */
export default {
  kind: 'change',
  arguments: [{ name: 'MEMBER', column: 'member', many: true }],
  flags: [
    { name: 'role', value: 'ROLE', many: true, column: 'role' },
    { name: 'add', value: 'ROLE', many: true },
    { name: 'remove', value: 'ROLE', many: true },
  ],
  required: ['member'],
  intents(row, given) {
    const whole = row.has('role') ? row.roles() : null;
    const change = setChangeOf('role', whole, given, (text, flag) => parseRole(text, flag, { column: flag }));
    return row
      .members('member')
      .map((member) => ({ action: 'member.set-roles' as const, row: row.line, member, ...change }));
  },
} satisfies ChangeCommand;
