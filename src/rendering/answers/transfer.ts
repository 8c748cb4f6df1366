import type { Capacity } from '../../model/organization.ts';
import type { Texts } from '../../texts/index.ts';
import type { AnswerTable } from '../answer.ts';

interface Ref {
  readonly id: string;
  readonly email: string;
}

/** What a transfer takes along only by choice (T8). */
const INCLUSIONS = ['confidential', 'raw-data'] as const;

/** A transfer as far as it is seen; number and title of its record may not be (T17). */
export interface TransferView {
  readonly id: string;
  readonly record: {
    readonly id: string;
    readonly number?: string | undefined;
    readonly title?: string | undefined;
  };
  readonly from: Ref;
  readonly to: Ref;
  readonly sentBy: Ref;
  readonly capacity: Capacity;
  readonly include: readonly (typeof INCLUSIONS)[number][];
  readonly keepCopy: boolean;
  readonly status: 'pending' | 'accepted' | 'declined' | 'cancelled';
  readonly sentAt: string;
  readonly endedAt: string | null;
}

/** A transfer as `-o json` prints it: the same keys always; what isn't seen is null and named in `unknown` (A2). */
export function transferJson(transfer: TransferView, titles: boolean) {
  const { id, record, from, to, sentBy, capacity, include, keepCopy, status, sentAt, endedAt } = transfer;
  return {
    id,
    record: { id: record.id, number: record.number ?? null, ...(titles && { title: record.title ?? null }) },
    from: { id: from.id, email: from.email },
    to: { id: to.id, email: to.email },
    sentBy: { id: sentBy.id, email: sentBy.email },
    capacity,
    include: [...include],
    keepCopy,
    status,
    sentAt,
    endedAt,
    unknown: [
      ...(record.number === undefined ? ['record.number'] : []),
      ...(titles && record.title === undefined ? ['record.title'] : []),
    ],
  };
}

/** What was left to choose and not chosen (T8, T11). */
export const leftBehind = ({ include }: TransferView) => INCLUSIONS.filter((one) => !include.includes(one));

/**
 * Transfers, one a line, for programs: the columns are always the same, the record first, as `transfer accept --csv`
 * reads it, and moments as the API writes them.
 */
export function transferTable(transfers: readonly TransferView[], titles: boolean, { answers }: Texts): AnswerTable {
  const { transfer: say, unknown, yes, no } = answers;
  const keys = (Object.keys(say.headers) as (keyof typeof say.headers)[]).filter((key) => titles || key !== 'title');
  return {
    columns: keys.map((key) => ({ key, header: say.headers[key] })),
    rows: transfers.map(({ id, record, from, to, capacity, include, keepCopy, sentAt, status, endedAt }) => ({
      id,
      record: record.number ?? unknown,
      ...(titles && { title: record.title ?? unknown }),
      from: from.email,
      to: to.email,
      capacity: say.capacity[capacity],
      include: include.map((one) => say.included[one]).join(', ') || say.nothingMore,
      keepCopy: keepCopy ? yes : no,
      sentAt,
      status: say.status[status],
      endedAt,
    })),
  };
}
