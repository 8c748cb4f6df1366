import type { Id, State } from '../model/organization.ts';
import type { Becoming } from './action.ts';

/** A state that takes on changes without the one it began as being touched. */
export interface Draft {
  readonly state: State;
  take(becoming: Becoming): void;
}

/** Begins a draft of a state: its maps are copied once, however many changes follow. */
export function draftOf(state: State): Draft {
  const members = new Map(state.members);
  const teams = new Map(state.teams);
  const records = new Map(state.records);
  const spaces = new Map(state.spaces);
  const put = <T extends { readonly id: Id }>(map: Map<Id, T>, things: readonly T[] = []) => {
    for (const thing of things) map.set(thing.id, thing);
  };
  return {
    state: { members, teams, records, spaces, reach: state.reach },
    take(becoming) {
      put(members, becoming.members);
      put(teams, becoming.teams);
      put(records, becoming.records);
      put(spaces, becoming.spaces);
      for (const id of becoming.gone ?? []) {
        members.delete(id);
        teams.delete(id);
      }
    },
  };
}
