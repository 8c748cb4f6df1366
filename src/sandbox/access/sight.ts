import type { AccessPath } from '../../contract/access.ts';
import { among, type Store } from '../database/store.ts';
import type { Person } from '../http/asker.ts';

/** A way into a record. */
export type Way = AccessPath;

/** Every way a member has into each of some records, of whatever state, their roles' included (S7). */
export function waysOf(store: Store, me: Person, recordIds: readonly string[]): Map<string, Way[]> {
  const { those, ids } = among(recordIds);
  const rows = store.all<Way & { record_id: string }>(
    `SELECT record_id, kind, level, via, state FROM record_paths
     WHERE member_id = :me AND record_id ${those}`,
    { me: me.id, ...ids },
  );
  const ways = new Map<string, Way[]>();
  for (const { record_id, kind, level, via, state } of rows) {
    const way = { kind, level, via, state };
    const known = ways.get(record_id);
    if (known) known.push(way);
    else ways.set(record_id, [way]);
  }
  return ways;
}

/** What an active member's ways into a record let them see and do. */
export interface Sight {
  readonly ways: readonly Way[];
  /** They have some way in: the record exists for them (A2). */
  readonly any: boolean;
  readonly owner: boolean;
  /** Read or more of what is live: not through an archived copy (T10). */
  readonly reads: boolean;
  /** May change its shares (S2). */
  readonly full: boolean;
  /** Would have full access, were it not suspended (T4). */
  readonly fullSuspended: boolean;
  /** Knows owner, status and linked profiles: every way but an archived copy (O4, T10). */
  readonly metadata: boolean;
  /** Sees whom it is shared with, and how much it holds (O4, S10, T3). */
  readonly shares: boolean;
  readonly coordinator: boolean;
  readonly manager: boolean;
  readonly recipient: boolean;
  readonly copy: boolean;
}

const isFull = (way: Way): boolean => way.level === 'full' || way.level === 'owner';
const COLLABORATION: ReadonlySet<Way['kind']> = new Set(['owner', 'share', 'team']);

/** What these ways amount to. */
export function sightOf(ways: readonly Way[]): Sight {
  const active = ways.filter((way) => way.state === 'active');
  const has = (kind: Way['kind']) => active.some((way) => way.kind === kind);
  const live = active.filter((way) => COLLABORATION.has(way.kind));
  const [coordinator, manager, recipient] = [has('coordinator'), has('manager'), has('recipient')];
  return {
    ways,
    any: active.length > 0,
    owner: has('owner'),
    reads: live.length > 0,
    full: live.some(isFull),
    fullSuspended: ways.some((way) => way.state === 'suspended' && isFull(way)),
    metadata: live.length > 0 || coordinator || manager || recipient,
    shares: live.length > 0 || coordinator || recipient,
    coordinator,
    manager,
    recipient,
    copy: has('archived-copy'),
  };
}

/** What a member sees of one record. */
export const sightOn = (store: Store, me: Person, recordId: string): Sight =>
  sightOf(waysOf(store, me, [recordId]).get(recordId) ?? []);
