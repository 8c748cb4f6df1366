import * as fc from 'fast-check';
import { describe, expect } from 'vitest';
import { World } from '../../src/contract/world.ts';
import { type Failure, Failures } from '../../src/failures/failure.ts';
import { accessTo, NO_ACCESS, sameAccess } from '../../src/model/access.ts';
import type { ResolvedIntent } from '../../src/model/intents/index.ts';
import type { RecordIntent } from '../../src/model/intents/records.ts';
import type { ServiceRecord, State } from '../../src/model/organization.ts';
import type { Snapshot } from '../../src/model/snapshot.ts';
import { stateAfter } from '../../src/planning/foretold.ts';
import type { Plan } from '../../src/planning/plan.ts';
import { plan } from '../../src/planning/planner.ts';
import { type Draw, draws, sharingCommand } from '../support/commands.ts';
import { law } from '../support/law.ts';
import { granteeOf } from '../support/organization.ts';
import { snapshotOf } from '../support/snapshot.ts';
import { stateOf } from '../support/state.ts';
import { worlds } from '../support/worlds.ts';

// The planner alone, without a sandbox: so many more cases can be tried.
const MANY = { usual: 200, times: 4 };

const cases = fc
  .tuple(worlds, fc.array(draws, { minLength: 1, maxLength: 3 }), fc.infiniteStream(fc.nat()))
  .map(([input, drawn, chance]) => {
    const world = World.parse(input);
    const snapshot = snapshotOf(stateOf(world));
    const intents = drawn.flatMap((draw) => intentsOf(draw, world, snapshot.state));
    const rows = intents.map((intent, n) => ({ ...intent, row: n + 1 }));
    const shuffled = rows.map((row) => ({ row, at: chance.next().value ?? 0 })).sort((a, b) => a.at - b.at);
    return { snapshot, rows, shuffled: shuffled.map(({ row }) => row) };
  });

describe('the planner', () => {
  law(
    'law 3: the access changes are exactly effective access after minus before',
    fc.property(cases, ({ snapshot, rows }) => {
      const made = planOf(rows, snapshot);
      if (made === null) return;
      const after = stateAfter(changing(made), snapshot);
      expect(new Set(made.accessChanges.map(keyOf))).toEqual(differences(snapshot.state, after));
      expect([...made.accessChanges]).toHaveLength(new Set(made.accessChanges.map(keyOf)).size);
    }),
    MANY,
  );

  law(
    'law 4: what is refused or unchanged leaves no change, no message and no row',
    fc.property(cases, ({ snapshot, rows }) => {
      const made = planOf(rows, snapshot);
      if (made === null) return;
      const sent = new Set(changing(made).map((step) => step.row));
      for (const { rows: named } of [...made.accessChanges, ...made.effects]) {
        expect(named.length).toBeGreaterThan(0);
        expect(named.filter((row) => !sent.has(row))).toEqual([]);
      }
    }),
    MANY,
  );

  law(
    'law 8: rows in another order give the same end state, or are refused as contradictory',
    fc.property(cases, ({ snapshot, rows, shuffled }) => {
      const [one, other] = [planOf(rows, snapshot), planOf(shuffled, snapshot)];
      expect(other === null).toBe(one === null);
      if (one === null || other === null) return;
      expect(endOf(other, snapshot)).toEqual(endOf(one, snapshot));
      expect(other.summary).toEqual(one.summary);
    }),
    MANY,
  );

  law(
    'law 1: planning again in the state it predicts gives nothing to change',
    fc.property(cases, ({ snapshot, rows }) => {
      const made = planOf(rows, snapshot);
      if (made === null) return;
      const sent = changing(made);
      const again = plan(
        sent.map((step) => step.intent),
        snapshotOf(stateAfter(sent, snapshot)),
      );
      expect(changing(again)).toEqual([]);
    }),
    MANY,
  );
});

function intentsOf(draw: Draw, world: World, state: State): ResolvedIntent[] {
  const { as = 'admin@example.org', intents } = sharingCommand(draw, world);
  return (intents as readonly RecordIntent[]).map((intent) => {
    const record = [...state.records.values()].find((one) => one.number === intent.record.text) as ServiceRecord;
    const actor = as === 'owner' ? record.owner : as;
    if (!('grantee' in intent)) return { ...intent, record: record.id, actor };
    const { type, text } = intent.grantee;
    return { ...intent, record: record.id, actor, grantee: type === 'team' ? { type, id: text } : granteeOf(text) };
  });
}

/** The plan, or null where the rows contradict each other. */
function planOf(rows: readonly ResolvedIntent[], snapshot: Snapshot): Plan | null {
  try {
    return plan(rows, snapshot);
  } catch (error) {
    const failures = error instanceof Failures ? error.failures : [error];
    for (const failure of failures) expect((failure as Failure).code).toBe('contradiction');
    return null;
  }
}

const changing = ({ steps }: Plan) => steps.filter((step) => step.status === 'change');

const keyOf = ({ member, resource }: { member: string; resource: { id: string } }) => `${member} ${resource.id}`;

/** Who differs on what, of everybody and every record. */
function differences(before: State, after: State): Set<string> {
  const found = new Set<string>();
  for (const id of before.records.keys()) {
    const [was, is] = [before, after].map((state) => accessTo({ type: 'record', id }, state));
    for (const member of before.members.keys()) {
      const same = sameAccess(was?.get(member) ?? NO_ACCESS, is?.get(member) ?? NO_ACCESS);
      if (!same) found.add(`${member} ${id}`);
    }
  }
  return found;
}

const endOf = (made: Plan, snapshot: Snapshot) =>
  [...stateAfter(changing(made), snapshot).records.values()].map(({ id, shares }) => [
    id,
    shares.map((share) => JSON.stringify(share)).sort(),
  ]);
