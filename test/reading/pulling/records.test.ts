import { describe, expect, it } from 'vitest';
import type { Access, AccessPath } from '../../../src/contract/access.ts';
import type { Member } from '../../../src/contract/members.ts';
import type { Record as WireRecord } from '../../../src/contract/records.ts';
import { type Known, UNSEEN } from '../../../src/reading/pulling/known.ts';
import { pulledRecord } from '../../../src/reading/pulling/records.ts';

const email = (name: string) => `${name}@example.org`;
const R1 = { id: 'r-1', number: 'R-1' };
const FULL = 'full' as const;

/** What is known of everybody: who is who, and nothing of what is pending. */
function knowing(): Known {
  const member = (name: string, role = 'practitioner', schools: string[] = []) =>
    [name, { id: name, email: email(name), roles: [role], schools } as unknown as Member] as const;
  return {
    members: new Map([
      member('alice'),
      member('bob'),
      member('cleo', 'coordinator'),
      member('max', 'manager', ['010']),
    ]),
    teams: new Map([['north', { id: 'north', name: 'North', members: [] } as never]]),
    profiles: new Map([['p-1', { id: 'p-1', key: 'P-1', school: '010', hasMultiSpace: false } as never]]),
    transfers: new Map(),
    unseen: new Map(),
  };
}

type Told = Partial<AccessPath> & Pick<AccessPath, 'kind' | 'level'>;
/** Who reaches R-1, as the API tells it. */
const reached = (name: string, ...paths: Told[]): Access => ({
  member: { id: name, email: email(name) },
  team: null,
  resource: { type: 'record', ...R1 },
  level: 'none',
  paths: paths.map((path) => ({ via: null, state: 'active', ...path })),
});

const pull = (rows: readonly Access[], wire?: Partial<WireRecord>, known = knowing()) => ({
  ...pulledRecord(known, R1, wire as WireRecord | undefined, rows, false),
  unseen: Object.fromEntries(known.unseen),
});

describe('a record of which only who reaches it is seen (O11)', () => {
  it('has the owner and the shares that follow from it', () => {
    const { record, transfer, copies, unseen } = pull([
      reached('alice', { kind: 'owner', level: 'owner' }),
      reached(
        'bob',
        { kind: 'share', level: 'write', requireApproval: true },
        { kind: 'team', level: FULL, via: 'North' },
      ),
    ]);
    expect(record).toEqual({
      ...R1,
      owner: email('alice'),
      profiles: [],
      status: 'active',
      confidential: true,
      shares: [
        { with: email('bob'), access: 'write', requireApproval: true },
        { with: 'team:North', access: FULL },
      ],
    });
    expect([transfer, copies]).toEqual([null, []]);
    expect(unseen).toEqual({ status: 1, confidential: 1, profiles: 1, counts: 1, shares: 1 });
  });

  it('O4 isn’t confidential where a role leads to it, and is linked to a school through which a manager sees it', () => {
    const { record } = pull([
      reached('alice', { kind: 'owner', level: 'owner' }),
      reached('cleo', { kind: 'coordinator', level: 'metadata' }),
      reached('max', { kind: 'manager', level: 'metadata' }),
    ]);
    expect(record).toMatchObject({ confidential: false, profiles: ['P-1'] });
  });

  it('R4 is deleted where a way in doesn’t work for good; roles and copies lead to it all the same', () => {
    const state = 'inactive' as const;
    const { record, copies } = pull([
      reached('alice', { kind: 'owner', level: 'owner' }),
      reached('bob', { kind: 'share', level: 'read', state }, { kind: 'archived-copy', level: 'read', state }),
      reached('max', { kind: 'manager', level: 'metadata', state }),
    ]);
    expect(record).toMatchObject({
      status: 'deleted',
      confidential: false,
      profiles: ['P-1'],
      shares: [{ with: email('bob'), access: 'read' }],
    });
    expect(copies).toMatchObject([{ record: 'R-1', holder: email('bob') }]);
  });

  it('R4 isn’t deleted because its owner is gone', () => {
    const { record } = pull([reached('alice', { kind: 'owner', level: 'owner', state: 'inactive' })]);
    expect(record).toMatchObject({ status: 'active', owner: email('alice') });
  });
});

describe('a record of which somebody has but a copy (T10)', () => {
  const own = reached(
    'bob',
    { kind: 'share', level: 'write', state: 'suspended' },
    { kind: 'archived-copy', level: 'read' },
  );

  it('T4 has their suspended share, and a transfer to somebody who stands for the recipient', () => {
    const { record, transfer, unseen } = pull([own], {});
    expect(record).toMatchObject({ owner: UNSEEN.email, shares: [{ with: email('bob'), access: 'write' }] });
    expect(transfer).toEqual({ record: 'R-1', to: UNSEEN.recipient, by: UNSEEN.email });
    expect(unseen).toMatchObject({ owner: 1, recipient: 1, transfer: 1 });
  });

  it('T2 tells the recipient who isn’t seen from the owner who isn’t', () => {
    const { record, transfer } = pull([own], {});
    expect(transfer?.to).not.toBe(record.owner);
  });
});
