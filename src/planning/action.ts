import type { ActionName, ResolvedOf } from '../model/intents/index.ts';
import type { Grantee, Id, Member, ServiceRecord, Space, State, Team } from '../model/organization.ts';
import type { Resource } from '../model/resources.ts';
import type { SeenRecord, SeenSpace, Snapshot } from '../model/snapshot.ts';
import type { Effect, HiddenChange, Step, Target } from './plan.ts';
import type { Refusal } from './refusals/index.ts';

/** The parts of an organization that something becomes. */
export interface Becoming {
  readonly members?: readonly Member[];
  readonly teams?: readonly Team[];
  readonly records?: readonly ServiceRecord[];
  readonly spaces?: readonly Space[];
  /** Members and teams that are no more. */
  readonly gone?: readonly Id[];
}

/** What an intent is judged on: what was read, and the organization before the plan, with what the plan creates. */
export interface Ground {
  readonly snapshot: Snapshot;
  readonly state: State;
}

/** A record the actor can name. */
export interface Sighting extends Ground {
  readonly seen: SeenRecord;
}

/** A record of which the actor sees everything that decides access. */
export interface Situation extends Sighting {
  readonly record: ServiceRecord;
}

/** A space of which the actor sees who is in it; `seen` is null where the plan itself makes it. */
export interface InSpace extends Ground {
  readonly seen: SeenSpace | null;
  readonly space: Space;
}

/** What is forbidden, what is already so, or what will be. */
export type Verdict =
  | { readonly verdict: 'refused'; readonly refusal: Refusal }
  | { readonly verdict: 'unchanged' }
  | { readonly verdict: 'change' };

/** How a step of one action is described. */
export type StepShape = Pick<Step, 'detail' | 'stage'>;

/** What an intent decides, and what it wants of it: same key and another want is a contradiction. */
export interface Claim {
  readonly key: string;
  readonly wants: string;
}

/**
 * Everything the planner knows of one kind of change. A new kind is one such object in a file of its own; every
 * function is pure and judges by the state before the plan (and what the plan itself creates), so that the order of
 * rows can't matter (law 8).
 */
export interface Action<Name extends ActionName, Seen extends Ground = Situation> {
  readonly name: Name;
  /** Whether it makes something that other rows of the plan may be about. */
  readonly creates?: true;
  target(intent: ResolvedOf<Name>, snapshot: Snapshot): Target;
  subject(intent: ResolvedOf<Name>): Grantee | null;
  /** What the actor sees of what it is about, or why that is too little (A2). */
  see(intent: ResolvedOf<Name>, ground: Ground): Seen | Refusal;
  claim(intent: ResolvedOf<Name>, seen: Seen): Claim;
  /** What the rules say of it. */
  judge(intent: ResolvedOf<Name>, seen: Seen): Verdict;
  describe(intent: ResolvedOf<Name>, seen: Seen): StepShape;
  /** What the organization becomes; `state` has the plan's other steps in it already. */
  become(intent: ResolvedOf<Name>, state: State, snapshot: Snapshot): Becoming;
  /** What it becomes further once a recipient accepts (T6); `state` is that after the plan. */
  accepted?(intent: ResolvedOf<Name>, state: State, snapshot: Snapshot): Becoming;
  /** Whose access it may change: who is named in its row. */
  touches(intent: ResolvedOf<Name>, state: State, snapshot: Snapshot): Iterable<Id>;
  /** On what it may change somebody's access. */
  resources(intent: ResolvedOf<Name>, state: State, snapshot: Snapshot): Iterable<Resource>;
  /** Who is written to, and whatever else follows; rows are filled in by the planner. */
  effects(intent: ResolvedOf<Name>, seen: Seen): readonly Omit<Effect, 'rows'>[];
  /**
   * Whether its effects go by what the steps sent before it leave, where they are judged by what was before all: always
   * (N2), or where it matters who is in which team and that changes (N1).
   */
  readonly effectsInTurn?: 'always' | 'where-people-move';
  /** Whose access changes on what the actor can't see into (A2, A3). */
  hidden?(intent: ResolvedOf<Name>, seen: Seen): readonly Omit<HiddenChange, 'rows'>[];
}

/** An action of whatever is seen: what only its own `see` can give, the others are given back. */
export type AnyAction<Name extends ActionName> = Omit<Action<Name, never>, 'see'> & {
  see(intent: ResolvedOf<Name>, ground: Ground): Ground | Refusal;
};
