import { Failure } from '../../failures/failure.ts';
import { resolveTransfers } from '../../reading/transfers.ts';
import type { Answer } from '../../rendering/answer.ts';
import { factsTable, factsText } from '../../rendering/answers/facts.ts';
import { type TransferView, transferFacts, transferJson } from '../../rendering/answers/transfer.ts';
import type { Texts } from '../../texts/index.ts';
import { argument, read } from '../command.ts';

/** `transfer show TRANSFER`: what a transfer is, what holds while it is pending, and what ends it (T3 to T5, T16, T17). */
export default read({
  arguments: [{ name: 'TRANSFER' }],
  flags: [],
  async run({ reader, texts, asker, titles }, given) {
    const text = argument(given, 'TRANSFER');
    const place = { column: 'TRANSFER' };
    const found = (await resolveTransfers(reader, await asker(), [{ text, place }])).get(text);
    if (!found) throw new Failure('unknown-transfer', { text, nearest: [], record: 'unknown', ended: [] }, place);
    return answerOf(found.wire, titles, texts);
  },
});

function answerOf(transfer: TransferView, titles: boolean, texts: Texts): Answer {
  const { transfer: say, unknown, yes, no } = texts.answers;
  return {
    json: transferJson(transfer, titles),
    table: factsTable({
      id: transfer.id,
      record: transfer.record.number ?? unknown,
      ...(titles && { title: transfer.record.title ?? unknown }),
      from: transfer.from.email,
      to: transfer.to.email,
      sentBy: transfer.sentBy.email,
      as: say.capacity[transfer.capacity],
      include: transfer.include.map((one) => say.include[one]).join(', ') || null,
      copy: transfer.keepCopy ? yes : no,
      status: say.status[transfer.status],
      sentAt: transfer.sentAt,
      endedAt: transfer.endedAt,
    }),
    text: (width) => factsText(transfer.id, transferFacts(transfer, titles, texts), width),
  };
}
