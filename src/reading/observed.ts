import type { Reader } from '../api/index.ts';
import { listAccess, type Access as WireAccess } from '../contract/access.ts';
import { groupBy } from '../model/collections.ts';
import type { Id } from '../model/organization.ts';
import { all } from './take.ts';

/** What the API says somebody reaches of a resource. */
export type ObservedAccess = WireAccess;

/** The ways in that show who else reaches a record (S10, O4); an archived copy, a transfer or a manager's role don't. */
const SEES_EVERYONE: ReadonlySet<string> = new Set(['owner', 'share', 'team', 'coordinator']);

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
    const own = byMember.get(actorOf.get(record) ?? '');
    // Whoever doesn't see the whole list (any more) is told of themself at most (T10): that list proves nothing.
    if (own?.paths.some((path) => path.state === 'active' && SEES_EVERYONE.has(path.kind))) seen.set(record, byMember);
  }
  return seen;
}
