import { describe, expect, it } from 'vitest';
import { Space } from '../../../src/contract/spaces.ts';
import { checkWorld } from '../../../src/sandbox/world/check.ts';
import { member, start, to } from '../sandbox.ts';

const base = {
  members: [
    member('alice', { schools: ['010'] }),
    member('bob', { schools: ['010'] }),
    ...['carl', 'dan', 'eve'].map((name) => member(name)),
    member('cora', { roles: ['coordinator'] }),
    member('ian', { status: 'inactive' }),
    member('ivy', { status: 'invited' }),
  ],
  teams: [{ name: 'North', members: [to('dan'), to('ian'), to('ivy')] }],
  profiles: [
    { key: 'P-1', name: 'Sam Tremblay', school: '010' },
    { key: 'P-2', name: 'Lou Côté', school: '020' },
    { key: 'P-3', name: 'Noa Roy' },
  ],
  records: [
    { number: 'R-1', title: 'Follow-up', owner: to('alice'), shares: [{ with: to('bob'), access: 'read' as const }] },
    { number: 'R-2', owner: to('eve') },
  ],
  copies: [{ record: 'R-2', holder: to('alice'), at: '2026-06-20T12:00:00Z' }],
  spaces: [
    {
      id: 'S-1',
      kind: 'multi' as const,
      profile: 'P-1',
      creator: to('alice'),
      members: [
        { with: to('bob'), access: 'full' as const },
        { with: to('carl'), access: 'read' as const },
        { with: 'team:North', access: 'write' as const },
      ],
    },
    {
      id: 'S-2',
      kind: 'collaborative' as const,
      name: 'Échange',
      record: 'R-1',
      creator: to('alice'),
      members: [{ with: to('carl') }, { with: 'team:North' }],
    },
  ],
};
type Sandbox = Awaited<ReturnType<typeof start>>;
const create = (sandbox: Sandbox, who: string, body: object) =>
  sandbox.ask(who, '/v1/spaces', { method: 'POST', body });
const creating = (sandbox: Sandbox, who: string, body: object) => sandbox.verdict(who, 'POST', '/v1/spaces', body);
const add = (sandbox: Sandbox, who: string, space: string, grantee: string, access?: string) =>
  sandbox.verdict(who, 'PUT', `/v1/spaces/${space}/members/${grantee}`, access ? { access } : {});
const remove = (sandbox: Sandbox, who: string, space: string, grantee: string) =>
  sandbox.verdict(who, 'DELETE', `/v1/spaces/${space}/members/${grantee}`);
const ids = (answer: { body: { items: Space[] } }) => answer.body.items.map((space) => space.id);
const waysOf = async (sandbox: Sandbox, space: string, name: string) => {
  const { body } = await sandbox.ask('admin', `/v1/access?space=${space}&member=${name}`);
  return (body.items[0]?.paths ?? []).map((path: { kind: string; level: string }) => `${path.kind} ${path.level}`);
};

