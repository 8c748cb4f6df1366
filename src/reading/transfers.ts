import type { Reader } from '../api/index.ts';
import type { Record as WireRecord } from '../contract/records.ts';
import { listTransfers, type Transfer } from '../contract/transfers.ts';
import { Failure, throwAll } from '../failures/failure.ts';
import { groupBy } from '../model/collections.ts';
import type { Id } from '../model/organization.ts';
import { type Asker, actAsOf, selfOf } from './asker.ts';
import type { SeenBy } from './behalf.ts';
import { findMembers, type Named } from './members.ts';
import { nearest } from './nearest.ts';
import { type ActorsRecord, findRecords, nearestNumbers, unknownRecord } from './records.ts';
import { all, takeUpTo } from './take.ts';

/** A transfer as its actor sees it, and who that actor is: its record's owner under `--as owner`. */
export type ActorsTransfer = SeenBy<Transfer>;

/** How many transfers are looked through for what somebody may have meant. */
const LOOKED_THROUGH = 2000;
/** How many that have ended are named where none is pending. */
const ENDED_NAMED = 3;

/**
 * Transfers by id, whatever became of them, or by the number or id of the record that waits for one (T3: at most one),
 * as those see them on whose behalf psyctl acts, asked for a hundred at a time. The map is keyed by what was written.
 * Throws together an `unknown-transfer` for each not found: with the ended ones where a record waits for none, and
 * saying so where one is pending that can't be seen (T17).
 */
export async function resolveTransfers(
  reader: Reader,
  asker: Asker,
  names: readonly Named[],
): Promise<Map<string, ActorsTransfer>> {
  const texts = [...new Set(names.map(({ text }) => text))];
  const byId = await all(reader.listByFilter(listTransfers, 'id', texts, actAsOf(asker)));
  const found = new Map(byId.map((wire) => [wire.id, { wire, actor: selfOf(asker) }]));
  const others = names.filter(({ text }) => !found.has(text));
  const records = await findRecords(reader, asker, others);
  for (const [text, transfer] of await pendingOn(reader, asker, others, records)) found.set(text, transfer);
  const missing = others.filter(({ text }) => !found.has(text));
  throwAll(await Promise.all(missing.map((name) => unknownTransfer(reader, asker, name, records.get(name.text)))));
  return found;
}

/**
 * The ids of records by number or id, for a filter; T17: of a record whose transfers alone are seen, its id will do.
 * Throws an `unknown-record` for each other.
 */
export async function recordIdsOf(reader: Reader, asker: Asker, names: readonly Named[]): Promise<Id[]> {
  const records = await findRecords(reader, asker, names);
  const hidden = names.filter(({ text }) => !records.has(text));
  const ids = hidden.map(({ text }) => text);
  const transfers = await all(reader.listByFilter(listTransfers, 'record', ids, actAsOf(asker)));
  const known = new Set(transfers.map(({ record }) => record.id));
  const missing = hidden.filter(({ text }) => !known.has(text));
  throwAll(await Promise.all(missing.map((name) => unknownRecord(reader, asker, name))));
  return [...[...records.values()].map(({ wire }) => wire.id), ...known];
}

/** The pending transfers of records, by what was written; a text that stands for no record seen may be one's id. */
async function pendingOn(
  reader: Reader,
  asker: Asker,
  names: readonly Named[],
  records: ReadonlyMap<string, ActorsRecord>,
): Promise<Map<string, ActorsTransfer>> {
  const wanted = names.map(({ text }) => {
    const record = records.get(text);
    return { text, id: record?.wire.id ?? text, actor: record?.actor ?? selfOf(asker) };
  });
  const idsByActor = groupBy(wanted, ({ actor }) => actor);
  const active = await whoCanBeActedFor(reader, asker, [...idsByActor.keys()]);
  const lists = await Promise.all(
    [...idsByActor].map(async ([actor, theirs]) => {
      const ids = theirs.map(({ id }) => id);
      const request = { query: { status: ['pending' as const] }, ...onBehalf(asker, actor, active) };
      const transfers = await all(reader.listByFilter(listTransfers, 'record', ids, request));
      return transfers.map((wire): ActorsTransfer => ({ wire, actor }));
    }),
  );
  const byRecord = new Map(lists.flat().map((transfer) => [transfer.wire.record.id, transfer]));
  return new Map(
    wanted.flatMap(({ text, id }) => {
      const transfer = byRecord.get(id);
      return transfer ? [[text, transfer] as const] : [];
    }),
  );
}

/** A1: nobody can act for a record's owner who isn't active; then it is asked on whose behalf all is. */
const onBehalf = (asker: Asker, actor: Id, active: ReadonlySet<Id>): { actAs?: Id } =>
  active.has(actor) ? { actAs: actor } : actAsOf(asker);

async function whoCanBeActedFor(reader: Reader, { acting, me }: Asker, owners: readonly Id[]): Promise<Set<Id>> {
  if (acting.as !== 'owner') return new Set();
  const others = owners.filter((id) => id !== me.id);
  const { found } = await findMembers(
    reader,
    others.map((text) => ({ text, place: {} })),
  );
  return new Set([...found.values()].filter(({ status }) => status === 'active').map(({ id }) => id));
}

/** The failure that says there is no such transfer: with the ended ones of a record that waits for none. */
export async function unknownTransfer(
  reader: Reader,
  asker: Asker,
  { text, place }: Named,
  record: ActorsRecord | undefined,
): Promise<Failure> {
  if (!record) {
    const near = [...(await nearestTransfers(reader, asker, text)), ...(await nearestNumbers(reader, asker, text))];
    return new Failure('unknown-transfer', { text, nearest: [...new Set(near)], record: 'unknown', ended: [] }, place);
  }
  const { wire, actor } = record;
  const query = { record: [wire.id] };
  const active = await whoCanBeActedFor(reader, asker, [actor]);
  const known = await all(reader.list(listTransfers, { query, ...onBehalf(asker, actor, active) }));
  const ended = known.slice(-ENDED_NAMED).map(({ id, status }) => ({ id, status }));
  return new Failure('unknown-transfer', { text: wire.number, nearest: [], record: waiting(wire), ended }, place);
}

/** What is seen of a record tells whether it waits for a transfer, or not even that (A2). */
function waiting({ pendingTransfer }: WireRecord): 'waits' | 'waits-for-none' | 'unseen' {
  if (pendingTransfer === undefined) return 'unseen';
  return pendingTransfer === null ? 'waits-for-none' : 'waits';
}

async function nearestTransfers(reader: Reader, asker: Asker, text: string): Promise<string[]> {
  const query = { status: ['pending' as const] };
  const pending = await takeUpTo(LOOKED_THROUGH, reader.list(listTransfers, { query, ...actAsOf(asker) }));
  return nearest(
    text,
    pending.flatMap(({ id, record }) => [id, record.number ?? []].flat()),
  );
}
