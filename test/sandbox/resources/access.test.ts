import { describe, expect, it } from 'vitest';
import { Access } from '../../../src/contract/access.ts';
import { member, start, to } from '../sandbox.ts';

const base = {
  members: [
    member('alice'),
    member('bob'),
    member('carl'),
    member('dan'),
    member('eve'),
    member('cora', { roles: ['coordinator'] }),
    member('max', { roles: ['manager'], schools: ['010', '020'] }),
    member('ian', { status: 'inactive' }),
    member('ivy', { status: 'invited' }),
  ],
  teams: [{ name: 'North', members: [to('dan'), to('ian'), to('ivy')] }],
  profiles: [
    { key: 'P-1', name: 'Sam', school: '010' },
    { key: 'P-2', name: 'Lou', school: '020' },
  ],
  records: [
    {
      number: 'R-1',
      owner: to('alice'),
      profiles: ['P-1', 'P-2'],
      shares: [
        { with: to('bob'), access: 'full' as const },
        { with: 'team:North', access: 'read' as const },
        { with: to('dan'), access: 'write' as const },
      ],
    },
    {
      number: 'R-2',
      owner: to('alice'),
      confidential: true,
      profiles: ['P-1'],
      shares: [{ with: to('bob'), access: 'full' as const }],
    },
    {
      number: 'R-3',
      owner: to('alice'),
      shares: [
        { with: to('bob'), access: 'full' as const },
        { with: to('carl'), access: 'write' as const },
        { with: 'team:North', access: 'full' as const },
      ],
    },
    {
      number: 'R-4',
      owner: to('alice'),
      shares: [
        { with: to('bob'), access: 'full' as const },
        { with: to('carl'), access: 'write' as const },
      ],
    },
    { number: 'R-5', owner: to('bob'), shares: [{ with: to('eve'), access: 'read' as const }] },
    { number: 'R-6', owner: to('ian'), shares: [{ with: to('bob'), access: 'read' as const }] },
    {
      number: 'R-7',
      owner: to('alice'),
      status: 'deleted' as const,
      shares: [{ with: to('bob'), access: 'full' as const }],
      profiles: ['P-1'],
    },
  ],
  transfers: [
    { record: 'R-3', to: to('carl'), by: to('alice') },
    { record: 'R-4', to: to('eve'), by: to('cora') },
  ],
  copies: [
    { record: 'R-5', holder: to('alice'), at: '2026-06-20T12:00:00Z' },
    { record: 'R-5', holder: to('alice'), at: '2026-07-20T12:00:00Z' },
  ],
  spaces: [
    {
      id: 'S-1',
      kind: 'multi' as const,
      profile: 'P-1',
      creator: to('alice'),
      members: [
        { with: to('bob'), access: 'write' as const },
        { with: 'team:North', access: 'read' as const },
        { with: to('alice'), access: 'read' as const },
      ],
    },
    {
      id: 'S-2',
      kind: 'collaborative' as const,
      name: 'Exchange',
      record: 'R-1',
      creator: to('alice'),
      members: [{ with: 'team:North' }],
    },
  ],
};

