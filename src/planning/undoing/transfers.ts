import type { ResolvedIntent, ResolvedOf } from '../../model/intents/index.ts';
import type { Id, Inclusion } from '../../model/organization.ts';
import type { SeenTransfer, Snapshot, TransferFate } from '../../model/snapshot.ts';
import { shareOf } from '../actions/sharing.ts';
import type { Effect, Step } from '../plan.ts';
import type { Told, UndoReason } from './row.ts';

/** What undoing transfers rests on. */
export interface TransfersThen {
  readonly before: Snapshot;
  /** What became of them, oldest first. */
  readonly fates: readonly TransferFate[];
  /** What the run's own steps were to bring about. */
  readonly effects: readonly Effect[];
  /** When the run began, in milliseconds. */
  readonly since: number;
  /** Whether each record's owner is acted for (A1): then a transfer goes by its record. */
  readonly byRecord: boolean;
}

/** What undoes a step, and what is told of what nothing undoes. */
export interface Undoing {
  readonly intents: readonly ResolvedIntent[];
  readonly told: readonly Told[];
}

/** Clocks may differ by so much. */
const CLOCKS_DIFFER_MS = 60_000;
/** So that nothing more is destroyed on the way back (T8). */
const EVERYTHING: readonly Inclusion[] = ['confidential', 'raw-data'];

const nothing = (why: UndoReason): Undoing => ({ intents: [], told: [{ why, who: null, wish: null }] });

/** What undoes a step about a transfer, by what has become of it since (T3, T6). */
export function undoTransfer(step: Step, then: TransfersThen): Undoing {
  const { intent } = step;
  switch (intent.action) {
    case 'transfer.send': {
      const fate = sentBy(intent, intent.record, then).at(-1);
      return fate ? sent(step, intent, fate, then) : nothing({ reason: 'gone' });
    }
    case 'transfer.send-hidden':
      return all(sentHidden(intent, then).map((fate) => sent(step, intent, fate, then)));
    case 'transfer.reassign':
      return reassigned(step, intent, then);
    case 'transfer.accept': {
      const fate = then.fates.find(({ id }) => id === intent.transfer);
      return fate ? accepted(step, fate, then) : nothing({ reason: 'gone' });
    }
    case 'transfer.decline':
    case 'transfer.cancel':
      return sentAgain(intent, then);
    default:
      return { intents: [], told: [] };
  }
}

const all = (parts: readonly Undoing[]): Undoing =>
  parts.length === 0
    ? nothing({ reason: 'gone' })
    : { intents: parts.flatMap(({ intents }) => intents), told: parts.flatMap(({ told }) => told) };

type Sending = ResolvedOf<'transfer.send'> | ResolvedOf<'transfer.send-hidden'>;

const sameTerms = (one: Pick<SeenTransfer, 'include' | 'keepCopy'>, other: typeof one): boolean =>
  one.keepCopy === other.keepCopy && [...one.include].sort().join() === [...other.include].sort().join();

/** The transfers of a record that were sent by whoever sent it, on the same terms; reassigned or not. */
const sentBy = (intent: ResolvedOf<'transfer.send'>, record: Id, { fates }: TransfersThen): TransferFate[] =>
  fates.filter((fate) => fate.record === record && fate.sentBy === intent.actor && sameTerms(fate, intent));

/** A3: which they were is known by what was sent since the run began. */
const sentHidden = (intent: ResolvedOf<'transfer.send-hidden'>, { fates, since }: TransfersThen): TransferFate[] =>
  fates.filter(
    (fate) =>
      fate.hidden &&
      fate.from === intent.from &&
      fate.sentBy === intent.actor &&
      sameTerms(fate, intent) &&
      Date.parse(fate.sentAt) >= since - CLOCKS_DIFFER_MS,
  );

const nameOf = ({ id, record }: TransferFate, { byRecord }: TransfersThen): Id => (byRecord ? record : id);

