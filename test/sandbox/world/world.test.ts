import { describe, expect, it } from 'vitest';
import { World, type WorldInput } from '../../../src/contract/world.ts';
import { generateWorld } from '../../../src/sandbox/generate.ts';
import { startSandbox } from '../../../src/sandbox/start.ts';
import { checkWorld } from '../../../src/sandbox/world/check.ts';
import { parseWorld } from '../../../src/sandbox/world/parse.ts';
import { WorldError } from '../../../src/sandbox/world/problems.ts';
import { member, start, to, worldOf } from '../sandbox.ts';

const problemsOf = (work: () => unknown): string[] => {
  try {
    work();
  } catch (error) {
    if (error instanceof WorldError)
      return error.problems.map((problem) => [problem.path, problem.rule].filter(Boolean).join(' '));
    throw error;
  }
  return [];
};
const people = ['alice', 'bob', 'carl'].map((name) => member(name));
const check = (input: Partial<WorldInput>) => problemsOf(() => checkWorld(worldOf({ members: people, ...input })));
const record = { number: 'R-1', owner: to('alice') };

describe('a world that breaks a rule is refused', () => {
  it.each<[string, Partial<WorldInput>, string[]]>([
    [
      'O1: an e-mail is there twice',
      { members: [member('alice'), { ...member('ALICE'), id: 'x' }] },
      ['members[2].email O1'],
    ],
    [
      'O2: a manager outside education',
      { organization: { name: 'Clinic', kind: 'clinic' }, members: [member('max', { roles: ['manager'] })] },
      ['members[1].roles O2'],
    ],
    ['O6: more members than seats', { organization: { name: 'CSS', seats: 3 } }, ['organization.seats O6']],
    [
      'O6: a sixth file in a free trial',
      {
        organization: { name: 'CSS', plan: 'free-trial' },
        records: [1, 2, 3, 4, 5, 6].map((n) => ({ number: `R-${n}`, owner: to('alice') })),
      },
      ['records O6'],
    ],
    ['an unknown owner', { records: [{ number: 'R-1', owner: 'zoe@example.org' }] }, ['records[0].owner']],
    ['a number twice', { records: [record, { ...record, id: 'x' }] }, ['records[1].number']],
    [
      'an unknown profile and school',
      { records: [{ ...record, profiles: ['P-9'] }], profiles: [{ key: 'P-1', school: '999' }] },
      ['profiles[0].school', 'records[0].profiles[0]'],
    ],
    [
      'S8: shared with its owner, whatever the case',
      { records: [{ ...record, shares: [{ with: 'Alice@example.org', access: 'read' }] }] },
      ['records[0].shares[0].with S8'],
    ],
    [
      'S8: shared with nobody known',
      { records: [{ ...record, shares: [{ with: 'team:None', access: 'read' }] }] },
      ['records[0].shares[0].with S8'],
    ],
    [
      'S8: shared with somebody only invited',
      {
        members: [...people, member('ivy', { status: 'invited' })],
        records: [{ ...record, shares: [{ with: to('ivy'), access: 'read' }] }],
      },
      ['records[0].shares[0].with S8'],
    ],
    [
      'S1: shared twice with one grantee',
      {
        records: [
          {
            ...record,
            shares: [
              { with: to('bob'), access: 'read' },
              { with: to('bob'), access: 'full' },
            ],
          },
        ],
      },
      ['records[0].shares[1].with S1'],
    ],
    [
      'S4: approval with read',
      { records: [{ ...record, shares: [{ with: to('bob'), access: 'read', requireApproval: true }] }] },
      ['records[0].shares[0].requireApproval S4'],
    ],
    [
      'S4: approval of a team',
      {
        teams: [{ name: 'North' }],
        records: [{ ...record, shares: [{ with: 'team:North', access: 'full', requireApproval: true }] }],
      },
      ['records[0].shares[0].requireApproval S4'],
    ],
    [
      'T1: the transfer of an archived record',
      { records: [{ ...record, status: 'archived' }], transfers: [{ record: 'R-1', to: to('bob'), by: to('alice') }] },
      ['transfers[0].record T1'],
    ],
    [
      'T2: a transfer to the owner',
      { records: [record], transfers: [{ record: 'R-1', to: to('alice'), by: to('bob') }] },
      ['transfers[0].to T2'],
    ],
    [
      'T3: two pending transfers',
      {
        records: [record],
        transfers: [
          { record: 'R-1', to: to('bob'), by: to('alice') },
          { record: 'R-1', to: to('carl'), by: to('alice') },
        ],
      },
      ['transfers[1].record T3'],
    ],
    [
      'T16: an owner who sends as coordinator',
      { records: [record], transfers: [{ record: 'R-1', to: to('bob'), by: to('alice'), capacity: 'coordinator' }] },
      ['transfers[0].capacity T16'],
    ],
    [
      'C1: a level in a collaborative space',
      { spaces: [{ kind: 'collaborative', creator: to('alice'), members: [{ with: to('bob'), access: 'read' }] }] },
      ['spaces[0].members[0].access C1'],
    ],
    [
      'C2: none in a multi-space, nor a profile',
      { spaces: [{ kind: 'multi', creator: to('alice'), members: [{ with: to('bob') }] }] },
      ['spaces[0].profile C2', 'spaces[0].members[0].access C2'],
    ],
    ['A1: the token of nobody', { tokens: [{ token: 'a-token-of', member: to('zoe') }] }, ['tokens[0].member A1']],
    ['an id that a member and a team share', { teams: [{ id: 'bob', name: 'North' }] }, ['teams[0].id']],
  ])('%s', (_, input, expected) => {
    expect(check(input)).toEqual(expected);
  });

  it('O3: no active administrator', () => {
    const world = World.parse({
      organization: { name: 'CSS' },
      members: [member('adam', { roles: ['administrator'], status: 'inactive' })],
    });
    expect(problemsOf(() => checkWorld(world))).toEqual(['members O3']);
  });

  it('O5: somebody inactive keeps records, shares and teams; C8: a creator may hold a share', () => {
    const ian = member('ian', { status: 'inactive' });
    expect(
      check({
        members: [...people, ian],
        teams: [{ name: 'North', members: [to('ian')] }],
        profiles: [{ key: 'P-1' }],
        records: [
          { number: 'R-1', owner: to('ian'), shares: [] },
          { number: 'R-2', owner: to('bob'), shares: [{ with: to('ian'), access: 'read' }] },
        ],
        spaces: [{ kind: 'multi', profile: 'P-1', creator: to('bob'), members: [{ with: to('bob'), access: 'read' }] }],
      }),
    ).toEqual([]);
  });
});

