/** Which ways in a question rests on: to know of a record, to know its metadata, or to know its shares. */
export type Need = 'any' | 'metadata' | 'shares';

const KINDS: Record<Need, readonly string[]> = {
  any: ['owner', 'share', 'team', 'manager', 'recipient', 'archived-copy'],
  metadata: ['owner', 'share', 'team', 'manager', 'recipient'],
  shares: ['owner', 'share', 'team', 'recipient'],
};

/** The ids of the records the member `:me` has such a way into, a coordinator's role left out. */
export const reachedIds = (need: Need): string =>
  `SELECT record_id FROM ways WHERE member_id = :me AND state = 'active'
   AND kind IN (${KINDS[need].map((kind) => `'${kind}'`).join(', ')})`;

/** O4: a coordinator sees every record `r` not marked confidential; R4: but a deleted one. */
export const COORDINATOR_SEES = `(r.confidential = 0 AND r.status <> 'deleted')`;

/** A condition on `records r`: the member `:me` has such a way into it. */
export const reached = (need: Need, coordinator: boolean): string =>
  coordinator ? `(${COORDINATOR_SEES} OR r.id IN (${reachedIds(need)}))` : `r.id IN (${reachedIds(need)})`;
