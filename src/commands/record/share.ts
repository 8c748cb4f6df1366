import type { ChangeCommand } from '../command.ts';

/** `record share RECORD… --with GRANTEE… --access LEVEL` (S1 to S9) */
export default {
  kind: 'change',
  arguments: [{ name: 'RECORD', names: 'record', column: 'record', many: true }],
  flags: [
    { name: 'with', value: 'GRANTEE', names: 'grantee', many: true, column: 'with' },
    { name: 'access', value: 'LEVEL', names: 'level', column: 'access' },
    { name: 'require-approval', negatable: true, column: 'require-approval' },
  ],
  required: ['record', 'with', 'access'],
  intents(row) {
    const level = row.level('access');
    const requireApproval = row.answer('require-approval');
    return row.records().flatMap((record) =>
      row.grantees('with').map((grantee) => ({
        action: 'share.set' as const,
        row: row.line,
        record,
        grantee,
        level,
        requireApproval,
      })),
    );
  },
} satisfies ChangeCommand;
