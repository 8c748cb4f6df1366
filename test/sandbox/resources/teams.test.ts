import { describe, expect, it } from 'vitest';
import { Team } from '../../../src/contract/teams.ts';
import { checkWorld } from '../../../src/sandbox/world/check.ts';
import { member, start, to } from '../sandbox.ts';

const base = {
  members: [
    ...['alice', 'bob', 'dan'].map((name) => member(name)),
    member('cora', { roles: ['coordinator', 'manager'] }),
    member('ian', { status: 'inactive' }),
    member('ivy', { status: 'invited' }),
  ],
  teams: [
    { name: 'North', members: [to('dan')] },
    { name: 'South', members: [] },
  ],
  records: [
    {
      number: 'R-1',
      owner: to('alice'),
      shares: [
        { with: 'team:North', access: 'write' as const },
        { with: to('dan'), access: 'read' as const },
      ],
    },
    { number: 'R-2', owner: to('alice') },
  ],
  spaces: [
    {
      id: 'S-1',
      kind: 'collaborative' as const,
      name: 'Exchange',
      creator: to('alice'),
      members: [{ with: 'team:North' }],
    },
  ],
};
const tags = async (sandbox: Awaited<ReturnType<typeof start>>) =>
  Promise.all(['/v1/records/R-1', '/v1/records/R-2', '/v1/spaces/S-1'].map((path) => sandbox.etag('alice', path)));

