import type { Column } from '../input/csv/columns.ts';
import type { ChangeStatus } from '../model/intents/people.ts';
import type { ChangeCommand } from './command.ts';

/** Describes a command that changes where members stand; `column` is what names them. */
export const changeOfStatus = (
  action: ChangeStatus['action'],
  column: Column & ('member' | 'email'),
): ChangeCommand => ({
  kind: 'change',
  arguments: [{ name: column.toUpperCase(), names: column === 'email' ? 'invitation' : 'member', column, many: true }],
  flags: [],
  required: [column],
  intents: (row) => row.members(column).map((member) => ({ action, row: row.line, member })),
});
