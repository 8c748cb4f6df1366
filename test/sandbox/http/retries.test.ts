import { describe, expect, it } from 'vitest';
import { member, start, to } from '../sandbox.ts';

const base = {
  members: [member('alice'), member('bob'), member('carl')],
  records: [
    { number: 'R-1', owner: to('alice') },
    { number: 'R-2', owner: to('alice') },
  ],
};

describe('Idempotency-Key', () => {
  it('the same request again gets the first answer, with its ETag, and changes nothing', async () => {
    const sandbox = await start(base);
    const first = await sandbox.share('alice', 'R-1', 'bob', { access: 'read' }, { 'Idempotency-Key': 'k1' });
    await sandbox.share('alice', 'R-1', 'bob', { access: 'full' });
    const again = await sandbox.share('alice', 'R-1', 'bob', { access: 'read' }, { 'Idempotency-Key': '"k1"' });
    expect([again.status, again.body, again.headers.get('ETag')]).toEqual([
      first.status,
      first.body,
      first.headers.get('ETag'),
    ]);
    expect(await sandbox.levels('alice', 'record=R-1')).toHaveProperty('bob', 'full');
    expect(await sandbox.outbox()).toHaveLength(4);
  });

  it('another body, or another path, is refused', async () => {
    const sandbox = await start(base);
    const key = { 'Idempotency-Key': 'k1' };
    await sandbox.share('alice', 'R-1', 'bob', { access: 'read' }, key);
    const other = await sandbox.share('alice', 'R-1', 'bob', { access: 'full' }, key);
    expect([other.status, other.body.code]).toEqual([422, 'key-reused']);
    expect((await sandbox.share('alice', 'R-2', 'bob', { access: 'read' }, key)).status).toBe(422);
  });

  it('a refusal is kept as well; keys of another token are others', async () => {
    const sandbox = await start(base);
    const key = { 'Idempotency-Key': 'k1' };
    expect((await sandbox.share('alice', 'R-1', 'alice', { access: 'read' }, key)).body.rule).toBe('S8');
    expect((await sandbox.share('alice', 'R-1', 'alice', { access: 'read' }, key)).body.rule).toBe('S8');
    expect((await sandbox.share('bob', 'R-1', 'carl', { access: 'read' }, key)).status).toBe(404);
  });

  it('what a key was answered with is given again though the change would be refused by now', async () => {
    const sandbox = await start(base);
    const send = () => sandbox.share('alice', 'R-1', 'bob', { access: 'read' }, { 'Idempotency-Key': 'k1' });
    const first = await send();
    const body = { record: 'R-1', to: 'carl', include: [], keepCopy: false };
    expect((await sandbox.ask('alice', '/v1/transfers', { method: 'POST', body })).status).toBe(201);
    const again = await send();
    expect([again.status, again.body]).toEqual([200, first.body]);
    expect(await sandbox.verdict('alice', 'PUT', '/v1/records/R-1/shares/bob', { access: 'full' })).toBe('T14');
  });

  it('a second request meanwhile is told to wait', async () => {
    const sandbox = await start(base);
    await sandbox.faults({ latencyMs: 150 });
    const send = () => sandbox.share('alice', 'R-1', 'bob', { access: 'read' }, { 'Idempotency-Key': 'k1' });
    const statuses = (await Promise.all([send(), send()])).map((answer) => answer.status).sort();
    expect(statuses).toEqual([200, 409]);
    expect(await sandbox.outbox()).toHaveLength(2);
  });

  it('a failure of the server is not kept', async () => {
    const sandbox = await start(base);
    const send = () => sandbox.share('alice', 'R-1', 'bob', { access: 'read' }, { 'Idempotency-Key': 'k1' });
    await sandbox.faults({ errorRate: 1 });
    expect((await send()).status).toBe(500);
    await sandbox.faults({});
    expect((await send()).status).toBe(200);
  });

  it('a connection cut after the change: the same key finds it done', async () => {
    const sandbox = await start(base);
    const send = () => sandbox.share('alice', 'R-1', 'bob', { access: 'read' }, { 'Idempotency-Key': 'k1' });
    await sandbox.faults({ dropAfter: 1 });
    await expect(send()).rejects.toThrow();
    await sandbox.faults({});
    expect(await sandbox.outbox()).toHaveLength(2);
    expect((await send()).status).toBe(200);
    expect(await sandbox.outbox()).toHaveLength(2);
  });

  it('a connection cut before it: nothing was done', async () => {
    const sandbox = await start(base);
    await sandbox.faults({ dropBefore: 1 });
    await expect(sandbox.share('alice', 'R-1', 'bob', { access: 'read' })).rejects.toThrow();
    await sandbox.faults({});
    expect(await sandbox.outbox()).toEqual([]);
  });
});

