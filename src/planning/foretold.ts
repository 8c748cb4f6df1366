import type { Id, State } from '../model/organization.ts';
import type { Snapshot } from '../model/snapshot.ts';
import type { Becoming } from './action.ts';
import { draftOf } from './become.ts';
import { actionOf } from './judge.ts';
import type { Step } from './plan.ts';

/**
 * The organization once some steps are done: what the plan predicts, whole. What becomes of a record or a space follows from
 * the steps on it alone, and is worked out when it is asked for: a hundred thousand of them aren't held twice.
 */
export function stateAfter(steps: readonly Step[], snapshot: Snapshot): State {
  return stateBy(inOrder(steps), snapshot.state, (step, state) =>
    actionOf(step.intent).become(step.intent as never, state, snapshot),
  );
}

/** The organization once recipients have accepted what some steps sent them (T6), `after` being that before they do. */
export function stateAccepted(steps: readonly Step[], after: State, snapshot: Snapshot): State {
  return stateBy(
    steps,
    after,
    (step, state) => actionOf(step.intent).accepted?.(step.intent as never, state, snapshot) ?? {},
  );
}

/** Steps in an order their actor can carry out: what is created first, what takes away the right to the others last. */
export const inOrder = (steps: readonly Step[]): readonly Step[] =>
  ([0, 1, 2, 3, 4] as const).flatMap((stage) => steps.filter((step) => step.stage === stage));

type Becomes = (step: Step, state: State) => Becoming;

const NONE = new Map<Id, never>();

function stateBy(steps: readonly Step[], state: State, becomes: Becomes): State {
  const people = peopleAfter(
    steps.filter(({ target }) => !isHeld(target)),
    state,
    becomes,
  );
  const on = (type: Step['target']['type']) => stepsOn(steps.filter(({ target }) => target.type === type));
  return {
    ...people,
    records: new Foretold(state.records, on('record'), (was, theirs) =>
      thenIs(was, theirs, (step, records) => becomes(step, { ...people, records, spaces: NONE }).records),
    ),
    spaces: new Foretold(state.spaces, on('space'), (was, theirs) =>
      thenIs(was, theirs, (step, spaces) => becomes(step, { ...people, records: NONE, spaces }).spaces),
    ),
  };
}

/** What is shared and handed over, where others are people and who is with whom. */
const isHeld = ({ type }: Step['target']): boolean => type === 'record' || type === 'space';

function peopleAfter(steps: readonly Step[], state: State, becomes: Becomes): State {
  if (steps.length === 0) return state;
  // Nobody's membership or role hangs on a record or a space.
  const draft = draftOf({ ...state, records: NONE, spaces: NONE });
  for (const step of steps) draft.take(becomes(step, draft.state));
  return draft.state;
}

/** By what they are done to. */
function stepsOn(steps: readonly Step[]): Map<Id, readonly Step[]> {
  const found = new Map<Id, Step[]>();
  for (const step of steps) {
    const known = found.get(step.target.id);
    if (known) known.push(step);
    else found.set(step.target.id, [step]);
  }
  return found;
}

/** What something is once some steps on it are done, each given what those before it left. */
function thenIs<T extends { readonly id: Id }>(
  was: T | undefined,
  steps: readonly Step[],
  becomes: (step: Step, left: ReadonlyMap<Id, T>) => readonly T[] | undefined,
): T | undefined {
  let left = was;
  for (const step of steps) {
    const then = becomes(step, left ? new Map([[left.id, left]]) : NONE);
    left = then?.at(-1) ?? left;
  }
  return left;
}

/** Things by their id, as some steps leave them. */
class Foretold<T> implements ReadonlyMap<Id, T> {
  constructor(
    private readonly before: ReadonlyMap<Id, T>,
    private readonly steps: ReadonlyMap<Id, readonly Step[]>,
    private readonly then: (was: T | undefined, steps: readonly Step[]) => T | undefined,
  ) {}

  get(id: Id): T | undefined {
    const steps = this.steps.get(id);
    return steps ? this.then(this.before.get(id), steps) : this.before.get(id);
  }

  has(id: Id): boolean {
    return this.before.has(id) || this.get(id) !== undefined;
  }

  get size(): number {
    return [...this.keys()].length;
  }

  *keys(): Generator<Id, undefined> {
    yield* this.before.keys();
    for (const id of this.steps.keys()) if (!this.before.has(id) && this.has(id)) yield id;
    return undefined;
  }

  *entries(): Generator<[Id, T], undefined> {
    for (const id of this.keys()) yield [id, this.get(id) as T];
    return undefined;
  }

  *values(): Generator<T, undefined> {
    for (const [, thing] of this.entries()) yield thing;
    return undefined;
  }

  [Symbol.iterator]() {
    return this.entries();
  }

  forEach(tell: (thing: T, id: Id, all: ReadonlyMap<Id, T>) => void): void {
    for (const [id, thing] of this.entries()) tell(thing, id, this);
  }
}
