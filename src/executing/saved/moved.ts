import type { Directory } from '../../model/directory.ts';
import type { Snapshot } from '../../model/snapshot.ts';
import type { Plan, Step } from '../../planning/plan.ts';
import type { KeptPlan } from './lines.ts';
import { type GroundThing, groundKey, printOf, restsOn } from './prints.ts';

/** Something a plan rests on that isn't as it was, and the steps that rest on it. */
export interface MovedThing {
  readonly thing: GroundThing;
  readonly steps: readonly Step[];
}

/** What was read again for a saved plan: its steps as they would be planned now, null for those whose names stand for nothing. */
export interface Again {
  readonly snapshot: Snapshot | null;
  readonly steps: ReadonlyMap<Step, Step>;
}

/**
 * What a saved plan rests on that has moved since: whose fingerprint is another now, or what is gone; and where none of
 * that explains why a step would be planned otherwise, whatever it is done to.
 */
export function movedSince(plan: Plan, { snapshot, prints }: KeptPlan, { snapshot: now, steps }: Again): MovedThing[] {
  const moved = new Map<string, { thing: GroundThing; steps: Step[] }>();
  const note = (thing: GroundThing, step: Step) => {
    const known = moved.get(groundKey(thing)) ?? { thing, steps: [] };
    known.steps.push(step);
    moved.set(groundKey(thing), known);
  };
  const isOther = comparing(prints, now);
  for (const step of plan.steps) {
    if (step.status !== 'change') continue;
    const others = restsOn(step, snapshot).filter(isOther);
    for (const thing of others) note(thing, step);
    const again = steps.get(step);
    if (others.length === 0 && again?.status !== 'change') note({ kind: step.target.type, id: step.target.id }, step);
  }
  return [...moved.values()];
}

/** Whether a thing's fingerprint is another; each is taken once. */
function comparing(prints: KeptPlan['prints'], now: Snapshot | null): (thing: GroundThing) => boolean {
  const known = new Map<string, boolean>();
  return (thing) => {
    const key = groundKey(thing);
    const other = known.get(key) ?? (now ? printOf(thing, now) : null) !== (prints.get(key) ?? null);
    known.set(key, other);
    return other;
  };
}

/** What a thing is called where it may be said: a number, an e-mail, a team's name, an id. */
export function calledIn({ kind, id }: GroundThing, { records, members, teams }: Directory): string {
  if (kind === 'record' || kind === 'contents') return `record:${records.get(id)?.number ?? id}`;
  if (kind === 'member') return members.get(id)?.email ?? id;
  return `${kind}:${kind === 'team' ? (teams.get(id)?.name ?? id) : id}`;
}
