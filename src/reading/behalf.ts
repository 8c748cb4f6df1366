import type { Reader } from '../api/index.ts';
import { groupBy } from '../model/collections.ts';
import type { Id } from '../model/organization.ts';
import { findMembers } from './members.ts';

/** A thing as its actor sees it, and who that actor is. */
export interface SeenBy<T> {
  readonly wire: T;
  readonly actor: Id;
  /** Whether the actor is an owner who isn't active: nobody can act for them (A1). */
  readonly inactive?: true;
}

/**
 * A1: with `act-as` a thing leads to whose it is, and no further; what they see of it is then asked on their behalf.
 * Gives the things by id: as `ask` finds them for their owner, and as they are where that owner isn't active.
 */
export async function seenByOwners<T extends { readonly id: Id }>(
  reader: Reader,
  things: readonly T[],
  ownerOf: (thing: T) => Id | undefined,
  ask: (ids: readonly Id[], owner: Id) => Promise<readonly T[]>,
): Promise<Map<Id, SeenBy<T>>> {
  const byOwner = groupBy(
    things.filter((thing) => ownerOf(thing) !== undefined),
    (thing) => ownerOf(thing) ?? '',
  );
  const owners = await findMembers(
    reader,
    [...byOwner.keys()].map((text) => ({ text, place: {} })),
  );
  const groups = await Promise.all(
    [...byOwner].map(async ([owner, theirs]) => {
      // Nobody can act for a member who isn't active: such a thing stays as little known as it is.
      const active = owners.found.get(owner.toLowerCase())?.status === 'active';
      const ids = theirs.map(({ id }) => id);
      const seen = active ? await ask(ids, owner) : theirs;
      return seen.map((wire): SeenBy<T> => ({ wire, actor: owner, ...(active ? {} : { inactive: true }) }));
    }),
  );
  return new Map(groups.flat().map((thing) => [thing.wire.id, thing]));
}
