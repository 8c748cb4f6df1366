import type { Reader } from '../api/index.ts';
import type { Id } from '../model/organization.ts';
import type { SeenTransfer } from '../model/snapshot.ts';
import type { Asker } from './asker.ts';
import type { ResolvedNames } from './resolve.ts';
import { pendingFrom, pendingOf, seenTransfer } from './transfers-to-change.ts';

/**
 * The transfers a plan rests on: those named; where records are sent, those they wait for already (T3), and what goes
 * away from the recipients themselves. Nothing is read where no row is about a transfer.
 */
export async function readTransfers(
  reader: Reader,
  asker: Asker,
  { intents, records, transfers }: ResolvedNames,
): Promise<readonly SeenTransfer[]> {
  const sent = new Set(intents.flatMap((intent) => (intent.action === 'transfer.send' ? [intent.record] : [])));
  const recipients = new Set(intents.flatMap((intent) => ('to' in intent ? [intent.to] : [])));
  const [waiting, away] = await Promise.all([
    pendingOf(
      reader,
      asker,
      records.filter(({ wire }) => sent.has(wire.id)),
    ),
    pendingFrom(reader, asker, [...recipients]),
  ]);
  const named = transfers.flatMap(({ wire }) => wire ?? []);
  const byId = new Map([...away, ...waiting, ...named].map((transfer) => [transfer.id, seenTransfer(transfer)]));
  return [...byId.values()];
}

/** Everyone some transfers are between. */
export const partiesOf = (transfers: readonly SeenTransfer[]): Id[] =>
  transfers.flatMap(({ from, to, sentBy }) => [from, to, sentBy]);
