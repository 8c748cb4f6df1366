import type { Texts } from '../../texts/index.ts';
import { plain, setIn } from '../layout.ts';
import type { Remedy } from './explained.ts';
import { type Fact, factsText } from './facts.ts';
import { remedyLines } from './remedy.ts';
import { leftBehind, type TransferView } from './transfer.ts';

interface Shown {
  readonly titles: boolean;
  readonly texts: Texts;
}

/** Transfers for a screen, three lines each: two e-mails leave no room for a table of everything. */
export function transfersText(transfers: readonly TransferView[], { titles, texts }: Shown, width: number): string {
  const say = texts.answers.transfer.line;
  const lines = transfers.flatMap((transfer) => {
    const { id, from, to, capacity, include, keepCopy, status, sentAt, endedAt } = transfer;
    const heading = [plain(id), recordWords(transfer, titles, texts), say.since(status, endedAt ?? sentAt)];
    return [
      setIn(heading.join('  '), width, 0, 2),
      setIn(say.parties(plain(from.email), plain(to.email)), width, 2, 2),
      setIn(say.sent(capacity, include, keepCopy), width, 2, 2),
    ];
  });
  return lines.join('\n');
}

/** A transfer in words: what it is, what is so while it is pending (T4, T5, T14), and what ends it. */
export function transferText(
  transfer: TransferView,
  ends: readonly Remedy[],
  { titles, texts }: Shown,
  width: number,
): string {
  const say = texts.answers.transfer;
  const facts = factsText(say.title(transfer.id), factsOf(transfer, titles, texts), width);
  if (transfer.status !== 'pending') return facts;
  const sentences = [say.pending[transfer.capacity], say.pending.parties, say.pending.frozen];
  return [
    facts,
    '',
    say.pendingTitle,
    ...sentences.map((sentence) => setIn(sentence, width, 2)),
    '',
    say.endsTitle,
    ...ends.flatMap((end) => remedyLines(end, width)),
  ].join('\n');
}

/** T17: the number and title of its record, or that they aren't to be seen. */
function recordWords({ record }: TransferView, titles: boolean, { answers }: Texts): string {
  const title = titles && record.title !== undefined ? ` ${record.title}` : '';
  return plain(`${record.number ?? answers.transfer.numberUnknown}${title}`);
}

function factsOf(transfer: TransferView, titles: boolean, texts: Texts): Fact[] {
  const { transfer: say } = texts.answers;
  const { labels } = say;
  const { from, to, sentBy, capacity, include, keepCopy, status, sentAt, endedAt } = transfer;
  const left = leftBehind(transfer);
  const fact = (label: string, value: string): Fact => ({ label, values: [value] });
  return [
    fact(labels.record, recordWords(transfer, titles, texts)),
    fact(labels.from, from.email),
    fact(labels.to, to.email),
    fact(labels.sentBy, say.sentBy(capacity, sentBy.email)),
    fact(labels.include, say.takesAlong(include)),
    ...(left.length > 0 ? [fact(labels.leftBehind, say.leftBehind(left, keepCopy))] : []),
    fact(labels.copy, keepCopy ? say.copy.kept : say.copy.none),
    fact(labels.status, say.status[status]),
    fact(labels.sentAt, say.at(sentAt)),
    ...(endedAt === null ? [] : [fact(labels.endedAt, say.at(endedAt))]),
  ];
}
