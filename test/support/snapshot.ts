import type { State } from '../../src/model/organization.ts';
import { NO_PEOPLE } from '../../src/model/people.ts';
import type { Snapshot } from '../../src/model/snapshot.ts';

/** A snapshot of a state of which everything is seen, but for what is told otherwise. */
export function snapshotOf(state: State, told: Partial<Snapshot> = {}): Snapshot {
  const records = [...state.records.values()];
  const spaces = [...state.spaces.values()];
  const members = [...state.members.values()];
  return {
    state,
    seen: new Map(records.map((details) => [details.id, { ...details, details, etag: null }] as const)),
    spaces: new Map(spaces.map((details) => [details.id, { ...details, details, etag: null }] as const)),
    transfers: new Map(),
    profiles: new Map(),
    etags: new Map(),
    seats: { limit: null, used: members.filter(({ status }) => status !== 'inactive').length },
    kind: 'school-service-centre',
    hasSchools: false,
    reaching: new Map(),
    administrators: members.filter(({ status, roles }) => status === 'active' && roles.includes('administrator'))
      .length,
    people: NO_PEOPLE,
    couldActAs: false,
    ...told,
  };
}
