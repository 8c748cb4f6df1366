import type { ChangeCommand } from '../command.ts';

/** `team create NAME [--member MEMBER…]` (O7); of a file, a row for each team and member. */
export default {
  kind: 'change',
  arguments: [{ name: 'NAME', column: 'name' }],
  flags: [{ name: 'member', value: 'MEMBER', many: true, column: 'member' }],
  also: ['team'],
  required: [['team', 'name']],
  intents(row) {
    const column = row.has('team') ? 'team' : 'name';
    return row.texts(column).flatMap(({ text, place }) => {
      const team = { ref: 'team' as const, text, place, orNew: true as const };
      const members = row.has('member') ? row.members('member') : [];
      return [
        { action: 'team.create' as const, row: row.line, team, name: text },
        ...members.map((member) => ({ action: 'team.add' as const, row: row.line, team, member })),
      ];
    });
  },
} satisfies ChangeCommand;
