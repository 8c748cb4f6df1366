import { connect } from 'node:net';
import { describe, expect, it } from 'vitest';
import { Problem } from '../../../src/contract/common.ts';
import { member, start, to } from '../sandbox.ts';

const base = {
  members: [member('alice'), member('bob'), member('ian', { status: 'inactive' })],
  records: [{ number: 'R-1', owner: to('alice') }],
};

describe('who asks', () => {
  it('answers /v1 without a token, and nothing else', async () => {
    const sandbox = await start(base);
    expect((await sandbox.ask(null, '/v1')).body).toMatchObject({ name: 'psyctl-sandbox', sandbox: true });
    for (const target of ['/v1/me', '/v1/records', '/v1/nothing']) {
      expect((await sandbox.ask(null, target)).status).toBe(401);
      expect((await sandbox.ask('stranger', target)).status).toBe(401);
    }
    expect((await sandbox.ask(null, '/v1/batch', { method: 'POST', body: { items: [] } })).status).toBe(401);
  });

  it('A1: only an administrator’s token with the scope acts for others, and for active members', async () => {
    const sandbox = await start(base);
    const as = async (who: string, whom: string) => {
      const { status, body } = await sandbox.ask(who, '/v1/me', { headers: { 'Act-As': whom } });
      return status === 200 ? `${body.id} ${body.actingAs?.id}` : status;
    };
    expect(await as('admin', 'alice')).toBe('alice alice');
    expect(await as('admin', 'ian')).toBe(403);
    expect(await as('admin', 'nobody')).toBe(403);
    expect(await as('alice', 'bob')).toBe(403);
  });
});

describe('requests', () => {
  it('every answer has a Request-Id, every error is a problem', async () => {
    const sandbox = await start(base);
    for (const target of [
      '/v1',
      '/v1/me',
      '/v1/nothing',
      '/v1/records/none',
      '/elsewhere',
      '/sandbox/outbox',
      '/sandbox/nothing',
    ]) {
      const { status, headers, body } = await sandbox.ask('alice', target);
      expect(headers.get('Request-Id'), target).toMatch(/./);
      if (status < 400) continue;
      expect(headers.get('Content-Type')).toBe('application/problem+json');
      expect(Problem.parse(body)).toMatchObject({ status, code: 'not-found' });
    }
  });

  it('refuses what it does not know: a filter, a field, a method', async () => {
    const sandbox = await start(base);
    expect((await sandbox.ask('alice', '/v1/records?colour=red')).status).toBe(400);
    expect((await sandbox.ask('alice', '/v1/records?limit=0')).status).toBe(400);
    expect((await sandbox.ask('alice', '/v1/records?limit=1&limit=2')).status).toBe(400);
    expect((await sandbox.share('alice', 'R-1', 'bob', { access: 'read', color: 1 })).status).toBe(400);
    expect((await sandbox.share('alice', 'R-1', 'bob', { access: 'admin' })).status).toBe(400);
    const wrong = await sandbox.ask('alice', '/v1/records/R-1', { method: 'DELETE' });
    expect([wrong.status, wrong.headers.get('Allow')]).toEqual([405, 'GET']);
  });

  it('takes JSON only, and at most a mebibyte of it', async () => {
    const sandbox = await start(base);
    const put = (body: string, headers = {}) =>
      sandbox.ask('alice', '/v1/records/R-1/shares/bob', { method: 'PUT', body, headers });
    expect((await put('{')).status).toBe(400);
    expect((await put('access=read', { 'Content-Type': 'application/x-www-form-urlencoded' })).status).toBe(400);
    expect((await put(JSON.stringify({ access: 'x'.repeat(1024 * 1024) }))).status).toBe(413);
  });

  it('listens on loopback, and answers no page of a browser under /sandbox', async () => {
    const sandbox = await start(base);
    expect(sandbox.sandbox.url).toMatch(/^http:\/\/127\.0\.0\.1:/);
    expect((await sandbox.ask(null, '/sandbox/world', { headers: { Origin: 'https://example.org' } })).status).toBe(
      403,
    );
  });

  it('closes although a client keeps its connection alive', async () => {
    const sandbox = await start(base);
    const socket = connect(sandbox.sandbox.port, '127.0.0.1');
    await new Promise((resolve) => socket.once('connect', resolve));
    socket.write('GET /v1 HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: keep-alive\r\n\r\n');
    await new Promise((resolve) => socket.once('data', resolve));
    const closed = new Promise((resolve) => socket.once('close', resolve));
    await sandbox.sandbox.close();
    await closed;
    await expect(sandbox.ask(null, '/v1')).rejects.toThrow();
  });
});

describe('If-Match', () => {
  it('takes any of several tags, a star, and no weak one; what one may not see stays unknown', async () => {
    const sandbox = await start(base);
    const etag = (await sandbox.ask('alice', '/v1/records/R-1')).headers.get('ETag') as string;
    const archive = async (who: string, tag: string) =>
      (await sandbox.ask(who, '/v1/records/R-1/archive', { method: 'POST', headers: { 'If-Match': tag } })).status;
    expect(await archive('alice', `W/${etag}`)).toBe(412);
    expect(await archive('bob', '"other"')).toBe(404);
    expect(await archive('alice', `"other", ${etag}`)).toBe(200);
    expect(await archive('alice', '*')).toBe(200);
  });
});
