import { describe, it } from 'vitest';
import type { WorldInput } from '../../src/contract/world.ts';
import type { PlannedIntent } from '../../src/model/intents/index.ts';
import type { SendAll } from '../../src/model/intents/transfers.ts';
import type { Role } from '../../src/model/organization.ts';
import { sandboxOf } from '../support/sandbox.ts';
import { tryCommand } from '../support/trying/index.ts';
import { standOf } from '../support/trying/stand.ts';
import { tryUndoing } from '../support/trying/undoing.ts';

const school: WorldInput = {
  organization: { name: 'Test', kind: 'school-service-centre' },
  schools: [{ code: '010', name: 'School 010' }],
  profiles: [{ key: 'P-1', name: 'A', school: '010' }],
  members: [
    { email: 'admin@example.org', name: 'Ada Min', roles: ['administrator'] },
    { email: 'alice@example.org', name: 'Alice', roles: ['practitioner'] },
    { email: 'bob@example.org', name: 'Bob', roles: ['practitioner'] },
    { email: 'cleo@example.org', name: 'Cleo', roles: ['practitioner', 'coordinator'] },
    { email: 'dan@example.org', name: 'Dan', roles: ['practitioner'] },
    { email: 'cora@example.org', name: 'Cora', roles: ['coordinator', 'manager'], schools: ['010'] },
  ],
};

/** Holds one command to the laws, in a world of its own. */
async function tried(world: WorldInput, intents: readonly PlannedIntent[], as?: string): Promise<void> {
  const test = await sandboxOf(world);
  try {
    await tryCommand(test, { as, intents }, await standOf(test));
  } finally {
    await test.close();
  }
}

const member = (name: string) => ({ ref: 'member' as const, text: `${name}@example.org`, place: {} });

/** Random sequences found these: each is held to the laws every time. */
describe('laws 1 to 6 and 8, of what was once found', () => {
  it('S7, O11: of somebody who loses one of two roles nothing is taken for lost, whatever other rows do', async () => {
    const setRoles = (row: number, name: string, set: readonly Role[]): PlannedIntent => ({
      ...{ action: 'member.set-roles', row, member: member(name) },
      ...{ set, add: [], remove: [] },
    });
    const world = {
      ...school,
      records: [{ number: 'R-1', title: 'One', owner: 'alice@example.org', profiles: ['P-1'] }],
    };
    await tried(world, [setRoles(1, 'cora', ['coordinator']), setRoles(2, 'cleo', ['practitioner'])]);
  });

  it('N3, T10, T17: who sent what a coordinator reassigns, and knows by a copy alone, is told once it is accepted', async () => {
    const reassign = (row: number, number: string, name: string): PlannedIntent => ({
      ...{ action: 'transfer.reassign', row, to: member(name) },
      transfer: { ref: 'transfer', text: number, place: {} },
    });
    const contents = { upcomingAppointments: 2, tasks: 1 };
    const world: WorldInput = {
      ...school,
      records: [
        { number: 'R-1', title: 'One', owner: 'alice@example.org', confidential: true, contents },
        { number: 'R-2', title: 'Two', owner: 'cleo@example.org', contents },
      ],
      transfers: [
        { record: 'R-1', to: 'dan@example.org', by: 'alice@example.org' },
        { record: 'R-2', to: 'dan@example.org', by: 'cleo@example.org' },
      ],
      copies: [{ record: 'R-1', holder: 'cleo@example.org', at: '2026-06-20T12:00:00Z' }],
    };
    const rows = [reassign(1, 'R-1', 'bob'), reassign(2, 'R-2', 'bob')];
    await tried(world, rows, 'cleo@example.org');
  });
});

describe('what a run did is undone, or told: of what was once found', () => {
  it('A3, T3: what a coordinator sent unseen and took back is told of, where it can’t be sent again one by one', async () => {
    const record = (number: string) => ({ number, title: number, profiles: [], confidential: true });
    const world: WorldInput = {
      ...school,
      records: [
        { ...record('R-1'), owner: 'alice@example.org' },
        { ...record('R-2'), owner: 'alice@example.org', confidential: false },
      ],
    };
    const all: SendAll = {
      action: 'transfer.send-all',
      row: 1,
      from: member('alice'),
      to: member('bob'),
      include: [],
      keepCopy: false,
      confidentialRecords: true,
    };
    const test = await sandboxOf(world);
    try {
      await tryUndoing(test, { as: 'cleo@example.org', intents: [all] });
    } finally {
      await test.close();
    }
  });
});
