import { expect } from 'vitest';
import type { State } from '../../../src/model/organization.ts';
import { stateAfter } from '../../../src/planning/foretold.ts';
import type { Plan } from '../../../src/planning/plan.ts';
import { plan as planOf } from '../../../src/planning/planner.ts';
import type { Planned } from '../psyctl.ts';

/** Law 8: the rows the other way round come to the same state. */
export function expectAnyOrderToDo({ plan, snapshot }: Planned): void {
  // O6: who gets the last seats is the order's to decide; nothing is sent then, unless on purpose.
  if (plan.steps.some(({ refusal }) => refusal?.reason === 'no-seat')) return;
  const reversed = planOf(
    [...plan.steps].reverse().map((step) => step.intent),
    snapshot,
    plan.leftOut,
  );
  const end = (of: Plan) =>
    stateAfter(
      of.steps.filter((step) => step.status === 'change'),
      snapshot,
    );
  expect(told(end(reversed))).toEqual(told(end(plan)));
}

/** All that decides access, in one comparable shape: what has no order is sorted. */
function told({ members, teams, records, spaces }: State) {
  const unordered = (things: readonly unknown[]) => things.map((thing) => JSON.stringify(thing)).sort();
  const byId = <T extends { id: string }>(things: Iterable<T>) => [...things].sort((a, b) => (a.id < b.id ? -1 : 1));
  return {
    members: byId(members.values()).map((one) => ({
      ...one,
      // O1: whatever the case it is written in, it is the same address; of somebody invited it is the name too.
      email: one.email.toLowerCase(),
      name: one.name.toLowerCase(),
      roles: [...one.roles].sort(),
      schools: [...one.schools].sort(),
    })),
    teams: byId(teams.values()).map((team) => ({ ...team, members: [...team.members].sort() })),
    records: byId(records.values()).map((one) => ({
      ...one,
      shares: unordered(one.shares),
      copies: unordered(one.copies),
    })),
    spaces: byId(spaces.values()).map((space) => ({ ...space, shares: unordered(space.shares) })),
  };
}