describe('access by record', () => {
  it('S7: effective access is the highest of all paths, and every path is listed', async () => {
    const sandbox = await start(base);
    expect(await sandbox.levels('alice', 'record=R-1')).toEqual({
      alice: 'owner',
      bob: 'full',
      dan: 'write',
      cora: 'metadata',
      max: 'metadata',
    });
    expect(await sandbox.paths('alice', 'R-1', 'dan')).toEqual(['share write active', 'team read North active']);
  });

  it('O4: roles open number and title, never of what is confidential', async () => {
    const sandbox = await start(base);
    expect(await sandbox.paths('alice', 'R-1', 'cora')).toEqual(['coordinator metadata active']);
    expect(await sandbox.paths('alice', 'R-1', 'max')).toEqual(['manager metadata active']);
    expect(await sandbox.levels('alice', 'record=R-2')).toEqual({ alice: 'owner', bob: 'full' });
  });

  it('T4: an owner’s transfer suspends every collaborator; T3: the recipient has metadata meanwhile', async () => {
    const sandbox = await start(base);
    expect(await sandbox.levels('alice', 'record=R-3')).toEqual({ alice: 'owner', carl: 'metadata', cora: 'metadata' });
    expect(await sandbox.paths('alice', 'R-3', 'carl')).toEqual(['share write suspended', 'recipient metadata active']);
  });

  it('T5: a coordinator’s transfer leaves collaborators connected', async () => {
    const sandbox = await start(base);
    expect(await sandbox.levels('alice', 'record=R-4')).toEqual({
      alice: 'owner',
      bob: 'full',
      carl: 'write',
      eve: 'metadata',
      cora: 'metadata',
    });
  });

  it('T17: who doesn’t see the transfer doesn’t see its recipient’s way in', async () => {
    const sandbox = await start(base);
    expect(await sandbox.levels('bob', 'record=R-4')).toEqual({
      alice: 'owner',
      bob: 'full',
      carl: 'write',
      cora: 'metadata',
    });
    expect(await sandbox.levels('cora', 'record=R-4')).toHaveProperty('eve', 'metadata');
  });

  it('T10: a copy counts as read, once, and its holder asks of themself only', async () => {
    const sandbox = await start(base);
    expect(await sandbox.levels('bob', 'record=R-5')).toEqual({
      bob: 'owner',
      alice: 'read',
      eve: 'read',
      cora: 'metadata',
    });
    expect(await sandbox.paths('bob', 'R-5', 'alice')).toEqual(['archived-copy read active']);
    expect(await sandbox.levels('alice', 'record=R-5')).toEqual({ alice: 'read' });
  });

  it('O5, S8: whoever is inactive or invited has nothing', async () => {
    const sandbox = await start(base);
    expect(await sandbox.levels('bob', 'record=R-6')).toEqual({ bob: 'read', cora: 'metadata' });
  });

  it('R4: a deleted record is open to its owner alone', async () => {
    const sandbox = await start(base);
    expect(await sandbox.levels('alice', 'record=R-7')).toEqual({ alice: 'owner' });
    expect(await sandbox.levels('cora', 'record=R-7')).toEqual({});
  });

  it('O4, A2: a coordinator asks of what is not confidential; who has metadata otherwise asks of nothing', async () => {
    const sandbox = await start(base);
    expect(await sandbox.levels('cora', 'record=R-1')).toHaveProperty('bob', 'full');
    expect(await sandbox.levels('cora', 'record=R-2')).toEqual({});
    expect(await sandbox.levels('max', 'record=R-1')).toEqual({});
    expect(await sandbox.levels('eve', 'record=R-4')).toEqual({});
    expect(await sandbox.levels('admin', 'record=R-1')).toEqual({});
  });

  it('narrows by member what is asked by record', async () => {
    const sandbox = await start(base);
    expect(await sandbox.levels('bob', 'record=R-1&member=dan')).toEqual({ dan: 'write' });
    expect(await sandbox.levels('bob', 'record=R-1&team=north')).toEqual({ 'team North': 'read' });
    expect(await sandbox.levels('admin', 'record=R-2&member=bob')).toEqual({ bob: 'full' });
  });
});

