import type { Reader } from '../api/index.ts';
import { listAccess, type Access as WireAccess } from '../contract/access.ts';
import { groupBy } from '../model/collections.ts';
import type { Id } from '../model/organization.ts';
import { all } from './take.ts';

/** What the API says somebody reaches of a resource. */
export type ObservedAccess = WireAccess;

/**
 * Who reaches some records, as their actors see it: by record, then by member. A record its actor no longer sees is
 * left out: about it nothing is known, which is not "nobody".
 */
export async function observeRecords(
  reader: Reader,
  actorOf: ReadonlyMap<Id, Id>,
  self: Id,
): Promise<Map<Id, Map<Id, ObservedAccess>>> {
  const byActor = groupBy(actorOf.keys(), (record) => actorOf.get(record) ?? self);
  const lists = await Promise.all(
    [...byActor].map(([actor, records]) =>
      all(reader.listByFilter(listAccess, 'record', records, actor === self ? {} : { actAs: actor })),
    ),
  );
  const seen = new Map<Id, Map<Id, ObservedAccess>>();
  for (const [record, rows] of groupBy(lists.flat(), (row) => row.resource.id)) {
    const byMember = new Map(rows.flatMap((row) => (row.member ? [[row.member.id, row] as const] : [])));
    // Whoever may ask who reaches a record reaches it too: without them, the list is not the whole.
    if (byMember.has(actorOf.get(record) ?? '')) seen.set(record, byMember);
  }
  return seen;
}
