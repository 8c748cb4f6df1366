import type { Reader } from '../api/index.ts';
import { MAX_FILTER_VALUES } from '../contract/common.ts';
import { listRecords, type Share, type Record as WireRecord } from '../contract/records.ts';
import { Failure, throwAll } from '../failures/failure.ts';
import { theFirstOf } from '../model/collections.ts';
import type { Id } from '../model/organization.ts';
import { type Asker, actAsOf, selfOf } from './asker.ts';
import { type SeenBy, seenByOwners } from './behalf.ts';
import type { Named } from './members.ts';
import { nearest, slipsOf } from './nearest.ts';
import { all } from './take.ts';

/** A record as its actor sees it, and who that actor is: the owner under `--as owner`, the same for all otherwise. */
export type ActorsRecord = SeenBy<WireRecord>;

/**
 * Records by number or id, as those see them on whose behalf psyctl acts, asked for a hundred at a time. The map is
 * keyed by what was written. A record no way leads to is unknown (A2): throws an `unknown-record` for each, with the
 * nearest numbers.
 */
export async function resolveRecords(
  reader: Reader,
  asker: Asker,
  names: readonly Named[],
): Promise<Map<string, ActorsRecord>> {
  const found = await findRecords(reader, asker, names);
  const missing = names.filter(({ text }) => !found.has(text));
  throwAll(await Promise.all(missing.map((name) => unknownRecord(reader, asker, name))));
  return found;
}

/** The same, without the throwing: what wasn't found is not in the map. */
export async function findRecords(
  reader: Reader,
  asker: Asker,
  names: readonly Named[],
): Promise<Map<string, ActorsRecord>> {
  const alike = sharingPeople();
  const found = await find(reader, asker, [...new Set(names.map(({ text }) => text))], alike);
  const actor = selfOf(asker);
  if (asker.acting.as !== 'owner') return new Map([...found].map(([text, wire]) => [text, { wire, actor }]));
  const seen = await seenByOwners(
    reader,
    [...found.values()],
    (record) => record.owner?.id,
    async (ids, owner) => (await all(reader.listByFilter(listRecords, 'id', ids, { actAs: owner }))).map(alike),
  );
  return new Map([...found].map(([text, wire]) => [text, seen.get(wire.id) ?? { wire, actor }]));
}

async function find(
  reader: Reader,
  asker: Asker,
  texts: readonly string[],
  alike: (record: WireRecord) => WireRecord,
): Promise<Map<string, WireRecord>> {
  const found = new Map<string, WireRecord>();
  const as = actAsOf(asker);
  for (const record of await all(reader.listByFilter(listRecords, 'number', texts, as)))
    found.set(record.number, alike(record));
  const ids = texts.filter((text) => !found.has(text));
  for (const record of await all(reader.listByFilter(listRecords, 'id', ids, as))) found.set(record.id, alike(record));
  return found;
}

/** Of many records, those who own and share them are few: each is held once. */
function sharingPeople(): (record: WireRecord) => WireRecord {
  const owner = theFirstOf<NonNullable<WireRecord['owner']>, Id>(({ id }) => id);
  const grantee = theFirstOf<Share['grantee'], string>(({ type, id }) => `${type} ${id}`);
  return (record) => ({
    ...record,
    ...(record.owner && { owner: owner(record.owner) }),
    ...(record.shares && { shares: record.shares.map((share) => ({ ...share, grantee: grantee(share.grantee) })) }),
  });
}

/** The failure that says there is no such record, with the numbers nearest to what was written. */
export async function unknownRecord(reader: Reader, asker: Asker, { text, place }: Named): Promise<Failure> {
  return new Failure('unknown-record', { text, nearest: await nearestNumbers(reader, asker, text) }, place);
}

/** Of the records the asker has a way to, the numbers that somebody may have meant, nearest first. */
export async function nearestNumbers(reader: Reader, asker: Asker, text: string): Promise<string[]> {
  const slips = slipsOf(text, MAX_FILTER_VALUES);
  const known = await all(reader.listByFilter(listRecords, 'number', slips, actAsOf(asker)));
  const numbers = known.map((record) => record.number);
  return nearest(text, numbers);
}

/** The numbers of records by their ids, as far as they are seen. */
export async function numbersOf(reader: Reader, ids: Iterable<Id>, as: { actAs?: Id }): Promise<Map<Id, string>> {
  const records = await all(reader.listByFilter(listRecords, 'id', ids, as));
  return new Map(records.map(({ id, number }) => [id, number]));
}
