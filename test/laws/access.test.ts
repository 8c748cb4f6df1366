import * as fc from 'fast-check';
import { describe, expect } from 'vitest';
import { accessToRecord, accessToSpace } from '../../src/model/access.ts';
import type { State } from '../../src/model/organization.ts';
import { law } from '../support/law.ts';
import { sandboxOf, type TestSandbox } from '../support/sandbox.ts';
import { stateOf } from '../support/state.ts';
import { bare, bareModel } from '../support/witness.ts';
import { worlds } from '../support/worlds.ts';

describe('law 2: the model and the sandbox, who share no line, agree', () => {
  law(
    'on the access of every member to every resource of any world',
    fc.asyncProperty(worlds, async (world) => {
      const test = await sandboxOf(world);
      try {
        expect(await seenBySandbox(test)).toEqual(predicted(stateOf(await test.world())));
      } finally {
        await test.close();
      }
    }),
    { usual: 50 },
  );
});

async function seenBySandbox(test: TestSandbox) {
  const rows = [...(await test.access())].map(([key, access]) => [key, bare(access)] as const);
  return Object.fromEntries(rows.sort(([a], [b]) => (a < b ? -1 : 1)));
}

function predicted(state: State) {
  const rows = [
    ...[...state.records.values()].flatMap((record) =>
      [...accessToRecord(record, state)].map(([member, access]) => [`${member} record:${record.id}`, access] as const),
    ),
    ...[...state.spaces.values()].flatMap((space) =>
      [...accessToSpace(space, state)].map(([member, access]) => [`${member} space:${space.id}`, access] as const),
    ),
  ];
  const above = rows.filter(([, access]) => access.level !== 'none');
  const told = above.map(([key, access]) => [key, bareModel(access, state)] as const);
  return Object.fromEntries(told.sort(([a], [b]) => (a < b ? -1 : 1)));
}