describe('reading spaces', () => {
  it('C1, A2: whoever is in one sees who is in it; nobody else knows of it', async () => {
    const sandbox = await start(base);
    const { body, headers } = await sandbox.ask('dan', '/v1/spaces/S-1');
    expect(Space.parse(body)).toMatchObject({ kind: 'multi', name: 'Sam Tremblay', profile: { key: 'P-1' } });
    expect(
      body.members.map((each: { grantee: { id: string }; access: string }) => [each.grantee.id, each.access]),
    ).toEqual([
      ['bob', 'full'],
      ['carl', 'read'],
      ['north', 'write'],
    ]);
    expect(body.etag).toBe(headers.get('ETag'));
    for (const who of ['eve', 'cora']) expect((await sandbox.ask(who, '/v1/spaces/S-1')).status).toBe(404);
    expect(ids(await sandbox.ask('dan', '/v1/spaces'))).toEqual(['S-1', 'S-2']);
    expect(ids(await sandbox.ask('bob', '/v1/spaces'))).toEqual(['S-1']);
    expect(ids(await sandbox.ask('eve', '/v1/spaces?id=S-1'))).toEqual([]);
  });

  it('finds them by kind, profile and text without accents, page by page', async () => {
    const sandbox = await start(base);
    expect(ids(await sandbox.ask('alice', '/v1/spaces?kind=collaborative'))).toEqual(['S-2']);
    expect(ids(await sandbox.ask('alice', '/v1/spaces?profile=P-1'))).toEqual(['S-1']);
    expect(ids(await sandbox.ask('alice', '/v1/spaces?q=echange'))).toEqual(['S-2']);
    const first = await sandbox.ask('alice', '/v1/spaces?limit=1');
    expect(ids(first)).toEqual(['S-1']);
    expect(ids(await sandbox.ask('alice', `/v1/spaces?cursor=${first.body.nextCursor}`))).toEqual(['S-2']);
  });

  it('C3: the record it was created from stays unknown to whoever has no way to it, and the space opens none', async () => {
    const sandbox = await start(base);
    expect((await sandbox.ask('alice', '/v1/spaces/S-2')).body.record).toBe('R-1');
    expect((await sandbox.ask('carl', '/v1/spaces/S-2')).body).not.toHaveProperty('record');
    expect((await sandbox.ask('carl', '/v1/records/R-1')).status).toBe(404);
    expect((await sandbox.ask('bob', '/v1/spaces/S-2')).status).toBe(404);
  });

  it('A1: the scope act-as resolves a space, or a profile’s multi-space, to its creator and nothing more', async () => {
    const sandbox = await start(base);
    const creator = { id: 'alice', email: to('alice') };
    expect((await sandbox.ask('admin', '/v1/spaces/S-2')).body).toEqual({ id: 'S-2', creator });
    expect((await sandbox.ask('admin', '/v1/spaces?id=S-2')).body.items).toEqual([{ id: 'S-2', creator }]);
    expect((await sandbox.ask('admin', '/v1/spaces?profile=P-1&kind=multi')).body.items).toEqual([
      { id: 'S-1', creator },
    ]);
    for (const query of ['', 'kind=multi', 'q=sam', 'id=S-2&kind=collaborative', 'profile=P-1&q=sam']) {
      expect(ids(await sandbox.ask('admin', `/v1/spaces?${query}`)), query).toEqual([]);
    }
    const acting = { headers: { 'Act-As': 'eve' } };
    expect((await sandbox.ask('admin', '/v1/spaces/S-2', acting)).status).toBe(404);
  });

  it('C7: what is told of a multi-space holds no note, whatever the level', async () => {
    const sandbox = await start(base);
    const fields = ['creator', 'etag', 'id', 'kind', 'members', 'name', 'profile', 'record'];
    for (const who of ['alice', 'carl']) {
      expect(Object.keys((await sandbox.ask(who, '/v1/spaces/S-1')).body).sort()).toEqual(fields);
    }
  });
});