function sent(step: Step, { row, actor, to }: Sending, fate: TransferFate, then: TransfersThen): Undoing {
  if (fate.status === 'accepted') return accepted(step, fate, then);
  // T3: declined or cancelled, everybody is where they were.
  if (fate.status !== 'pending') return nothing({ reason: 'already' });
  if (fate.to !== to) return nothing({ reason: 'changed', by: [] });
  return { intents: [{ action: 'transfer.cancel', row, actor, transfer: nameOf(fate, then) }], told: [] };
}

function reassigned(step: Step, intent: ResolvedOf<'transfer.reassign'>, then: TransfersThen): Undoing {
  const { row, actor, transfer } = intent;
  const was = then.before.transfers.get(transfer);
  const fate = then.fates.find(({ id }) => id === transfer);
  if (!was || !fate) return nothing({ reason: 'gone' });
  if (fate.status === 'accepted') return accepted(step, fate, then);
  if (fate.status !== 'pending') return { intents: [], told: [bySender(was, row)] };
  if (fate.to === was.to) return nothing({ reason: 'already' });
  if (fate.to !== intent.to) return nothing({ reason: 'changed', by: [] });
  return { intents: [{ action: 'transfer.reassign', row, actor, transfer: nameOf(fate, then), to: was.to }], told: [] };
}

/** T3, T16: what has ended is sent anew, and only by whoever sent it is it sent in the same capacity. */
function sentAgain(
  intent: { readonly transfer: Id; readonly actor: Id; readonly row: number },
  then: TransfersThen,
): Undoing {
  const was = then.before.transfers.get(intent.transfer);
  if (!was) return nothing({ reason: 'gone' });
  const pending = then.fates.filter(({ record, status }) => record === was.record && status === 'pending').at(-1);
  if (pending)
    return nothing(
      pending.to === was.to && sameTerms(pending, was) ? { reason: 'already' } : { reason: 'changed', by: [] },
    );
  const told = bySender(was, intent.row);
  return was.sentBy === intent.actor && told.wish ? { intents: [told.wish], told: [] } : { intents: [], told: [told] };
}

const bySender = ({ sentBy: sender, record, to, include, keepCopy }: SeenTransfer, row: number): Told => ({
  why: { reason: 'sender' },
  who: sender,
  wish: { action: 'transfer.send', row, actor: sender, record, to, include, keepCopy },
});

/** T6: its new owner alone hands it back; what was destroyed stays so (T9, T11), a share they held ended. */
function accepted(step: Step, fate: TransferFate, then: TransfersThen): Undoing {
  const { record, from, to } = fate;
  const { row } = step;
  const isBack = then.fates.some(
    (other) => other.record === record && other.status === 'accepted' && other.from === to && other.to === from,
  );
  const back: ResolvedIntent = {
    action: 'transfer.send',
    row,
    actor: to,
    record,
    to: from,
    include: EVERYTHING,
    keepCopy: false,
  };
  const handsBack: Told = isBack
    ? { why: { reason: 'already' }, who: null, wish: null }
    : { why: { reason: 'accepted' }, who: to, wish: back };
  return { intents: [], told: [handsBack, ...destroyedBy(step, record, then), ...endedShare(step, fate, then)] };
}

function destroyedBy({ row }: Step, record: Id, { effects }: TransfersThen): Told[] {
  const theirs = effects.filter(
    ({ rows, resource }) => rows.includes(row) && (resource === null || resource.id === record),
  );
  const items = theirs.flatMap(({ kind, item, count }) => (kind === 'deletion' ? [{ item, count }] : []));
  const cancelled = theirs.find(({ kind }) => kind === 'appointment-cancellation');
  if (items.length === 0 && !cancelled) return [];
  const why: UndoReason = { reason: 'destroyed', items, appointments: cancelled ? cancelled.count : 0 };
  return [{ why, who: null, wish: null }];
}

function endedShare({ row }: Step, { record: id, from, to }: TransferFate, { before }: TransfersThen): Told[] {
  const record = before.state.records.get(id);
  const grantee = { type: 'member', id: to } as const;
  const held = record && shareOf(record, grantee);
  if (!held) return [];
  const { level, requireApproval } = held;
  const wish: ResolvedIntent = { action: 'share.set', row, actor: from, record: id, grantee, level, requireApproval };
  return [{ why: { reason: 'share-ended' }, who: from, wish }];
}
