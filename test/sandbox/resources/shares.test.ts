import { describe, expect, it } from 'vitest';
import { member, start, to } from '../sandbox.ts';

const people = ['alice', 'bob', 'carl', 'dan', 'eve'].map((name) => member(name));
const base = {
  members: [...people, member('ian', { status: 'inactive' }), member('ivy', { status: 'invited' })],
  teams: [{ name: 'North', members: [to('dan'), to('eve'), to('ian'), to('ivy')] }],
  records: [
    {
      number: 'R-1',
      owner: to('alice'),
      shares: [
        { with: to('bob'), access: 'full' as const },
        { with: to('carl'), access: 'read' as const },
      ],
    },
    {
      number: 'R-2',
      owner: to('alice'),
      status: 'archived' as const,
      shares: [{ with: to('bob'), access: 'full' as const }],
    },
    { number: 'R-3', owner: to('alice'), shares: [{ with: 'team:North', access: 'full' as const }] },
    {
      number: 'R-4',
      owner: to('alice'),
      shares: [
        { with: to('bob'), access: 'full' as const },
        { with: to('carl'), access: 'read' as const },
      ],
    },
    {
      number: 'R-5',
      owner: to('alice'),
      status: 'deleted' as const,
      shares: [{ with: to('bob'), access: 'full' as const }],
    },
  ],
  transfers: [{ record: 'R-4', to: to('dan'), by: to('alice') }],
};
const rule = async (answer: Promise<{ status: number; body: { rule?: string } }>) => {
  const { status, body } = await answer;
  return status === 422 ? body.rule : status;
};

