import type { ChangeCommand } from '../command.ts';
import { schoolsOf } from '../set-change.ts';

/** `member invite EMAIL… --role ROLE…` (O2, O6, O9, O10, N4); `--csv` also takes Psylio's own file. */
export default {
  kind: 'change',
  arguments: [{ name: 'EMAIL', column: 'email', many: true }],
  flags: [
    { name: 'role', value: 'ROLE', names: 'role', many: true, column: 'role' },
    { name: 'team', value: 'TEAM', names: 'team', many: true, column: 'team' },
    { name: 'school', value: 'CODE', names: 'school', many: true, column: 'school' },
    { name: 'fill-seats', column: 'fill-seats' },
    { name: 'resend', column: 'resend' },
  ],
  required: ['email', 'role'],
  takesInvitationFile: true,
  intents(row) {
    const place = row.place('email');
    const schools = schoolsOf(row.optionalSchools('school'), row.place('school'));
    const [roles, teams] = [row.roles('role'), row.optionalTeams('team')];
    return row.emails('email').map((text) => ({
      action: 'member.invite' as const,
      row: row.line,
      member: { ref: 'member' as const, text, place, orNew: true as const },
      email: text,
      roles,
      schools,
      teams,
      resend: row.answer('resend') === true,
      fillSeats: row.answer('fill-seats') === true,
    }));
  },
} satisfies ChangeCommand;
