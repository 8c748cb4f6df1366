import type { Reader } from '../api/index.ts';
import { MAX_FILTER_VALUES } from '../contract/common.ts';
import { listRecords, type Record as WireRecord } from '../contract/records.ts';
import { Failure, throwAll } from '../failures/failure.ts';
import { groupBy } from '../model/collections.ts';
import type { Id } from '../model/organization.ts';
import { type Asker, actAsOf } from './asker.ts';
import { findMembers, type Named } from './members.ts';
import { nearest, slipsOf } from './nearest.ts';
import { all } from './take.ts';

/** A record as its actor sees it, and who that actor is: the owner under `--as owner`, the same for all otherwise. */
export interface ActorsRecord {
  readonly wire: WireRecord;
  readonly actor: Id;
  /** Whether the actor is an owner who isn't active: nobody can act for them (A1). */
  readonly inactive?: true;
}

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
  const found = await findRecords(
    reader,
    asker,
    names.map(({ text }) => text),
  );
  const missing = names.filter(({ text }) => !found.has(text));
  throwAll(await Promise.all(missing.map((name) => unknownRecord(reader, asker, name))));
  return found;
}

/** The same, without the throwing: what was found. */
export async function findRecords(
  reader: Reader,
  asker: Asker,
  texts: readonly string[],
): Promise<Map<string, ActorsRecord>> {
  const found = await find(reader, asker, [...new Set(texts)]);
  const myself = asker.acting.as === 'member' ? asker.acting.id : asker.me.id;
  if (asker.acting.as !== 'owner') {
    return new Map([...found].map(([text, wire]) => [text, { wire, actor: myself }]));
  }
  const seen = await seenByOwners(reader, [...found.values()]);
  return new Map([...found].map(([text, wire]) => [text, seen.get(wire.id) ?? { wire, actor: myself }]));
}

async function find(reader: Reader, asker: Asker, texts: readonly string[]): Promise<Map<string, WireRecord>> {
  const found = new Map<string, WireRecord>();
  const as = actAsOf(asker);
  for (const record of await all(reader.listByFilter(listRecords, 'number', texts, as)))
    found.set(record.number, record);
  const ids = texts.filter((text) => !found.has(text));
  for (const record of await all(reader.listByFilter(listRecords, 'id', ids, as))) found.set(record.id, record);
  return found;
}

/** A1: with `act-as` a number leads to its owner; what the owner sees is then asked on the owner's behalf. */
async function seenByOwners(reader: Reader, records: readonly WireRecord[]): Promise<Map<Id, ActorsRecord>> {
  const byOwner = groupBy(
    records.filter((record) => record.owner !== undefined),
    (record) => record.owner?.id ?? '',
  );
  const owners = await findMembers(
    reader,
    [...byOwner.keys()].map((text) => ({ text, place: {} })),
  );
  const groups = await Promise.all(
    [...byOwner].map(async ([owner, theirs]) => {
      // Nobody can act for a member who isn't active: such a record stays as little known as it is.
      const active = owners.found.get(owner.toLowerCase())?.status === 'active';
      const ids = theirs.map((record) => record.id);
      const seen = active ? await all(reader.listByFilter(listRecords, 'id', ids, { actAs: owner })) : theirs;
      return seen.map((wire): ActorsRecord => ({ wire, actor: owner, ...(active ? {} : { inactive: true }) }));
    }),
  );
  return new Map(groups.flat().map((record) => [record.wire.id, record]));
}

async function unknownRecord(reader: Reader, asker: Asker, { text, place }: Named): Promise<Failure> {
  const slips = slipsOf(text, MAX_FILTER_VALUES);
  const known = await all(reader.listByFilter(listRecords, 'number', slips, actAsOf(asker)));
  const numbers = known.map((record) => record.number);
  return new Failure('unknown-record', { text, nearest: nearest(text, numbers) }, place);
}