describe('access by member and team', () => {
  const resources = async (sandbox: Awaited<ReturnType<typeof start>>, who: string, query: string) => {
    const { body } = await sandbox.ask(who, `/v1/access?limit=200&${query}`);
    return body.items.map((row: Access) => `${row.resource.number ?? row.resource.id} ${Access.parse(row).level}`);
  };

  it('O11: an administrator learns all that a member reaches, confidential records included', async () => {
    const sandbox = await start(base);
    expect(await resources(sandbox, 'admin', 'member=bob')).toEqual([
      'R-1 full',
      'R-2 full',
      'R-4 full',
      'R-5 owner',
      'R-6 read',
      'S-1 write',
    ]);
    expect((await sandbox.ask('alice', '/v1/access?member=bob')).status).toBe(403);
  });

  it('O11: everyone asks of themself', async () => {
    const sandbox = await start(base);
    expect(await resources(sandbox, 'dan', 'member=dan')).toEqual(['R-1 write', 'S-1 read', 'S-2 member']);
    expect(await resources(sandbox, 'cora', 'member=cora')).toEqual([
      'R-1 metadata',
      'R-3 metadata',
      'R-4 metadata',
      'R-5 metadata',
      'R-6 metadata',
    ]);
    expect(await resources(sandbox, 'max', 'member=max')).toEqual(['R-1 metadata']);
  });

  it('O11: an administrator learns what a team reaches; T4 suspends it', async () => {
    const sandbox = await start(base);
    expect(await resources(sandbox, 'admin', 'team=north')).toEqual(['R-1 read', 'S-1 read', 'S-2 member']);
    expect((await sandbox.ask('dan', '/v1/access?team=north')).status).toBe(403);
  });

  it('O12: `ifActive` says what somebody will have once active', async () => {
    const sandbox = await start(base);
    expect(await resources(sandbox, 'admin', 'member=ian')).toEqual([]);
    expect(await resources(sandbox, 'admin', 'member=ian&ifActive=true')).toEqual([
      'R-1 read',
      'R-6 owner',
      'S-1 read',
      'S-2 member',
    ]);
    expect(await resources(sandbox, 'admin', 'member=ivy&record=R-1&ifActive=true')).toEqual(['R-1 read']);
  });

  it('never splits a resource over two pages, and counts resources', async () => {
    const sandbox = await start(base);
    const pages: string[][] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const next: string = cursor && `&cursor=${cursor}`;
      const { body } = await sandbox.ask('admin', `/v1/access?member=alice&member=bob&member=dan&limit=1${next}`);
      pages.push(body.items.map((row: Access) => `${row.resource.id} ${row.member?.id}`));
      cursor = body.nextCursor;
    }
    expect(pages).toEqual([
      ['R-1 alice', 'R-1 bob', 'R-1 dan'],
      ['R-2 alice', 'R-2 bob'],
      ['R-3 alice'],
      ['R-4 alice', 'R-4 bob'],
      ['R-5 alice', 'R-5 bob'],
      ['R-6 bob'],
      ['R-7 alice'],
      ['S-1 alice', 'S-1 bob', 'S-1 dan'],
      ['S-2 alice', 'S-2 dan'],
    ]);
  });

  it('refuses a question about nothing', async () => {
    const sandbox = await start(base);
    expect((await sandbox.ask('admin', '/v1/access')).status).toBe(400);
    expect((await sandbox.ask('admin', '/v1/access?resource=R-1')).status).toBe(400);
  });
});

describe('access by space', () => {
  it('C2, C8: a multi-space has levels; its creator has full, and a share of theirs is a second path', async () => {
    const sandbox = await start(base);
    expect(await sandbox.levels('bob', 'space=S-1')).toEqual({ alice: 'full', bob: 'write', dan: 'read' });
    const { body } = await sandbox.ask('bob', '/v1/access?space=S-1');
    expect(body.items[0].paths.map((path: { kind: string }) => path.kind)).toEqual(['creator', 'share']);
  });

  it('C1: one is in a collaborative space or not', async () => {
    const sandbox = await start(base);
    expect(await sandbox.levels('dan', 'space=S-2')).toEqual({ alice: 'member', dan: 'member' });
  });

  it('C3: access to its record gives none to a space, and no role does', async () => {
    const sandbox = await start(base);
    expect(await sandbox.levels('bob', 'space=S-2')).toEqual({});
    expect(await sandbox.levels('cora', 'space=S-1')).toEqual({});
  });
});

describe('the audit', () => {
  it('A1, A4: names both whoever acted and for whom, with the reason', async () => {
    const sandbox = await start(base);
    await sandbox.share('admin', 'R-1', 'carl', { access: 'read' }, { 'Act-As': 'alice', 'Audit-Reason': 'on leave' });
    const { body } = await sandbox.ask('admin', '/v1/audit?record=R-1');
    expect(body.items).toHaveLength(1);
    expect(body.items[0]).toMatchObject({
      actor: { id: 'admin' },
      actingFor: { id: 'alice' },
      reason: 'on leave',
      action: 'share.set',
      member: { id: 'carl' },
      record: { number: 'R-1' },
    });
  });

  it('is for the owner, full access and administrators', async () => {
    const sandbox = await start(base);
    await sandbox.share('alice', 'R-1', 'carl', { access: 'read' });
    await sandbox.share('bob', 'R-5', 'carl', { access: 'read' });
    const records = async (who: string) =>
      (await sandbox.ask(who, '/v1/audit')).body.items.map(
        (entry: { record: { number: string } }) => entry.record.number,
      );
    expect(await records('admin')).toEqual(['R-5', 'R-1']);
    expect(await records('alice')).toEqual(['R-1']);
    expect(await records('bob')).toEqual(['R-5', 'R-1']);
    expect(await records('carl')).toEqual([]);
    expect(await records('cora')).toEqual([]);
  });
});
