import type { ChangeCommand } from '../command.ts';
import { setChangeOf } from '../set-change.ts';

/** `member assign-schools MEMBER… --school CODE…`, or `--add CODE…`, `--remove CODE…` (O8) */
export default {
  kind: 'change',
  arguments: [{ name: 'MEMBER', column: 'member', many: true }],
  flags: [
    { name: 'school', value: 'CODE', many: true, column: 'school' },
    { name: 'add', value: 'CODE', many: true },
    { name: 'remove', value: 'CODE', many: true },
  ],
  required: ['member'],
  intents(row, given) {
    const whole = row.has('school') ? row.schools() : null;
    const change = setChangeOf('school', whole, given, (text, flag) => ({
      ref: 'school' as const,
      text,
      place: { column: flag },
    }));
    return row
      .members('member')
      .map((member) => ({ action: 'member.assign-schools' as const, row: row.line, member, ...change }));
  },
} satisfies ChangeCommand;
