import { Failure } from '../../failures/failure.ts';
import type { Intent } from '../../model/intents/index.ts';
import type { ChangeCommand } from '../command.ts';
import type { RowWords } from '../words.ts';

const ALL_FROM = 'all-from';
const CONFIDENTIAL = 'confidential-records';

/** `record transfer RECORD… --to MEMBER`, or `--all-from MEMBER --to MEMBER` (T1 to T12, A3) */
export default {
  kind: 'change',
  arguments: [{ name: 'RECORD', names: 'record', column: 'record', many: true, optional: true }],
  flags: [
    { name: 'to', value: 'MEMBER', names: 'member', column: 'to' },
    { name: 'include', value: 'WHAT', names: 'inclusion', many: true, column: 'include' },
    { name: 'keep-copy', column: 'keep-copy' },
    { name: ALL_FROM, value: 'MEMBER', names: 'member', column: ALL_FROM },
  ],
  required: ['record', 'to'],
  needs: ({ flags }) => [...(flags[ALL_FROM] === undefined ? ['RECORD'] : []), 'to'],
  intents(row) {
    const included = row.inclusions('include');
    const sending = {
      row: row.line,
      to: row.member('to'),
      include: included.filter((one) => one !== CONFIDENTIAL),
      keepCopy: row.answer('keep-copy') ?? false,
    };
    const from = allFrom(row);
    const confidentialRecords = included.includes(CONFIDENTIAL);
    if (from) return [{ action: 'transfer.send-all' as const, ...sending, from, confidentialRecords }];
    if (confidentialRecords) {
      throw new Failure(
        'flag-needs',
        { flag: `--include ${CONFIDENTIAL}`, needs: [`--${ALL_FROM}`] },
        row.place('include'),
      );
    }
    return row.records().map((record): Intent => ({ action: 'transfer.send', ...sending, record }));
  },
} satisfies ChangeCommand;

/** Whose records all go; null where single ones are named. Throws `conflicting-flags` where both are. */
function allFrom(row: RowWords) {
  const from = row.optionalMember(ALL_FROM);
  if (from && row.line > 0) throw new Failure('conflicting-flags', { flags: [`--${ALL_FROM}`, '--csv'] });
  if (from && row.names('record')) throw new Failure('conflicting-flags', { flags: [`--${ALL_FROM}`, 'RECORD'] });
  return from;
}
