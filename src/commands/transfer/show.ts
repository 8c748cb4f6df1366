import { getMe } from '../../contract/organization.ts';
import type { Transfer } from '../../contract/transfers.ts';
import { Failure } from '../../failures/failure.ts';
import { byId } from '../../model/collections.ts';
import { type Asker, actAsOf, selfOf } from '../../reading/asker.ts';
import { findMembers } from '../../reading/members.ts';
import { resolveTransfers } from '../../reading/transfers.ts';
import { transferJson, transferTable } from '../../rendering/answers/transfer.ts';
import { endsOf, type PartiesView, type TransferAsker } from '../../rendering/answers/transfer-ends.ts';
import { transferText } from '../../rendering/answers/transfer-text.ts';
import type { Texts } from '../../texts/index.ts';
import { argument, type Reading, read } from '../command.ts';

/** `transfer show TRANSFER`: a transfer, what is so while it is pending, and what ends it (T3 to T5, T14 to T16). */
export default read({
  arguments: [{ name: 'TRANSFER', names: 'transfer' }],
  flags: [],
  async run(reading, given) {
    const { reader, texts, jsonTexts, titles } = reading;
    const text = argument(given, 'TRANSFER');
    const place = { column: 'TRANSFER' };
    const asker = await reading.asker();
    const transfer = (await resolveTransfers(reader, asker, [{ text, place }])).get(text)?.wire;
    if (!transfer) throw new Failure('unknown-transfer', { text, nearest: [], record: 'unknown', ended: [] }, place);
    const [parties, viewer] = await Promise.all([partiesOf(reading, transfer), viewerOf(reading, asker)]);
    const endsIn = (words: Texts) => endsOf(transfer, parties, viewer, words);
    return {
      json: { ...transferJson(transfer, titles), ends: endsIn(jsonTexts) },
      table: transferTable([transfer], titles, texts),
      text: (width) => transferText(transfer, endsIn(texts), { titles, texts }, width),
      notes: transfer.record.number === undefined ? [texts.answers.transfer.numbersUnseen] : [],
    };
  },
});

async function partiesOf({ reader }: Reading, { from, to, sentBy }: Transfer): Promise<PartiesView> {
  const names = [from, to, sentBy].map(({ id }) => ({ text: id, place: {} }));
  const members = byId((await findMembers(reader, names)).found.values());
  const recipient = members.get(to.id);
  return {
    recipient: recipient ? { status: recipient.status, practitioner: recipient.roles.includes('practitioner') } : null,
    active: new Set([...members.values()].filter(({ status }) => status === 'active').map(({ id }) => id)),
  };
}

async function viewerOf({ reader }: Reading, asker: Asker): Promise<TransferAsker> {
  const { acting, mayActAs } = asker;
  const me = acting.as === 'member' ? (await reader.read(getMe, actAsOf(asker))).body : asker.me;
  return {
    id: selfOf(asker),
    as: acting.as === 'member' ? acting.email : acting.as,
    mayActAs,
    coordinator: me.roles.includes('coordinator'),
  };
}
