import { TEAM_PREFIX } from '../../src/contract/world.ts';
import type { PlannedIntent } from '../../src/model/intents/index.ts';
import type { ShareLevel } from '../../src/model/levels.ts';

/** `wanting('R-1', 'bob@example.org', 'read')`: a share as a file's row asks for it, its names not resolved. */
export function wanting(record: string, grantee: string, level: ShareLevel = 'read', row = 1): PlannedIntent {
  const team = grantee.startsWith(TEAM_PREFIX);
  return {
    action: 'share.set',
    row,
    record: { ref: 'record', text: record, place: { file: 'shares.csv', row, column: 'record' } },
    grantee: {
      ref: 'grantee',
      type: team ? 'team' : 'member',
      text: team ? grantee.slice(TEAM_PREFIX.length) : grantee,
      place: { file: 'shares.csv', row, column: 'with' },
    },
    level,
    requireApproval: null,
  };
}