describe('creating', () => {
  it('C1: a collaborative space on its own, shared with nobody', async () => {
    const sandbox = await start(base);
    const { status, body, headers } = await create(sandbox, 'carl', { kind: 'collaborative', name: 'Team talk' });
    expect(status).toBe(201);
    expect(Space.parse(body)).toMatchObject({ creator: { id: 'carl' }, name: 'Team talk', members: [], record: null });
    expect(headers.get('ETag')).toBe(await sandbox.etag('carl', `/v1/spaces/${body.id}`));
    expect(await sandbox.levels('carl', `space=${body.id}`)).toEqual({ carl: 'member' });
    expect(await sandbox.outbox()).toEqual([]);
  });

  it('C1: from a record one has read or more on, a copy counting as that (T10)', async () => {
    const sandbox = await start(base);
    const from = (record: string) => ({ kind: 'collaborative', name: 'About it', record });
    expect((await create(sandbox, 'bob', from('R-1'))).body.record).toBe('R-1');
    expect(await creating(sandbox, 'alice', from('R-2'))).toBe(201);
    expect(await creating(sandbox, 'cora', from('R-1'))).toBe('C1');
    expect(await creating(sandbox, 'carl', from('R-1'))).toBe(404);
    expect(await creating(sandbox, 'carl', from('R-9'))).toBe(404);
  });

  it('C3: created from a record, it lets nobody in who has access to that', async () => {
    const sandbox = await start(base);
    const { id } = (await create(sandbox, 'alice', { kind: 'collaborative', record: 'R-1' })).body;
    expect((await sandbox.ask('bob', `/v1/spaces/${id}`)).status).toBe(404);
  });

  it('C2, C8: a multi-space takes the name of its profile, and its creator has full', async () => {
    const sandbox = await start(base);
    const { body } = await create(sandbox, 'cora', { kind: 'multi', profile: 'P-2' });
    expect(body).toMatchObject({ name: 'Lou Côté', profile: { id: 'P-2', key: 'P-2' }, members: [], record: null });
    expect(await waysOf(sandbox, body.id, 'cora')).toEqual(['creator full']);
    expect(ids(await sandbox.ask('cora', '/v1/spaces?q=cote'))).toEqual([body.id]);
  });

  it('C2: a multi-space is created from a profile: not without one, from a record, or under another name', async () => {
    const sandbox = await start(base);
    expect(await creating(sandbox, 'alice', { kind: 'multi' })).toBe('C2');
    expect(await creating(sandbox, 'alice', { kind: 'multi', profile: 'P-1', record: 'R-1', another: true })).toBe(
      'C2',
    );
    expect(await creating(sandbox, 'alice', { kind: 'multi', profile: 'P-1', name: 'Mine', another: true })).toBe('C2');
  });

  it('C6: for profiles of one’s own schools; administrators and coordinators for any', async () => {
    const sandbox = await start(base);
    for (const profile of ['P-2', 'P-3']) {
      expect(await creating(sandbox, 'alice', { kind: 'multi', profile })).toBe('C6');
      expect(await creating(sandbox, 'alice', { kind: 'collaborative', profile })).toBe('C6');
    }
    expect(await creating(sandbox, 'admin', { kind: 'multi', profile: 'P-2' })).toBe(201);
    expect(await creating(sandbox, 'cora', { kind: 'multi', profile: 'P-3' })).toBe(201);
    expect(await creating(sandbox, 'bob', { kind: 'collaborative', profile: 'P-1' })).toBe(201);
    expect(await creating(sandbox, 'alice', { kind: 'multi', profile: 'P-9' })).toBe(404);
    const clinic = { ...base, profiles: [{ key: 'P-1', name: 'Sam' }], spaces: [], schools: [] };
    const members = base.members.map((each) => ({ ...each, schools: [] }));
    const other = await start({ ...clinic, members, organization: { name: 'Clinic', kind: 'clinic' } });
    expect(await creating(other, 'carl', { kind: 'multi', profile: 'P-1' })).toBe(201);
  });

  it('C6: a profile keeps the multi-space it has, unless a second is asked for', async () => {
    const sandbox = await start(base);
    const kept = await create(sandbox, 'bob', { kind: 'multi', profile: 'P-1' });
    expect([kept.status, kept.body.id]).toEqual([201, 'S-1']);
    expect((await sandbox.dump()).body.spaces).toHaveLength(2);
    const second = await create(sandbox, 'bob', { kind: 'multi', profile: 'P-1', another: true });
    expect([second.status, second.body.creator.id, second.body.id === 'S-1']).toEqual([201, 'bob', false]);
  });

  it('C6: one outside the asker’s view is refused without being named', async () => {
    const sandbox = await start(base);
    const answer = await create(sandbox, 'cora', { kind: 'multi', profile: 'P-1' });
    expect([answer.status, answer.body.rule]).toEqual([422, 'C6']);
    expect(JSON.stringify(answer.body)).not.toMatch(/S-1|alice|Sam/);
  });
});

