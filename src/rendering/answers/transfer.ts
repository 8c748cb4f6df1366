import type { Capacity, Inclusion } from '../../model/organization.ts';
import type { Texts } from '../../texts/index.ts';
import type { Fact } from './facts.ts';

interface Ref {
  readonly id: string;
  readonly email: string;
}

/** A transfer; of a confidential record a coordinator sees neither number nor title (T17). */
export interface TransferView {
  readonly id: string;
  readonly record: { readonly id: string; readonly number?: string | undefined; readonly title?: string | undefined };
  readonly from: Ref;
  readonly to: Ref;
  readonly sentBy: Ref;
  readonly capacity: Capacity;
  readonly include: readonly Inclusion[];
  readonly keepCopy: boolean;
  readonly status: 'pending' | 'accepted' | 'declined' | 'cancelled';
  readonly sentAt: string;
  readonly endedAt: string | null;
}

/** A transfer as `-o json` prints it: the same keys always; what isn't seen is null and named in `unknown` (A2). */
export function transferJson({ id, record, ...transfer }: TransferView, titles: boolean) {
  const { from, to, sentBy, capacity, include, keepCopy, status, sentAt, endedAt } = transfer;
  return {
    id,
    record: { id: record.id, number: record.number ?? null, ...(titles && { title: record.title ?? null }) },
    from,
    to,
    sentBy,
    capacity,
    include,
    keepCopy,
    status,
    sentAt,
    endedAt,
    unknown: record.number === undefined ? ['record.number'] : [],
  };
}

/** What is known of a transfer, a fact a line: what holds while it is pending (T3 to T5), and what ends it. */
export function transferFacts(transfer: TransferView, titles: boolean, texts: Texts): Fact[] {
  const { transfer: say, unknown } = texts.answers;
  const { labels } = say;
  const { record, from, to, sentBy, capacity, include, keepCopy, status, sentAt, endedAt } = transfer;
  const title = titles && record.title !== undefined ? ` ${record.title}` : '';
  const state = endedAt === null ? say.status[status] : say.ended(say.status[status], endedAt);
  return [
    { label: labels.record, values: [record.number === undefined ? unknown : `${record.number}${title}`] },
    { label: labels.from, values: [from.email] },
    { label: labels.to, values: [to.email] },
    { label: labels.sent, values: [say.sent(sentBy.email, capacity, sentAt)] },
    { label: labels.include, values: [say.takes(include.map((one) => say.include[one]))] },
    { label: labels.copy, values: [keepCopy ? say.yes : say.no] },
    { label: labels.status, values: [state] },
    ...(status === 'pending' ? whilePending(transfer, texts) : []),
  ];
}

function whilePending({ from, to, capacity, keepCopy }: TransferView, { answers: { transfer: say } }: Texts): Fact[] {
  const { labels, ends } = say;
  return [
    {
      label: labels.now,
      values: [
        say.responsible(from.email),
        say.recipientSees(to.email),
        capacity === 'owner' ? say.cutOff : say.notCutOff,
        say.noShares,
      ],
    },
    { label: labels.after, values: [say.after(to.email, keepCopy)] },
    { label: labels.end, values: [ends.accept(to.email), ends.decline(to.email), ends.cancel, ends.reassign] },
  ];
}
