import type { ChangeCommand } from '../command.ts';

/** `member invite EMAIL… --role ROLE…` (O2, O6, O9, O10, N4); `--csv` also takes Psylio's own file. */
export default {
  kind: 'change',
  arguments: [{ name: 'EMAIL', column: 'email', many: true }],
  flags: [
    { name: 'role', value: 'ROLE', many: true, column: 'role' },
    { name: 'team', value: 'TEAM', many: true, column: 'team' },
    { name: 'school', value: 'CODE', many: true, column: 'school' },
    { name: 'fill-seats' },
    { name: 'resend' },
  ],
  required: ['email', 'role'],
  headerless: ['email', 'role'],
  intents(row, given) {
    const [roles, schools, teams] = [row.roles(), row.schools(), row.teams('team')];
    return row.emails('email').map(({ text, place }) => ({
      action: 'member.invite' as const,
      row: row.line,
      member: { ref: 'member' as const, text, place, orNew: true as const },
      email: text,
      roles,
      schools,
      teams,
      resend: given.flags['resend'] === true,
      fillSeats: given.flags['fill-seats'] === true,
    }));
  },
} satisfies ChangeCommand;
