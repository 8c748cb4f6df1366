import { Failure } from '../../failures/failure.ts';
import { transfersToChange } from '../../reading/transfers-to-change.ts';
import type { Answer } from '../../rendering/answer.ts';
import { factsTable, factsText } from '../../rendering/answers/facts.ts';
import { transferWords } from '../../rendering/answers/record.ts';
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
    const found = (await transfersToChange(reader, await asker(), [{ text, place }])).get(text);
    if (!found) throw new Failure('unknown-transfer', { text, nearest: [], record: 'unknown', ended: [] }, place);
    const { wire, record } = found;
    if (wire) return answerOf(wire, titles, texts);
    // T17: whoever sees the record sees that one is pending, and in which capacity it was sent.
    const number = record?.wire.number ?? text;
    const pending = record?.wire.pendingTransfer;
    if (!pending) throw new Failure('unknown-transfer', { text, nearest: [], record: 'unknown', ended: [] }, place);
    const words = transferWords({ id: '', number, pendingTransfer: pending }, texts);
    return {
      json: {
        id: null,
        record: { id: record.wire.id, number },
        capacity: pending.capacity,
        status: 'pending',
        unknown: ['id', 'from', 'to', 'sentBy', 'include', 'keepCopy', 'sentAt'],
      },
      table: factsTable({ record: number, status: words }),
      notes: [texts.answers.transfer.unseen],
    };
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
