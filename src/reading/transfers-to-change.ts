import type { Reader } from '../api/index.ts';
import { listTransfers, type Transfer } from '../contract/transfers.ts';
import { throwAll } from '../failures/failure.ts';
import { groupBy } from '../model/collections.ts';
import type { Id } from '../model/organization.ts';
import { UNSEEN } from '../model/references.ts';
import type { SeenTransfer } from '../model/snapshot.ts';
import { type Asker, actAsOf, selfOf } from './asker.ts';
import type { Named } from './members.ts';
import { type ActorsRecord, findRecords } from './records.ts';
import { all } from './take.ts';
import { unknownTransfer } from './transfers.ts';

/** A transfer somebody named: what its actor sees of it, who that is, and its record, where they see it. */
export interface TransferToChange {
  /** Begins with `UNSEEN` where the actor sees no more than that one is pending (T17). */
  readonly id: Id;
  readonly wire: Transfer | null;
  readonly actor: Id;
  readonly record: ActorsRecord | null;
}

/**
 * Transfers by their id, or by the number or id of their record: of several the one that is pending, else the last.
 * Seen by those on whose behalf psyctl acts: under `--as owner` the owners of their records. The map is keyed by what
 * was written. Throws an `unknown-transfer` for each nobody sees, with the nearest.
 */
export async function transfersToChange(
  reader: Reader,
  asker: Asker,
  names: readonly Named[],
): Promise<Map<string, TransferToChange>> {
  const texts = [...new Set(names.map(({ text }) => text))];
  if (texts.length === 0) return new Map();
  const listed = await all(reader.listByFilter(listTransfers, 'id', texts, actAsOf(asker)));
  const byId = new Map(listed.map((transfer) => [transfer.id, transfer]));
  const rest = texts.filter((text) => !byId.has(text));
  const records = await findRecords(
    reader,
    asker,
    [...rest, ...listed.map(({ record }) => record.id)].map((text) => ({ text, place: {} })),
  );
  const latest = await latestOf(
    reader,
    asker,
    rest.flatMap((text) => records.get(text) ?? []),
  );
  const found = new Map<string, TransferToChange>();
  for (const text of texts) {
    const wire = byId.get(text);
    const one = wire ? named(wire, records.get(wire.record.id), asker) : ofRecord(records.get(text), latest);
    if (one) found.set(text, one);
  }
  const missing = names.filter(({ text }) => !found.has(text));
  throwAll(await Promise.all(missing.map((name) => unknownTransfer(reader, asker, name, records.get(name.text)))));
  return found;
}

function named(wire: Transfer, record: ActorsRecord | undefined, asker: Asker): TransferToChange {
  const actor = asker.acting.as === 'owner' ? wire.from.id : selfOf(asker);
  return { id: wire.id, wire, actor, record: record ?? null };
}

/** The transfer of a record; one that is there but can't be seen; nothing where there never was any. */
function ofRecord(record: ActorsRecord | undefined, latest: ReadonlyMap<Id, Transfer>): TransferToChange | null {
  if (!record) return null;
  const wire = latest.get(record.wire.id) ?? null;
  if (wire) return { id: wire.id, wire, actor: record.actor, record };
  const none = record.wire.pendingTransfer === null;
  return none ? null : { id: UNSEEN + record.wire.id, wire, actor: record.actor, record };
}

/** By record, the transfer that is pending, else the last one, as each record's actor sees it. */
async function latestOf(
  reader: Reader,
  asker: Asker,
  records: readonly ActorsRecord[],
): Promise<ReadonlyMap<Id, Transfer>> {
  const groups = groupBy(records, ({ actor }) => actor);
  const lists = await Promise.all(
    [...groups].map(([actor, theirs]) => {
      const ids = theirs.map(({ wire }) => wire.id);
      return all(reader.listByFilter(listTransfers, 'record', ids, asWhom(actor, theirs, asker)));
    }),
  );
  const latest = new Map<Id, Transfer>();
  for (const transfer of lists.flat()) {
    if (latest.get(transfer.record.id)?.status !== 'pending') latest.set(transfer.record.id, transfer);
  }
  return latest;
}

/** Nobody acts for an owner who isn't active: then psyctl asks for itself. */
function asWhom(actor: Id, records: readonly ActorsRecord[], { me }: Asker): { actAs?: Id } {
  return actor === me.id || records.some(({ inactive }) => inactive) ? {} : { actAs: actor };
}

/** What is pending of some records: the terms of their transfers, as each record's actor sees them (T17). */
export async function pendingOf(
  reader: Reader,
  asker: Asker,
  records: readonly ActorsRecord[],
): Promise<readonly Transfer[]> {
  const waiting = records.filter(({ wire }) => wire.pendingTransfer?.id !== undefined);
  const groups = [...groupBy(waiting, ({ actor }) => actor)];
  const lists = await Promise.all(
    groups.map(([actor, theirs]) => {
      const ids = theirs.flatMap(({ wire }) => wire.pendingTransfer?.id ?? []);
      return all(reader.listByFilter(listTransfers, 'id', ids, asWhom(actor, theirs, asker)));
    }),
  );
  return lists.flat();
}

/** What goes away from some members, as whoever asks sees it (T17): who is to take over may be leaving too. */
export async function pendingFrom(reader: Reader, asker: Asker, members: readonly Id[]): Promise<readonly Transfer[]> {
  const query = { status: ['pending' as const] };
  return await all(reader.listByFilter(listTransfers, 'from', members, { query, ...actAsOf(asker) }));
}

/** A transfer as the model has it. */
export const seenTransfer = ({ id, record, from, to, sentBy, capacity, ...rest }: Transfer): SeenTransfer => ({
  id,
  record: record.id,
  from: from.id,
  to: to.id,
  sentBy: sentBy.id,
  capacity,
  include: rest.include,
  keepCopy: rest.keepCopy,
  status: rest.status,
  etag: rest.etag ?? null,
});
