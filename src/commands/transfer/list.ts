import { listTransfers, type Transfer, TransferStatus } from '../../contract/transfers.ts';
import { Failure } from '../../failures/failure.ts';
import { actAsOf } from '../../reading/asker.ts';
import { memberByAnyName } from '../../reading/members.ts';
import { takeUpTo } from '../../reading/take.ts';
import { recordIdsOf } from '../../reading/transfers.ts';
import type { AnswerTable } from '../../rendering/answer.ts';
import { transferJson } from '../../rendering/answers/transfer.ts';
import { type FlagSpec, flagValues, type Given, type Reading, read } from '../command.ts';
import { LIMIT, limitOf } from '../limits.ts';

const FLAGS: readonly FlagSpec[] = [
  { name: 'status', value: 'STATUS', many: true, choices: TransferStatus.options },
  { name: 'record', value: 'RECORD', many: true },
  { name: 'from', value: 'MEMBER', many: true },
  { name: 'to', value: 'MEMBER', many: true },
  LIMIT,
];

/** `transfer list`: the transfers one may see (T17), the pending ones unless others are asked for. */
export default read({
  arguments: [],
  flags: FLAGS,
  async run(reading, given) {
    const { reader, texts, titles } = reading;
    const limit = limitOf(given);
    const asker = await reading.asker();
    if (asker.acting.as === 'owner')
      throw new Failure('usage', { problem: texts.answers.ownerNeedsRecord }, { column: '--as' });
    const query = await queryOf(reading, given);
    const found = await takeUpTo(limit + 1, reader.list(listTransfers, { query, ...actAsOf(asker) }));
    const transfers = found.slice(0, limit);
    const say = texts.answers.transfer;
    const nothingOwn = transfers.length === 0 && asker.mayActAs && asker.acting.as === 'self';
    return {
      json: transfers.map((transfer) => transferJson(transfer, titles)),
      table: tableOf(transfers, reading),
      notes: [
        ...(found.length > limit ? [texts.answers.limited(limit)] : []),
        ...(flagValues(given, 'status').length === 0 ? [say.pendingOnly] : []),
        ...(nothingOwn ? [say.nothingOwn] : []),
      ],
    };
  },
});

async function queryOf(reading: Reading, given: Given) {
  const members = (flag: string) =>
    Promise.all(flagValues(given, flag).map((text) => memberId(reading, text, `--${flag}`)));
  const [record, from, to] = await Promise.all([recordIds(reading, given), members('from'), members('to')]);
  const status = flagValues(given, 'status') as (typeof TransferStatus.options)[number][];
  return {
    status: status.length > 0 ? status : ['pending' as const],
    ...(record.length > 0 && { record }),
    ...(from.length > 0 && { from }),
    ...(to.length > 0 && { to }),
  };
}

const memberId = async ({ reader }: Reading, text: string, column: string): Promise<string> =>
  (await memberByAnyName(reader, { text, place: { column } })).id;

async function recordIds({ reader, asker }: Reading, given: Given): Promise<string[]> {
  const named = flagValues(given, 'record').map((text) => ({ text, place: { column: '--record' } }));
  return [...(await recordIdsOf(reader, await asker(), named))];
}

function tableOf(transfers: readonly Transfer[], { texts, titles }: Reading): AnswerTable {
  const { transfer: say, unknown, yes, no } = texts.answers;
  const keys = (['record', 'title', 'from', 'to', 'as', 'include', 'copy', 'status', 'sent'] as const).filter(
    (key) => titles || key !== 'title',
  );
  return {
    columns: keys.map((key) => ({ key, header: say.headers[key] })),
    rows: transfers.map((transfer) => ({
      record: transfer.record.number ?? unknown,
      title: transfer.record.title ?? unknown,
      from: transfer.from.email,
      to: transfer.to.email,
      as: say.capacity[transfer.capacity],
      include: transfer.include.map((one) => say.includeShort[one]).join(', ') || null,
      copy: transfer.keepCopy ? yes : no,
      status: say.status[transfer.status],
      sent: say.at(transfer.sentAt),
    })),
  };
}
