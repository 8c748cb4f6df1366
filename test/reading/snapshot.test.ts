import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { getOrganization } from '../../src/contract/organization.ts';
import { askerOf } from '../../src/reading/asker.ts';
import { observeResources } from '../../src/reading/observed.ts';
import { resolve } from '../../src/reading/resolve.ts';
import { readSnapshot } from '../../src/reading/snapshot.ts';
import { sandboxOf, type TestSandbox } from '../support/sandbox.ts';
import { stateOf } from '../support/state.ts';
import { wanting } from '../support/wanting.ts';

const person = (name: string, ...roles: ('practitioner' | 'coordinator' | 'manager')[]) => ({
  id: name,
  email: `${name}@example.org`,
  name,
  roles: roles.length > 0 ? roles : ['practitioner' as const],
});

let test: TestSandbox;
beforeAll(async () => {
  test = await sandboxOf({
    organization: { name: 'Test' },
    schools: [{ code: '010', name: 'School' }],
    members: [
      { id: 'admin', email: 'admin@example.org', roles: ['administrator'] },
      ...['alice', 'bob', 'dan', 'rita', 'carl', 'uma'].map((name) => person(name)),
      person('cleo', 'coordinator'),
      { ...person('max', 'manager'), schools: ['010'] },
    ],
    teams: [{ id: 'north', name: 'North', members: ['dan@example.org'] }],
    profiles: [{ key: 'P-1', name: 'Sam', school: '010' }],
    records: [
      {
        id: 'r-1',
        number: 'R-1',
        owner: 'alice@example.org',
        profiles: ['P-1'],
        shares: [
          { with: 'bob@example.org', access: 'write', requireApproval: true },
          { with: 'team:North', access: 'read' },
        ],
      },
      { id: 'r-2', number: 'R-2', owner: 'alice@example.org', profiles: ['P-1'] },
    ],
    transfers: [{ record: 'R-1', to: 'rita@example.org', by: 'cleo@example.org' }],
    copies: [{ record: 'R-1', holder: 'carl@example.org', at: '2026-06-20T12:00:00Z' }],
  });
});
afterAll(() => test.close());

async function realityOf(as: string | undefined, ...records: string[]) {
  const { reader } = test.admin;
  const asker = await askerOf(reader, as);
  const { body: organization } = await reader.read(getOrganization);
  const names = await resolve(
    reader,
    asker,
    records.map((record, n) => wanting(record, 'bob', 'read', n + 1)),
  );
  return readSnapshot(reader, asker, names, organization);
}

describe('what a plan rests on', () => {
  it('S10: its owner sees all that decides access to a record', async () => {
    const { snapshot } = await realityOf('owner', 'R-1');
    const truth = stateOf(await test.world()).records.get('r-1');
    expect(snapshot.state.records.get('r-1')).toEqual(truth);
    expect(snapshot.seen.get('r-1')?.etag).toEqual(expect.any(String));
  });

  it('S10: whoever reads it sees its shares too; T17: not to whom a transfer goes', async () => {
    const { snapshot } = await realityOf('bob', 'R-1');
    const truth = stateOf(await test.world()).records.get('r-1');
    expect(snapshot.state.records.get('r-1')).toEqual({
      ...truth,
      transfer: { capacity: 'coordinator', to: null, terms: null },
    });
  });

  it('O4, A2: a manager sees number and owner, and too little to plan by', async () => {
    const { snapshot } = await realityOf('max', 'R-1');
    expect(snapshot.seen.get('r-1')).toMatchObject({ number: 'R-1', owner: 'alice', details: null });
    expect(snapshot.state.records.size).toBe(0);
  });

  it('holds everybody something leads into the record: teams, transfer, copies and roles', async () => {
    const { snapshot } = await realityOf('owner', 'R-1');
    const reaching = ['alice', 'bob', 'carl', 'cleo', 'dan', 'max', 'rita'];
    expect([...snapshot.state.members.keys()]).toEqual(expect.arrayContaining(reaching));
    expect([...(snapshot.state.teams.get('north')?.members ?? [])]).toEqual(['dan']);
  });

  it('A1: whoever could act for others, and doesn’t, is known', async () => {
    const known = async (as: string | undefined) => (await realityOf(as)).snapshot.couldActAs;
    expect([await known(undefined), await known('owner'), await known('bob')]).toEqual([true, false, false]);
  });

  it('keeps names beside, for the screen alone', async () => {
    const { directory, snapshot } = await realityOf('owner', 'R-1');
    expect(directory.members.get('alice')).toEqual({ email: 'alice@example.org', name: 'alice', status: 'active' });
    expect(directory.teams.get('north')).toEqual({ name: 'North', size: 1 });
    expect(JSON.stringify([...snapshot.seen.values()])).not.toContain('title');
  });
});

describe('what the API says afterwards', () => {
  const observed = (actor: string, ...records: string[]) =>
    observeResources(
      test.admin.reader,
      records.map((id) => ({ resource: { type: 'record', id }, actor })),
      { self: 'admin', sparing: true },
    );

  it('is by record, then by member, above none alone', async () => {
    const seen = await observed('alice', 'r-1', 'r-2');
    const levels = (record: string) =>
      Object.fromEntries([...(seen.get(`record:${record}`) ?? [])].map(([member, access]) => [member, access.level]));
    expect(levels('r-2')).toEqual({ alice: 'owner', cleo: 'metadata', max: 'metadata' });
    expect(levels('r-1')).toMatchObject({ bob: 'write', dan: 'read', carl: 'read', rita: 'metadata' });
  });

  it('O11: of some members alone, an administrator is told the same; of the others nothing is asked', async () => {
    const record = (id: string) => ({ type: 'record' as const, id });
    const watched = ['r-1', 'r-2'].map((id) => ({
      resource: record(id),
      actor: 'alice',
      among: ['bob', 'dan', 'uma'],
    }));
    const [some, everybody] = [
      await observeResources(test.admin.reader, watched, { self: 'admin', sparing: true }),
      await observed('alice', 'r-1', 'r-2'),
    ];
    expect([...(some.get('record:r-1')?.keys() ?? [])].sort()).toEqual(['bob', 'dan']);
    for (const [member, access] of some.get('record:r-1') ?? [])
      expect(access).toEqual(everybody.get('record:r-1')?.get(member));
    // None of them reaches it: that is known of it, and not that nothing is.
    expect(some.get('record:r-2')).toEqual(new Map());
  });

  it('O11: of more members than an address holds, everybody is asked about', async () => {
    const among = ['bob', ...Array.from({ length: 120 }, (_, n) => `nobody-${n}`)];
    const resource = { type: 'record' as const, id: 'r-1' };
    const all = await observeResources(test.admin.reader, [{ resource, actor: 'alice', among }], {
      self: 'admin',
      sparing: true,
    });
    expect([...(all.get('record:r-1')?.keys() ?? [])]).toContain('rita');
  });

  it('A2: a record its actor does not see is left out: nothing known is not nobody', async () => {
    expect([...(await observed('bob', 'r-1', 'r-2')).keys()]).toEqual(['record:r-1']);
  });
});
