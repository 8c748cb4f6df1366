import type { Reader } from '../api/index.ts';
import { listAccess, type Access as WireAccess } from '../contract/access.ts';
import { Failure } from '../failures/failure.ts';
import { groupBy } from '../model/collections.ts';
import type { Id } from '../model/organization.ts';
import { type Resource, resourceKey } from '../model/resources.ts';
import { all } from './take.ts';

/** What the API says somebody reaches of a resource. */
export type ObservedAccess = WireAccess;

/** By member, then by `resourceKey`, or the other way round. */
export type Observed = Map<string, Map<string, ObservedAccess>>;

/** Something to be looked at, and by whom. */
export interface Watched {
  readonly resource: Resource;
  readonly actor: Id;
}

/** The ways in that show who else reaches a resource (S10, O4); an archived copy, a transfer or a manager's role don't. */
const SEES_EVERYONE: ReadonlySet<string> = new Set(['owner', 'creator', 'share', 'team', 'coordinator']);

/**
 * Who reaches some records and spaces, as their actors see it: by `resourceKey`, then by member. One its actor no
 * longer sees is left out, or whose actor nobody acts for any more (A1): about it nothing is known, which is not "nobody".
 */
export async function observeResources(reader: Reader, watched: readonly Watched[], self: Id): Promise<Observed> {
  const actors = new Map(watched.map(({ resource, actor }) => [resourceKey(resource), actor]));
  const groups = groupBy(watched, ({ resource, actor }) => `${resource.type} ${actor}`);
  const lists = await Promise.all(
    [...groups.values()].map((group) => {
      const [{ resource, actor }] = group as [Watched];
      const filter = resource.type === 'space' ? ('space' as const) : ('record' as const);
      const ids = group.map((one) => one.resource.id);
      return seenBy(reader, filter, ids, actor === self ? {} : { actAs: actor });
    }),
  );
  const seen: Observed = new Map();
  for (const [key, rows] of groupBy(lists.flat(), ({ resource }) => resourceKey(resource))) {
    const byMember = new Map(rows.flatMap((row) => (row.member ? [[row.member.id, row] as const] : [])));
    const own = byMember.get(actors.get(key) ?? '');
    // Whoever doesn't see the whole list (any more) is told of themself at most (T10): that list proves nothing.
    if (own?.paths.some((path) => path.state === 'active' && SEES_EVERYONE.has(path.kind))) seen.set(key, byMember);
  }
  return seen;
}

async function seenBy(
  reader: Reader,
  filter: 'record' | 'space',
  ids: readonly Id[],
  as: { readonly actAs?: Id },
): Promise<ObservedAccess[]> {
  try {
    return await all(reader.listByFilter(listAccess, filter, ids, as));
  } catch (error) {
    if (error instanceof Failure && error.code === 'act-as-refused') return [];
    throw error;
  }
}

/** What some members reach, as an administrator sees it (O11): by member, then by `resourceKey`. */
export async function observeMembers(reader: Reader, members: readonly Id[]): Promise<Observed> {
  if (members.length === 0) return new Map();
  const rows = await all(reader.listByFilter(listAccess, 'member', members, {}));
  const seen: Observed = new Map(members.map((id) => [id, new Map()]));
  for (const row of rows) if (row.member) seen.get(row.member.id)?.set(resourceKey(row.resource), row);
  return seen;
}
