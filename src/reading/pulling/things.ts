import type { Reader } from '../../api/index.ts';
import { type Access, listAccess } from '../../contract/access.ts';
import { MAX_FILTER_VALUES } from '../../contract/common.ts';
import { listRecords, type Record as WireRecord } from '../../contract/records.ts';
import { listSpaces, type Space } from '../../contract/spaces.ts';
import { listTransfers } from '../../contract/transfers.ts';
import { byId, groupBy } from '../../model/collections.ts';
import type { Id } from '../../model/organization.ts';
import type { Asker } from '../asker.ts';
import type { Standing } from '../diagnosis/standing.ts';
import { all } from '../take.ts';
import type { Known } from './known.ts';

/** A record or a space as it was found: itself, as far as it is seen, and who reaches it, where that was asked. */
export type Thing =
  | {
      readonly type: 'record';
      readonly id: Id;
      readonly number: string;
      readonly wire: WireRecord | undefined;
      readonly rows: readonly Access[];
    }
  | { readonly type: 'space'; readonly id: Id; readonly wire: Space | undefined; readonly rows: readonly Access[] };

/**
 * Every record and space there is for whoever asks, as they are read: for an administrator all of them (O11), under
 * `--as owner` as their owners see them (A1), else those one has a way to (A2).
 */
export async function* things(
  reader: Reader,
  asker: Asker,
  standing: Standing,
  known: Known,
): AsyncGenerator<Thing, void> {
  const everybody = [...known.members.values()];
  if (asker.acting.as === 'owner') {
    const active = everybody.filter(({ status }) => status === 'active');
    for (const { id } of active) yield* owned(reader, id, id === asker.me.id ? {} : { actAs: id }, known);
    const others = everybody.filter(({ status }) => status !== 'active');
    yield* reached(
      reader,
      standing,
      known,
      others.map(({ id }) => id),
    );
  } else if (standing.administrator) yield* reached(reader, standing, known, [...known.members.keys()]);
  else yield* seen(reader, standing);
}

/** Of a record whose shares aren't shown to whoever asks (T10), their own ways in are. */
async function* seen(reader: Reader, { id, actAs }: Standing): AsyncGenerator<Thing, void> {
  for await (const { items } of reader.pages(listRecords, actAs)) {
    const unshown = items.filter(({ shares }) => shares === undefined).map((wire) => wire.id);
    const own = await all(reader.listByFilter(listAccess, 'record', unshown, { query: { member: [id] }, ...actAs }));
    const rows = groupBy(own, ({ resource }) => resource.id);
    for (const wire of items) yield ofRecord(wire, rows.get(wire.id));
  }
  for await (const wire of reader.list(listSpaces, actAs)) yield { type: 'space', id: wire.id, wire, rows: [] };
}

/** What one member owns or created, as they see it. */
async function* owned(
  reader: Reader,
  owner: Id,
  actAs: { readonly actAs?: Id },
  known: Known,
): AsyncGenerator<Thing, void> {
  const pending = { query: { status: ['pending' as const], from: [owner] }, ...actAs };
  for await (const transfer of reader.list(listTransfers, pending)) known.transfers.set(transfer.record.id, transfer);
  for await (const wire of reader.list(listRecords, { query: { owner: [owner] }, ...actAs })) yield ofRecord(wire);
  for await (const wire of reader.list(listSpaces, actAs))
    if (wire.creator.id === owner) yield { type: 'space', id: wire.id, wire, rows: [] };
}

const ofRecord = (wire: WireRecord, rows: readonly Access[] = []): Thing => ({
  type: 'record',
  id: wire.id,
  number: wire.number,
  wire,
  rows,
});

/** O11: what some members own or created, found by what they reach: each thing has one owner, whatever their status. */
async function* reached(
  reader: Reader,
  standing: Standing,
  known: Known,
  owners: readonly Id[],
): AsyncGenerator<Thing, void> {
  for (let at = 0; at < owners.length; at += MAX_FILTER_VALUES) {
    const chunk = owners.slice(at, at + MAX_FILTER_VALUES);
    const query = { member: chunk, ifActive: 'true' as const };
    for await (const { items } of reader.pages(listAccess, { query, ...standing.actAs })) {
      const theirs = items.filter(({ paths }) => paths.some(begins)).map(({ resource }) => resource);
      for (let from = 0; from < theirs.length; from += MAX_FILTER_VALUES)
        yield* whoReaches(reader, standing, known, theirs.slice(from, from + MAX_FILTER_VALUES));
    }
  }
}

const begins = ({ kind }: Access['paths'][number]): boolean => kind === 'owner' || kind === 'creator';

async function* whoReaches(
  reader: Reader,
  { actAs }: Standing,
  { members, teams }: Known,
  resources: readonly Access['resource'][],
): AsyncGenerator<Thing, void> {
  const ids = (type: 'record' | 'space') => resources.filter((one) => one.type === type).map(({ id }) => id);
  const [records, spaces] = [ids('record'), ids('space')];
  const about = { ...(records.length > 0 && { record: records }), ...(spaces.length > 0 && { space: spaces }) };
  const [ofMembers, ofTeams, seenRecords, seenSpaces] = await Promise.all([
    all(reader.listByFilter(listAccess, 'member', members.keys(), { query: { ...about, ifActive: 'true' }, ...actAs })),
    all(reader.listByFilter(listAccess, 'team', teams.keys(), { query: about, ...actAs })),
    all(reader.listByFilter(listRecords, 'id', records, actAs)),
    all(reader.listByFilter(listSpaces, 'id', spaces, actAs)),
  ]);
  const rows = groupBy([...ofMembers, ...ofTeams], ({ resource }) => `${resource.type}:${resource.id}`);
  const [wireRecords, wireSpaces] = [byId(seenRecords), byId(seenSpaces)];
  for (const { type, id, number } of resources) {
    const theirs = rows.get(`${type}:${id}`) ?? [];
    if (type === 'space') yield { type, id, wire: wireSpaces.get(id), rows: theirs };
    else yield { type, id, number: number ?? id, wire: wireRecords.get(id), rows: theirs };
  }
}
