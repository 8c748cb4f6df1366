import type { ChangeCommand } from '../command.ts';
import type { RowWords } from '../words.ts';

/** `team create NAME [--member MEMBER…]` (O7); of a file, a row for each team and member. */
export default {
  kind: 'change',
  arguments: [{ name: 'NAME', column: 'name' }],
  flags: [{ name: 'member', value: 'MEMBER', names: 'member', many: true, column: 'member' }],
  also: ['team'],
  required: [['team', 'name']],
  intents(row) {
    const [named] = row.optionalTeams('team');
    const team = { ref: 'team' as const, ...(named ?? written(row)), orNew: true as const };
    return [
      { action: 'team.create' as const, row: row.line, team, name: team.text },
      ...row.optionalMembers('member').map((member) => ({ action: 'team.add' as const, row: row.line, team, member })),
    ];
  },
} satisfies ChangeCommand;

const written = (row: RowWords) => ({ text: row.text('name'), place: row.place('name') });
