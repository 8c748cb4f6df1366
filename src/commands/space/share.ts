import type { ChangeCommand } from '../command.ts';

/** `space share SPACE… --with GRANTEE… [--access LEVEL]` (C1, C2, C4, N2) */
export default {
  kind: 'change',
  arguments: [{ name: 'SPACE', names: 'space', column: 'space', many: true }],
  flags: [
    { name: 'with', value: 'GRANTEE', names: 'grantee', many: true, column: 'with' },
    { name: 'access', value: 'LEVEL', names: 'level', column: 'access' },
  ],
  required: ['space', 'with'],
  // Of spaces that have levels; which they are is known once they are looked up.
  needs: () => ['SPACE', 'with', 'access'],
  intents(row) {
    const level = row.optionalLevel('access');
    return row
      .spaces('space')
      .flatMap((space) =>
        row
          .grantees('with')
          .map((grantee) => ({ action: 'space.share' as const, row: row.line, space, grantee, level })),
      );
  },
} satisfies ChangeCommand;