describe('faults', () => {
  it('the same seed gives the same failures', async () => {
    const sandbox = await start(base);
    const statuses = async (seed: number) => {
      await sandbox.faults({ seed, errorRate: 0.5 });
      const seen: number[] = [];
      for (let i = 0; i < 12; i += 1) seen.push((await sandbox.ask('alice', '/v1/me')).status);
      return seen.join();
    };
    const first = await statuses(7);
    expect(first).toContain('500');
    expect(first).toContain('200');
    expect(await statuses(7)).toBe(first);
  });

  it('a limit is announced, then kept', async () => {
    const sandbox = await start(base);
    await sandbox.faults({ rateLimit: { requests: 2, perSeconds: 60 } });
    expect((await sandbox.ask('alice', '/v1/me')).headers.get('RateLimit')).toContain('r=1');
    await sandbox.ask('alice', '/v1/me');
    const limited = await sandbox.ask('alice', '/v1/me');
    expect(limited.status).toBe(429);
    expect(Number(limited.headers.get('Retry-After'))).toBeGreaterThan(0);
    expect((await sandbox.ask('bob', '/v1/me')).status).toBe(200);
  });

  it('without a capability its features are truly absent', async () => {
    const sandbox = await start(base);
    const etag = '"stale"';
    await sandbox.faults({ disable: ['etags', 'idempotency', 'act-as', 'batch'] });
    expect((await sandbox.ask(null, '/v1')).body.capabilities).toEqual([]);
    const read = await sandbox.ask('alice', '/v1/records/R-1');
    expect([read.headers.get('ETag'), read.body.etag]).toEqual([null, undefined]);
    const key = { 'Idempotency-Key': 'k1', 'If-Match': etag };
    expect((await sandbox.share('alice', 'R-1', 'bob', { access: 'read' }, key)).status).toBe(200);
    expect((await sandbox.share('alice', 'R-1', 'bob', { access: 'full' }, key)).status).toBe(200);
    expect((await sandbox.ask('admin', '/v1/me', { headers: { 'Act-As': 'alice' } })).status).toBe(403);
    expect((await sandbox.ask('admin', '/v1/records?number=R-1')).body.items).toEqual([]);
    expect((await sandbox.ask('alice', '/v1/batch', { method: 'POST', body: { items: [] } })).status).toBe(404);
  });
});

describe('a batch', () => {
  const send = async (sandbox: Awaited<ReturnType<typeof start>>, items: object[], who = 'alice') =>
    (await sandbox.ask(who, '/v1/batch', { method: 'POST', body: { items } })).body.items;
  const share = (id: string, grantee: string, body: object, headers = {}) => ({
    id,
    method: 'PUT',
    path: `/v1/records/R-1/shares/${grantee}`,
    headers,
    body,
  });

  it('answers each item by itself, in order', async () => {
    const sandbox = await start(base);
    const answers = await send(sandbox, [
      share('a', 'bob', { access: 'read' }),
      share('b', 'alice', { access: 'read' }),
      { id: 'c', method: 'GET', path: '/v1/records?number=R-1' },
      { id: 'd', method: 'GET', path: '/v1/nothing' },
    ]);
    expect(answers.map((answer: { id: string; status: number }) => [answer.id, answer.status])).toEqual([
      ['a', 200],
      ['b', 422],
      ['c', 200],
      ['d', 404],
    ]);
    expect(answers[2].body.items[0].shares).toHaveLength(1);
    expect(answers[1].body.rule).toBe('S8');
    expect(answers[0].headers.ETag).toBe(answers[2].body.items[0].etag);
  });

  it('holds If-Match against the state before it began', async () => {
    const sandbox = await start(base);
    const etag = (await sandbox.ask('alice', '/v1/records/R-1')).headers.get('ETag') as string;
    const headers = { 'If-Match': etag };
    const items = [share('a', 'bob', { access: 'read' }, headers), share('b', 'carl', { access: 'read' }, headers)];
    expect((await send(sandbox, items)).map((answer: { status: number }) => answer.status)).toEqual([200, 200]);
    expect((await send(sandbox, items)).map((answer: { status: number }) => answer.status)).toEqual([412, 412]);
  });

  it('each item has its own key and actor; a batch holds no batch', async () => {
    const sandbox = await start(base);
    const items = [
      share('a', 'bob', { access: 'read' }, { 'idempotency-key': 'k', 'Act-As': 'alice' }),
      { id: 'b', method: 'POST', path: '/v1/batch', body: { items: [] } },
      { id: 'c', method: 'GET', path: '/v1/me' },
    ];
    const first = await send(sandbox, items, 'admin');
    expect(first.map((answer: { status: number }) => answer.status)).toEqual([200, 400, 200]);
    expect(first[2].body.id).toBe('admin');
    await send(sandbox, items, 'admin');
    expect(await sandbox.outbox()).toHaveLength(2);
  });

  it('A1: an item that takes somebody’s access away is felt by those that follow', async () => {
    const sandbox = await start(base);
    const me = (id: string) => ({ id, method: 'GET', path: '/v1/me', headers: { 'Act-As': 'bob' } });
    const revoke = { id: 'b', method: 'POST', path: '/v1/members/bob/revoke' };
    const answers = await send(sandbox, [me('a'), revoke, me('c')], 'admin');
    expect(answers.map((answer: { status: number }) => answer.status)).toEqual([200, 200, 403]);
  });

  it('counts each item towards the limits', async () => {
    const sandbox = await start(base);
    await sandbox.faults({ rateLimit: { requests: 2, perSeconds: 60 } });
    const items = ['a', 'b', 'c'].map((id) => ({ id, method: 'GET', path: '/v1/me' }));
    expect((await send(sandbox, items)).map((answer: { status: number }) => answer.status)).toEqual([200, 200, 429]);
  });
});