describe('shares', () => {
  it('S1: sharing again replaces the level', async () => {
    const sandbox = await start(base);
    await sandbox.share('alice', 'R-1', 'carl', { access: 'write' });
    expect(await sandbox.levels('alice', 'record=R-1')).toEqual({ alice: 'owner', bob: 'full', carl: 'write' });
  });

  it('S2: whoever has full access shares, directly or through a team; nobody else does', async () => {
    const sandbox = await start(base);
    expect(await rule(sandbox.share('bob', 'R-1', 'dan', { access: 'read' }))).toBe(200);
    expect(await rule(sandbox.share('dan', 'R-3', 'bob', { access: 'read' }))).toBe(200);
    expect(await rule(sandbox.share('carl', 'R-1', 'dan', { access: 'read' }))).toBe('S2');
    expect(await rule(sandbox.unshare('carl', 'R-1', 'bob'))).toBe('S2');
    expect(await rule(sandbox.unshare('bob', 'R-1', 'carl'))).toBe(204);
  });

  it('S4: approval is refused with read, and for a team', async () => {
    const sandbox = await start(base);
    expect(await rule(sandbox.share('alice', 'R-1', 'dan', { access: 'read', requireApproval: true }))).toBe('S4');
    expect(await rule(sandbox.share('alice', 'R-1', 'north', { access: 'full', requireApproval: true }))).toBe('S4');
    expect(await rule(sandbox.share('alice', 'R-1', 'dan', { access: 'write', requireApproval: true }))).toBe(200);
  });

  it('S9: approval left unsaid is kept, lowering to read drops it', async () => {
    const sandbox = await start(base);
    const approval = async (body: object) => (await sandbox.share('alice', 'R-1', 'dan', body)).body.requireApproval;
    expect(await approval({ access: 'write', requireApproval: true })).toBe(true);
    expect(await approval({ access: 'full' })).toBe(true);
    expect(await approval({ access: 'read' })).toBe(false);
    expect(await approval({ access: 'write' })).toBe(false);
  });

  it('S5, N1: each active member a share reaches gets one e-mail and one notification, never the one acting', async () => {
    const sandbox = await start(base);
    await sandbox.share('dan', 'R-3', 'bob', { access: 'read' });
    expect(await sandbox.outbox()).toEqual(['email bob share.set', 'notification bob share.set']);
    await sandbox.share('dan', 'R-3', 'north', { access: 'write' });
    expect((await sandbox.outbox()).filter((line) => !line.includes('bob'))).toEqual([
      'email eve share.set',
      'notification eve share.set',
    ]);
  });

  it('S9, N1: a change of approval alone notifies; what is already so does not', async () => {
    const sandbox = await start(base);
    await sandbox.share('alice', 'R-1', 'bob', { access: 'full' });
    expect(await sandbox.outbox()).toEqual([]);
    await sandbox.share('alice', 'R-1', 'bob', { access: 'full', requireApproval: true });
    expect(await sandbox.outbox()).toHaveLength(2);
  });

  it('S5, N5: removing a share notifies nobody', async () => {
    const sandbox = await start(base);
    await sandbox.unshare('alice', 'R-1', 'bob');
    expect(await sandbox.outbox()).toEqual([]);
    expect(await sandbox.levels('alice', 'record=R-1')).toEqual({ alice: 'owner', carl: 'read' });
  });

  it('S6: a grantee leaves what was shared with them directly; what a team gives is left otherwise', async () => {
    const sandbox = await start(base);
    expect(await rule(sandbox.unshare('carl', 'R-1', 'carl'))).toBe(204);
    expect((await sandbox.ask('carl', '/v1/records/R-1')).status).toBe(404);
    expect(await rule(sandbox.unshare('eve', 'R-3', 'eve'))).toBe('S6');
  });

  it('S8: not with the owner, nor with whoever is not active; with a team that holds such members', async () => {
    const sandbox = await start(base);
    for (const grantee of ['alice', 'ian', 'ivy']) {
      expect(await rule(sandbox.share('bob', 'R-1', grantee, { access: 'read' }))).toBe('S8');
    }
    expect(await rule(sandbox.share('bob', 'R-1', 'north', { access: 'read' }))).toBe(200);
    expect(await sandbox.levels('alice', 'record=R-1')).toMatchObject({ dan: 'read', eve: 'read' });
    expect(await sandbox.levels('alice', 'record=R-1')).not.toHaveProperty('ian');
    expect(await rule(sandbox.share('bob', 'R-1', 'nobody', { access: 'read' }))).toBe(404);
  });

  it('R5: on an archived record a share is removed, not added or changed', async () => {
    const sandbox = await start(base);
    expect(await rule(sandbox.share('alice', 'R-2', 'carl', { access: 'read' }))).toBe('R5');
    expect(await rule(sandbox.share('alice', 'R-2', 'bob', { access: 'read' }))).toBe('R5');
    expect(await rule(sandbox.unshare('alice', 'R-2', 'bob'))).toBe(204);
  });

  it('R4: a deleted record is open to its owner alone', async () => {
    const sandbox = await start(base);
    expect((await sandbox.ask('bob', '/v1/records/R-5')).status).toBe(404);
    expect(await sandbox.levels('alice', 'record=R-5')).toEqual({ alice: 'owner' });
    expect(await rule(sandbox.share('alice', 'R-5', 'carl', { access: 'read' }))).toBe('R4');
  });

  it('T14: while a transfer is pending no share is added or changed, removing is allowed, the suspended do nothing', async () => {
    const sandbox = await start(base);
    expect(await rule(sandbox.share('alice', 'R-4', 'eve', { access: 'read' }))).toBe('T14');
    expect(await rule(sandbox.share('alice', 'R-4', 'carl', { access: 'full' }))).toBe('T14');
    expect(await rule(sandbox.share('bob', 'R-4', 'eve', { access: 'read' }))).toBe(404);
    expect(await rule(sandbox.unshare('carl', 'R-4', 'carl'))).toBe(404);
    expect(await rule(sandbox.unshare('alice', 'R-4', 'carl'))).toBe(204);
  });

  it('moves the ETag of the record, and refuses a stale If-Match', async () => {
    const sandbox = await start(base);
    const before = (await sandbox.ask('alice', '/v1/records/R-1')).headers.get('ETag') as string;
    const first = await sandbox.share('alice', 'R-1', 'dan', { access: 'read' }, { 'If-Match': before });
    expect(first.status).toBe(200);
    expect(first.headers.get('ETag')).not.toBe(before);
    expect((await sandbox.share('alice', 'R-1', 'eve', { access: 'read' }, { 'If-Match': before })).status).toBe(412);
    expect((await sandbox.ask('alice', '/v1/records/R-1')).headers.get('ETag')).toBe(first.headers.get('ETag'));
  });
});