describe('who is in a space', () => {
  it('C1: in a collaborative space everyone in it invites, through a team too, without levels', async () => {
    const sandbox = await start(base);
    expect(await add(sandbox, 'carl', 'S-2', 'bob')).toBe(200);
    expect(await add(sandbox, 'dan', 'S-2', 'eve')).toBe(200);
    expect(await add(sandbox, 'dan', 'S-2', 'cora', 'read')).toBe('C1');
    expect(await add(sandbox, 'cora', 'S-2', 'cora')).toBe(404);
    const everybody = { alice: 'member', bob: 'member', carl: 'member', dan: 'member', eve: 'member' };
    expect(await sandbox.levels('eve', 'space=S-2')).toEqual(everybody);
  });

  it('C2, C4: a multi-space is shared with a level, by its creator and those with full', async () => {
    const sandbox = await start(base);
    expect(await add(sandbox, 'alice', 'S-1', 'eve', 'read')).toBe(200);
    expect(await add(sandbox, 'bob', 'S-1', 'carl', 'write')).toBe(200);
    expect(await add(sandbox, 'bob', 'S-1', 'cora')).toBe('C2');
    for (const who of ['carl', 'dan', 'eve']) expect(await add(sandbox, who, 'S-1', 'cora', 'read')).toBe('C4');
    const levels = { alice: 'full', bob: 'full', carl: 'write', dan: 'write', eve: 'read' };
    expect(await sandbox.levels('eve', 'space=S-1')).toEqual(levels);
  });

  it('C4, S8: with active members and teams, the creator allowed', async () => {
    const sandbox = await start(base);
    for (const grantee of ['ian', 'ivy']) {
      expect(await add(sandbox, 'alice', 'S-1', grantee, 'read')).toBe('S8');
      expect(await add(sandbox, 'alice', 'S-2', grantee)).toBe('S8');
    }
    expect(await add(sandbox, 'alice', 'S-1', 'nobody', 'read')).toBe(404);
    expect(await add(sandbox, 'bob', 'S-1', 'alice', 'read')).toBe(200);
    expect(await waysOf(sandbox, 'S-1', 'alice')).toEqual(['creator full', 'share read']);
  });

  it('C5, N2: whoever is added is notified, active members of a team each, never the one acting', async () => {
    const sandbox = await start(base);
    await add(sandbox, 'alice', 'S-1', 'eve', 'read');
    expect(await sandbox.outbox()).toEqual(['email eve space.share', 'notification eve space.share']);
    const { body } = await sandbox.ask(null, '/sandbox/outbox');
    expect(body[0].about).toEqual({ action: 'space.share', resource: 'space:S-1' });
    const { id } = (await create(sandbox, 'dan', { kind: 'collaborative', name: 'Of the team' })).body;
    await add(sandbox, 'dan', id, 'north');
    expect(await sandbox.outbox()).toHaveLength(2);
    const other = (await create(sandbox, 'eve', { kind: 'collaborative', name: 'With the team' })).body.id;
    await add(sandbox, 'eve', other, 'north');
    expect((await sandbox.outbox()).filter((line) => line.includes(' dan '))).toHaveLength(2);
  });

  it('N2: not those in it already at that level or above, whatever the way', async () => {
    const sandbox = await start(base);
    await add(sandbox, 'alice', 'S-1', 'dan', 'write');
    await add(sandbox, 'alice', 'S-1', 'bob', 'read');
    await add(sandbox, 'bob', 'S-1', 'alice', 'full');
    await add(sandbox, 'alice', 'S-2', 'dan');
    expect(await sandbox.outbox()).toEqual([]);
    await add(sandbox, 'alice', 'S-1', 'dan', 'full');
    expect(await sandbox.outbox()).toEqual(['email dan space.share', 'notification dan space.share']);
  });

  it('C4: anyone shared with directly leaves; what a team gives is left by leaving the team', async () => {
    const sandbox = await start(base);
    for (const space of ['S-1', 'S-2']) {
      expect(await remove(sandbox, 'carl', space, 'carl')).toBe(204);
      expect((await sandbox.ask('carl', `/v1/spaces/${space}`)).status).toBe(404);
      expect(await remove(sandbox, 'dan', space, 'dan')).toBe('C4');
    }
  });

  it('C4: full access removes others from a multi-space, the creator alone from a collaborative one', async () => {
    const sandbox = await start(base);
    expect(await remove(sandbox, 'dan', 'S-1', 'carl')).toBe('C4');
    expect(await remove(sandbox, 'bob', 'S-1', 'north')).toBe(204);
    expect(await remove(sandbox, 'dan', 'S-2', 'carl')).toBe('C4');
    expect(await remove(sandbox, 'carl', 'S-2', 'north')).toBe('C4');
    expect(await remove(sandbox, 'alice', 'S-2', 'north')).toBe(204);
    expect(await remove(sandbox, 'alice', 'S-2', 'eve')).toBe(404);
    expect(await sandbox.levels('alice', 'space=S-1')).toEqual({ alice: 'full', bob: 'full', carl: 'read' });
    expect(await sandbox.levels('alice', 'space=S-2')).toEqual({ alice: 'member', carl: 'member' });
    expect(await sandbox.outbox()).toEqual([]);
  });

  it('C8: the creator can’t be removed; a share they also hold can', async () => {
    const sandbox = await start(base);
    expect(await remove(sandbox, 'bob', 'S-1', 'alice')).toBe('C8');
    expect(await remove(sandbox, 'alice', 'S-2', 'alice')).toBe('C8');
    await add(sandbox, 'bob', 'S-1', 'alice', 'read');
    expect(await remove(sandbox, 'bob', 'S-1', 'alice')).toBe(204);
    expect(await waysOf(sandbox, 'S-1', 'alice')).toEqual(['creator full']);
  });

  it('moves the ETag of the space, not when nothing changes; a stale If-Match is refused', async () => {
    const sandbox = await start(base);
    const before = (await sandbox.etag('alice', '/v1/spaces/S-1')) as string;
    await add(sandbox, 'alice', 'S-1', 'carl', 'read');
    expect(await sandbox.etag('alice', '/v1/spaces/S-1')).toBe(before);
    const put = { method: 'PUT', body: { access: 'read' }, headers: { 'If-Match': before } };
    const added = await sandbox.ask('alice', '/v1/spaces/S-1/members/eve', put);
    expect([added.status, added.body.access]).toEqual([200, 'read']);
    expect(added.headers.get('ETag')).toBe(await sandbox.etag('alice', '/v1/spaces/S-1'));
    expect(added.headers.get('ETag')).not.toBe(before);
    const leave = { method: 'DELETE', headers: { 'If-Match': before } };
    expect((await sandbox.ask('eve', '/v1/spaces/S-1/members/eve', leave)).status).toBe(412);
  });

  it('A1: all of it is taken down, and the state loads again', async () => {
    const sandbox = await start(base);
    const { id } = (await create(sandbox, 'alice', { kind: 'collaborative', record: 'R-1' })).body;
    await add(sandbox, 'alice', id, 'north');
    await remove(sandbox, 'alice', id, 'north');
    await add(sandbox, 'alice', id, 'bob');
    const { items } = (await sandbox.ask('alice', `/v1/audit?space=${id}`)).body;
    type Entry = { action: string; member: { id: string } | null; team: { id: string } | null };
    expect(items.map((each: Entry) => `${each.action} ${each.member?.id ?? each.team?.id ?? ''}`.trim())).toEqual([
      'space.share bob',
      'space.unshare north',
      'space.share north',
      'space.create',
    ]);
    const { body } = await sandbox.dump();
    expect(() => checkWorld(body)).not.toThrow();
  });
});
