import type { ActionName, ResolvedOf } from '../model/intents.ts';
import type { Id, Member, ServiceRecord, Space, State, Team } from '../model/organization.ts';
import type { SeenRecord, Snapshot } from '../model/snapshot.ts';
import type { Effect, Refusal, Resource, Step } from './plan.ts';

/** The parts of an organization that something becomes. */
export interface Becoming {
  readonly members?: readonly Member[];
  readonly teams?: readonly Team[];
  readonly records?: readonly ServiceRecord[];
  readonly spaces?: readonly Space[];
}

/** A record the actor can name, and the organization as it stands before the plan. */
export interface Sighting {
  readonly snapshot: Snapshot;
  readonly state: State;
  readonly seen: SeenRecord;
}

/** A record of which the actor sees everything that decides access. */
export interface Situation extends Sighting {
  readonly record: ServiceRecord;
}

/** What is forbidden, what is already so, or what will be. */
export type Verdict =
  | { readonly verdict: 'refused'; readonly refusal: Refusal }
  | { readonly verdict: 'unchanged' }
  | { readonly verdict: 'change' };

/** How a step of one action is described. */
export type StepShape = Pick<Step, 'subject' | 'detail' | 'stage'>;

/**
 * Everything the planner knows of one kind of change. A new kind is one such object in a file of its own; every
 * function is pure and judges by the state before the plan, so that the order of rows can't matter (law 8).
 */
export interface Action<Name extends ActionName, Seen extends Sighting = Situation> {
  readonly name: Name;
  /** How much of the record has to be seen: everything that decides access, or what number and title come with. */
  readonly needs: 'details' | 'glimpse';
  /** What is said where less is seen. */
  unseen(sighting: { readonly couldActAs: boolean }): Refusal;
  /** What the intent decides, and what it wants of it: same key and another want is a contradiction. */
  claim(intent: ResolvedOf<Name>, situation: Seen): { readonly key: string; readonly wants: string };
  /** What the rules say of it. */
  judge(intent: ResolvedOf<Name>, situation: Seen): Verdict;
  describe(intent: ResolvedOf<Name>, situation: Seen): StepShape;
  /** What the organization becomes; `state` has the plan's other steps in it already. */
  become(intent: ResolvedOf<Name>, state: State): Becoming;
  /** Whose access it may change: who is named in its row. */
  touches(intent: ResolvedOf<Name>, state: State): Iterable<Id>;
  /** Who is written to, and whatever else follows; rows are filled in by the planner. */
  effects(intent: ResolvedOf<Name>, situation: Seen): readonly Omit<Effect, 'rows'>[];
}

/** A record as the resource of a step. */
export const recordResource = (id: Id): Resource => ({ type: 'record', id });
