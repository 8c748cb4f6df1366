import { listTransfers, type Transfer, TransferStatus } from '../../contract/transfers.ts';
import { type Asker, actAsOf } from '../../reading/asker.ts';
import { memberByAnyName } from '../../reading/members.ts';
import { recordIdsOf } from '../../reading/transfers.ts';
import { transferJson, transferTable } from '../../rendering/answers/transfer.ts';
import { transfersText } from '../../rendering/answers/transfer-text.ts';
import { type FlagSpec, flagValues, type Given, type Reading, read } from '../command.ts';
import { LISTED, limitOf } from '../limits.ts';
import { couldActFor, listed, refuseOwners } from '../listing.ts';

const FLAGS: readonly FlagSpec[] = [
  { name: 'status', value: 'STATUS', many: true, choices: TransferStatus.options },
  { name: 'record', value: 'RECORD', names: 'record', many: true },
  { name: 'from', value: 'MEMBER', names: 'member', many: true },
  { name: 'to', value: 'MEMBER', names: 'member', many: true },
  ...LISTED,
];

/** `transfer list`: the transfers one is party to, or, as a coordinator, all of them (T17); pending ones if not said. */
export default read({
  arguments: [],
  flags: FLAGS,
  async run(reading, given) {
    const { reader, texts, titles } = reading;
    const limit = limitOf(given);
    const asker = await reading.asker();
    refuseOwners(asker);
    const query = await queryOf(reading, asker, given);
    const json = (transfer: Transfer) => transferJson(transfer, titles);
    let unseen = false;
    const look = ({ items }: { items: readonly Transfer[] }) => {
      unseen ||= items.some(({ record }) => record.number === undefined);
    };
    const pages = reader.pages(listTransfers, { query, ...actAsOf(asker) });
    const { items: transfers, count, more } = await listed(pages, reading, { limit, json, look });
    const say = texts.answers.transfer;
    const onlyPending = query.status.every((status) => status === 'pending');
    return {
      json: transfers.map(json),
      table: transferTable(transfers, titles, texts),
      ...(transfers.length > 0 && { text: (width: number) => transfersText(transfers, { titles, texts }, width) }),
      ...(transfers.length === 0 && onlyPending && { text: () => say.nonePending }),
      notes: [
        ...(more ? [texts.answers.limited(limit)] : []),
        ...(flagValues(given, 'status').length === 0 ? [say.pendingOnly] : []),
        ...(couldActFor(asker, count) ? [say.nothingOwn] : []),
        ...(unseen ? [say.numbersUnseen] : []),
      ],
    };
  },
});

async function queryOf(reading: Reading, asker: Asker, given: Given) {
  const status = flagValues(given, 'status') as TransferStatus[];
  const named = flagValues(given, 'record').map((text) => ({ text, place: { column: '--record' } }));
  const [record, from, to] = await Promise.all([
    recordIdsOf(reading.reader, asker, named),
    memberIds(reading, given, 'from'),
    memberIds(reading, given, 'to'),
  ]);
  return {
    status: status.length > 0 ? [...status] : ['pending' as const],
    ...(record.length > 0 && { record }),
    ...(from.length > 0 && { from }),
    ...(to.length > 0 && { to }),
  };
}

const memberIds = ({ reader }: Reading, given: Given, flag: 'from' | 'to'): Promise<string[]> =>
  Promise.all(
    flagValues(given, flag).map(
      async (text) => (await memberByAnyName(reader, { text, place: { column: `--${flag}` } })).id,
    ),
  );
