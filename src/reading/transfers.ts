import type { Reader } from '../api/index.ts';
import { listTransfers, type Transfer } from '../contract/transfers.ts';
import { Failure, throwAll } from '../failures/failure.ts';
import { groupBy } from '../model/collections.ts';
import type { Id } from '../model/organization.ts';
import { UNSEEN } from '../model/references.ts';
import type { SeenTransfer } from '../model/snapshot.ts';
import { type Asker, actAsOf } from './asker.ts';
import type { Named } from './members.ts';
import { nearest } from './nearest.ts';
import { type ActorsRecord, findRecords } from './records.ts';
import { all, takeUpTo } from './take.ts';

/** A transfer somebody named: what its actor sees of it, who that is, and its record, where they see it. */
export interface ActorsTransfer {
  /** Begins with `UNSEEN` where the actor sees no more than that one is pending (T17). */
  readonly id: Id;
  readonly wire: Transfer | null;
  readonly actor: Id;
  readonly record: ActorsRecord | null;
}

/** How many transfers are looked through for what somebody may have meant. */
const LOOKED_THROUGH = 2000;

/**
 * Transfers by their id, or by the number or id of their record: of several the one that is pending, else the last.
 * Seen by those on whose behalf psyctl acts: under `--as owner` the owners of their records. The map is keyed by what
 * was written. Throws an `unknown-transfer` for each nobody sees, with the nearest.
 */
export async function resolveTransfers(
  reader: Reader,
  asker: Asker,
  names: readonly Named[],
): Promise<Map<string, ActorsTransfer>> {
  const texts = [...new Set(names.map(({ text }) => text))];
  if (texts.length === 0) return new Map();
  const listed = await all(reader.listByFilter(listTransfers, 'id', texts, actAsOf(asker)));
  const byId = new Map(listed.map((transfer) => [transfer.id, transfer]));
  const rest = texts.filter((text) => !byId.has(text));
  const records = await findRecords(reader, asker, [...rest, ...listed.map(({ record }) => record.id)]);
  const latest = await latestOf(
    reader,
    asker,
    rest.flatMap((text) => records.get(text) ?? []),
  );
  const found = new Map<string, ActorsTransfer>();
  for (const text of texts) {
    const wire = byId.get(text);
    const one = wire ? named(wire, records.get(wire.record.id), asker) : ofRecord(records.get(text), latest);
    if (one) found.set(text, one);
  }
  const missing = names.filter(({ text }) => !found.has(text));
  if (missing.length > 0) throwAll(await unknown(reader, asker, missing));
  return found;
}

const myself = ({ me, acting }: Asker): Id => (acting.as === 'member' ? acting.id : (me.actingAs?.id ?? me.id));

function named(wire: Transfer, record: ActorsRecord | undefined, asker: Asker): ActorsTransfer {
  const actor = asker.acting.as === 'owner' ? wire.from.id : myself(asker);
  return { id: wire.id, wire, actor, record: record ?? null };
}

/** The transfer of a record; one that is there but can't be seen; nothing where there never was any. */
function ofRecord(record: ActorsRecord | undefined, latest: ReadonlyMap<Id, Transfer>): ActorsTransfer | null {
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

async function unknown(reader: Reader, asker: Asker, missing: readonly Named[]): Promise<Failure[]> {
  const query = { status: ['pending' as const] };
  const pending = await takeUpTo(LOOKED_THROUGH, reader.list(listTransfers, { query, ...actAsOf(asker) }));
  const known = pending.flatMap(({ id, record }) => [id, ...(record.number === undefined ? [] : [record.number])]);
  return missing.map(({ text, place }) => {
    return new Failure('unknown-transfer', { text, nearest: nearest(text, known) }, place);
  });
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
