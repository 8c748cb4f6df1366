import type { Id, State } from '../../model/organization.ts';
import { recordResource } from '../../model/resources.ts';
import type { Ground, Sighting, Situation } from '../action.ts';
import type { Refusal } from '../refusals/index.ts';

interface AboutRecord {
  readonly record: Id;
  readonly actor: Id;
}

/** What is said where less of a record is seen than a change of it needs (A2). */
type Unseen = (sighting: { readonly couldActAs: boolean }) => Refusal;

const target = ({ record }: AboutRecord) => ({ type: 'record' as const, id: record });
const resources = ({ record }: AboutRecord) => [recordResource(record)];

/** Of a change that needs to see everything that decides access to its record. */
export const withDetails = (unseen: Unseen) => ({
  target,
  resources,
  see({ record: id, actor }: AboutRecord, { snapshot, state }: Ground): Situation | Refusal {
    const seen = snapshot.seen.get(id);
    const record = state.records.get(id);
    if (inactiveOwner(seen?.owner, actor, state)) return { reason: 'owner-inactive', rule: 'A1' };
    return seen?.details && record ? { snapshot, state, seen, record } : unseen(snapshot);
  },
});

/** Of a change that needs to see what comes with number and title (O4). */
export const withGlimpse = (unseen: Unseen) => ({
  target,
  resources,
  see({ record, actor }: AboutRecord, { snapshot, state }: Ground): Sighting | Refusal {
    const seen = snapshot.seen.get(record);
    if (inactiveOwner(seen?.owner, actor, state)) return { reason: 'owner-inactive', rule: 'A1' };
    return seen && (seen.details ?? seen.glimpse) ? { snapshot, state, seen } : unseen(snapshot);
  },
});

/** A1: nobody can act for an owner who isn't active, however much of the record they see themselves. */
function inactiveOwner(owner: Id | null | undefined, actor: Id, state: State): boolean {
  const status = owner === actor ? state.members.get(actor)?.status : undefined;
  return status !== undefined && status !== 'active';
}