describe('a world’s text', () => {
  it('says where the syntax is wrong', () => {
    expect(() => parseWorld('organization: {name: X\nmembers: [', 'w.yaml')).toThrow(/^w\.yaml:\d+:\d+: /);
  });

  it('says what is wrong, by its path, with a hint for a code without quotes', () => {
    const text = 'organization: {name: X}\nschools: [{code: 010, name: Y}]\nmembers: [{email: a@b.c, roles: [boss]}]';
    expect(problemsOf(() => parseWorld(text))).toEqual(['schools[0].code', 'members[0].roles[0]']);
    expect(() => parseWorld(text)).toThrow(
      expect.objectContaining({
        problems: expect.arrayContaining([expect.objectContaining({ code: 'needs-quotes' })]),
      }),
    );
  });

  it('reads JSON as well', () => {
    expect(
      parseWorld('{"organization": {"name": "X"}, "members": [{"email": "a@b.c", "roles": ["manager"]}]}').members[0]
        ?.status,
    ).toBe('active');
  });
});

describe('the dump', () => {
  it('loaded again, gives the same state, ids and tokens included', async () => {
    const sandbox = await startSandbox({ world: generateWorld({ records: 300, seed: 5 }), database: ':memory:' });
    const dump = async (url: string) => World.parse(await (await fetch(`${url}/sandbox/world`)).json());
    const first = await dump(sandbox.url);
    const again = await startSandbox({ world: first, database: ':memory:' });
    expect(await dump(again.url)).toEqual(first);
    await Promise.all([sandbox.close(), again.close()]);
  });

  it('shows what was changed, and reset undoes it, messages included', async () => {
    const sandbox = await start({ members: people, records: [record] });
    const before = (await sandbox.dump()).body;
    await sandbox.share('alice', 'R-1', 'bob', { access: 'write', requireApproval: true });
    expect((await sandbox.dump()).body.records[0].shares).toEqual([
      { with: to('bob'), access: 'write', requireApproval: true },
    ]);
    await sandbox.ask(null, '/sandbox/reset', { method: 'POST' });
    expect((await sandbox.dump()).body).toEqual(before);
    expect(await sandbox.outbox()).toEqual([]);
  });
});

describe('a made-up world', () => {
  it.each([0, 1, 40, 2000])('of %d records breaks no rule, and is the same every time', (records) => {
    const world = generateWorld({ records });
    expect(world.records).toHaveLength(records);
    expect(problemsOf(() => checkWorld(World.parse(world)))).toEqual([]);
    expect(generateWorld({ records })).toEqual(world);
    if (records > 1) expect(generateWorld({ records, seed: 2 })).not.toEqual(world);
  });

  it('has something of everything', () => {
    const world = generateWorld({ records: 2000 });
    expect(new Set(world.transfers.map((transfer) => transfer.capacity))).toEqual(new Set(['owner', 'coordinator']));
    expect(new Set(world.records.map((each) => each.status))).toEqual(new Set(['active', 'archived', 'deleted']));
    expect(new Set(world.members.map((each) => each.status))).toEqual(new Set(['invited', 'active', 'inactive']));
    expect(new Set(world.spaces.map((space) => space.kind))).toEqual(new Set(['multi', 'collaborative']));
    expect(world.copies.length).toBeGreaterThan(0);
    expect(world.tokens.map((token) => token.token)).toContain('sandbox-admin');
    expect(world.tokens).toHaveLength(4);
  });
});