describe('teams', () => {
  it('O7: an administrator creates a team, with members of whatever status', async () => {
    const sandbox = await start(base);
    const body = { name: ' East ', members: ['dan', 'ian', 'ivy', 'dan'] };
    const answer = await sandbox.ask('admin', '/v1/teams', { method: 'POST', body });
    expect(answer.status).toBe(201);
    const team = Team.parse(answer.body);
    expect([team.name, team.members.map((each) => each.id)]).toEqual(['East', ['dan', 'ian', 'ivy']]);
    const read = await sandbox.ask('bob', `/v1/teams/${team.id}`);
    expect([read.body, read.headers.get('ETag')]).toEqual([answer.body, answer.headers.get('ETag')]);
    const stranger = { name: 'West', members: ['dan', 'nobody'] };
    expect(await sandbox.verdict('admin', 'POST', '/v1/teams', stranger)).toBe(404);
    expect((await sandbox.ask('bob', '/v1/teams?name=West')).body.items).toEqual([]);
  });

  it('O7: nobody but administrators creates, renames, deletes teams or changes who is in them', async () => {
    const sandbox = await start(base);
    for (const who of ['alice', 'dan', 'cora']) {
      expect(await sandbox.verdict(who, 'POST', '/v1/teams', { name: 'East' })).toBe('O7');
      expect(await sandbox.verdict(who, 'PATCH', '/v1/teams/north', { name: 'East' })).toBe('O7');
      expect(await sandbox.verdict(who, 'DELETE', '/v1/teams/north')).toBe('O7');
      expect(await sandbox.verdict(who, 'PUT', '/v1/teams/north/members/bob')).toBe('O7');
      expect(await sandbox.verdict(who, 'DELETE', '/v1/teams/north/members/dan')).toBe('O7');
    }
    expect(await sandbox.levels('alice', 'record=R-1')).toEqual({ alice: 'owner', cora: 'metadata', dan: 'write' });
  });

  it('a name another team bears is a conflict; its own is not', async () => {
    const sandbox = await start(base);
    expect(await sandbox.verdict('admin', 'POST', '/v1/teams', { name: 'North' })).toBe(409);
    expect(await sandbox.verdict('admin', 'PATCH', '/v1/teams/north', { name: 'South' })).toBe(409);
    const before = await sandbox.etag('admin', '/v1/teams/north');
    expect(await sandbox.verdict('admin', 'PATCH', '/v1/teams/north', { name: 'North' })).toBe(200);
    expect(await sandbox.etag('admin', '/v1/teams/north')).toBe(before);
  });

  it('O7: renaming keeps what the team was given', async () => {
    const sandbox = await start(base);
    const { body } = await sandbox.ask('admin', '/v1/teams/north', { method: 'PATCH', body: { name: 'Far North' } });
    expect(body).toMatchObject({ id: 'north', name: 'Far North', members: [{ id: 'dan' }] });
    expect(await sandbox.paths('alice', 'R-1', 'dan')).toEqual(['share read active', 'team write Far North active']);
  });

  it('O7: whoever joins gains, whoever leaves loses what only the team gave; no ETag of a record moves', async () => {
    const sandbox = await start(base);
    const before = await tags(sandbox);
    const team = await sandbox.etag('admin', '/v1/teams/north');
    const joined = await sandbox.ask('admin', '/v1/teams/north/members/bob', { method: 'PUT' });
    expect(joined.body.members.map((each: { id: string }) => each.id)).toEqual(['bob', 'dan']);
    expect(await sandbox.levels('alice', 'record=R-1')).toMatchObject({ bob: 'write', dan: 'write' });
    expect(await sandbox.levels('alice', 'space=S-1')).toEqual({ alice: 'member', bob: 'member', dan: 'member' });
    for (const name of ['bob', 'dan']) {
      expect(await sandbox.verdict('admin', 'DELETE', `/v1/teams/north/members/${name}`)).toBe(204);
    }
    expect(await sandbox.levels('alice', 'record=R-1')).toEqual({ alice: 'owner', dan: 'read', cora: 'metadata' });
    expect(await sandbox.levels('alice', 'space=S-1')).toEqual({ alice: 'member' });
    expect(await tags(sandbox)).toEqual(before);
    expect(joined.headers.get('ETag')).not.toBe(team);
    expect(await sandbox.etag('admin', '/v1/teams/north')).not.toBe(joined.headers.get('ETag'));
  });

  it('O12: who is invited or inactive joins and leaves, and has nothing until they are active', async () => {
    const sandbox = await start(base);
    expect(await sandbox.verdict('admin', 'PUT', '/v1/teams/north/members/ian')).toBe(200);
    expect(await sandbox.verdict('admin', 'PUT', '/v1/teams/north/members/ivy')).toBe(200);
    expect(await sandbox.levels('alice', 'record=R-1')).not.toHaveProperty('ian');
    await sandbox.ask('admin', '/v1/members/ian/restore', { method: 'POST' });
    expect(await sandbox.levels('alice', 'record=R-1')).toHaveProperty('ian', 'write');
    expect(await sandbox.verdict('admin', 'DELETE', '/v1/teams/north/members/ivy')).toBe(204);
  });

  it('joining twice changes nothing; who is not in a team can’t be taken out; strangers are unknown', async () => {
    const sandbox = await start(base);
    const before = await sandbox.etag('admin', '/v1/teams/north');
    const again = await sandbox.ask('admin', '/v1/teams/north/members/dan', { method: 'PUT' });
    expect([again.status, again.headers.get('ETag')]).toEqual([200, before]);
    expect(await sandbox.verdict('admin', 'DELETE', '/v1/teams/north/members/bob')).toBe(404);
    expect(await sandbox.verdict('admin', 'PUT', '/v1/teams/north/members/nobody')).toBe(404);
    expect(await sandbox.verdict('admin', 'PUT', '/v1/teams/nothing/members/dan')).toBe(404);
    expect((await sandbox.ask('admin', '/v1/audit?team=north')).body.items).toEqual([]);
  });

  it('O7: deleting a team removes what it was given; the ETags of what it was given on move', async () => {
    const sandbox = await start(base);
    const before = await tags(sandbox);
    expect(await sandbox.verdict('admin', 'DELETE', '/v1/teams/north')).toBe(204);
    expect((await sandbox.ask('admin', '/v1/teams/north')).status).toBe(404);
    expect(await sandbox.levels('alice', 'record=R-1')).toEqual({ alice: 'owner', dan: 'read', cora: 'metadata' });
    expect((await sandbox.ask('alice', '/v1/records/R-1')).body.shares).toHaveLength(1);
    expect((await sandbox.ask('alice', '/v1/spaces/S-1')).body.members).toEqual([]);
    const moved = (await tags(sandbox)).map((tag, i) => tag !== before[i]);
    expect(moved).toEqual([true, false, true]);
    const { body } = await sandbox.dump();
    expect(() => checkWorld(body)).not.toThrow();
  });

  it('N5: nobody is written to, and all of it is taken down', async () => {
    const sandbox = await start(base);
    await sandbox.ask('admin', '/v1/teams', { method: 'POST', body: { name: 'East', members: ['bob'] } });
    await sandbox.ask('admin', '/v1/teams/north/members/bob', { method: 'PUT' });
    await sandbox.ask('admin', '/v1/teams/north/members/dan', { method: 'DELETE' });
    await sandbox.ask('admin', '/v1/teams/north', { method: 'PATCH', body: { name: 'West' } });
    await sandbox.ask('admin', '/v1/teams/north', { method: 'DELETE' });
    expect(await sandbox.outbox()).toEqual([]);
    const entries = (await sandbox.ask('admin', '/v1/audit')).body.items.reverse();
    type Entry = { action: string; team: { name: string }; member: { id: string } | null };
    expect(entries.map((each: Entry) => [each.action, each.team.name, each.member?.id].join(' ').trim())).toEqual([
      'team.create East',
      'team.add East bob',
      'team.add North bob',
      'team.remove North dan',
      'team.rename West',
      'team.delete West',
    ]);
  });

  it('refuses a stale If-Match', async () => {
    const sandbox = await start(base);
    const headers = { 'If-Match': (await sandbox.etag('admin', '/v1/teams/north')) as string };
    const ask = async (path: string, method: string) =>
      (await sandbox.ask('admin', `/v1/teams/north${path}`, { method, headers })).status;
    expect(await ask('/members/bob', 'PUT')).toBe(200);
    expect(await ask('/members/alice', 'PUT')).toBe(412);
    expect(await ask('/members/dan', 'DELETE')).toBe(412);
    expect(await ask('', 'DELETE')).toBe(412);
  });
});
