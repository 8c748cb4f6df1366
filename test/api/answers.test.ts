import { describe, expect, test } from 'vitest';
import type { LogEvent } from '../../src/api/index.ts';
import { getMe, listSchools } from '../../src/contract/organization.ts';
import { listRecords, removeShare, setShare } from '../../src/contract/records.ts';
import { connected, failureOf, json, ME, problem, SCHOOL, serve, text, told } from './support.ts';

const readMe = async (act: Parameters<typeof serve>[0], asking = {}) => {
  const { url } = await serve(act);
  const failure = await failureOf(connected(url).reader.read(getMe, asking));
  return { failure, host: new URL(url).host };
};

describe('an answer that is no data', () => {
  test('HTML with 200 is not parsed', async () => {
    const { failure } = await readMe(text('<html>Sign in', 'text/html; charset=utf-8'));
    expect(told(failure)).toEqual(['not-json', { status: 200, contentType: 'text/html' }]);
  });
  test('nor is JSON that calls itself HTML', async () => {
    const { failure } = await readMe(text(JSON.stringify(ME), 'text/html'));
    expect(failure.code).toBe('not-json');
  });
  test('garbage that calls itself JSON', async () => {
    const { failure } = await readMe(text('{"name": "Alice', 'application/json'));
    expect(told(failure)).toEqual(['not-json', { status: 200, contentType: 'application/json' }]);
    expect(JSON.stringify(failure)).not.toContain('Alice');
  });
  test('a redirection, and an HTML 404', async () => {
    expect((await readMe(text('', 'text/plain', 302))).failure.details).toMatchObject({ status: 302 });
    expect((await readMe(text('<html>', 'text/html', 404))).failure.code).toBe('not-json');
  });
  test('HTML after a change that answers nothing', async () => {
    const { url } = await serve(text('<html>', 'text/html'));
    const params = { id: 'r', granteeId: 'm' };
    expect((await failureOf(connected(url).changer.change(removeShare, { params }))).code).toBe('not-json');
  });
});

describe('an answer that contradicts the contract', () => {
  test.each([
    [{ ...ME, roles: ['Sam Tremblay'] }, 'roles[0]', 'expected practitioner, coordinator, administrator, manager'],
    [{ ...ME, email: 12 }, 'email', 'expected string'],
    ['Sam Tremblay', '', 'expected object'],
  ])('is told by path and type, never by value: %j', async (body, at, said) => {
    const { failure } = await readMe(json(body));
    expect(told(failure)).toEqual(['contract-broken', { endpoint: 'GET /v1/me', at, problem: said }]);
    expect(failure.requestId).toBe('req-1');
  });
  test('names the item of a list', async () => {
    const { url } = await serve(json({ items: [SCHOOL(1), { ...SCHOOL(2), code: 7 }], nextCursor: null }));
    const failure = await failureOf(connected(url).reader.read(listSchools));
    expect(failure.details).toMatchObject({ at: 'items[1].code' });
  });
  test('204 where a body was due', async () => {
    expect((await readMe((response) => void response.writeHead(204).end())).failure.code).toBe('not-json');
  });
});

describe('a problem', () => {
  test.each([
    [401, {}, 'token-refused', { detail: 'why' }],
    [403, {}, 'forbidden', { detail: 'why' }],
    [404, {}, 'not-found', { detail: 'why' }],
    [409, {}, 'conflict', { detail: 'why' }],
    [412, {}, 'stale', { target: '/v1/me' }],
    [422, { rule: 'S2' }, 'refused', { detail: 'why' }],
    [
      400,
      { code: 'malformed' },
      'contract-broken',
      { endpoint: 'GET /v1/me', at: 'request', problem: '400 malformed', detail: 'why' },
    ],
    [
      400,
      { code: 'Sam Tremblay' },
      'contract-broken',
      { endpoint: 'GET /v1/me', at: 'request', problem: '400', detail: 'why' },
    ],
    [500, {}, 'server-error', { status: 500, detail: 'why' }],
    [502, {}, 'server-error', { status: 502, detail: 'why' }],
  ])('%i %j is %s', async (status, more, code, details) => {
    const { failure } = await readMe(problem(status, more));
    expect(told(failure)).toEqual([code, details]);
    expect(failure.requestId).toBe('req-1');
    expect(failure.rule).toBe((more as { rule?: string }).rule);
  });

  test.each([
    [{ actAs: 'm-2' }, {}, 'act-as-refused'],
    [{ actAs: 'm-2' }, { rule: 'A1' }, 'act-as-refused'],
    [{ actAs: 'm-2' }, { rule: 'O3' }, 'forbidden'],
    [{}, { rule: 'A1' }, 'forbidden'],
  ])('403 when asked with %j and answered with %j is %s', async (asking, more, code) => {
    expect((await readMe(problem(403, more), asking)).failure.code).toBe(code);
  });

  test('a gateway may answer HTML with 401 and 5xx', async () => {
    expect((await readMe(text('<html>', 'text/html', 401))).failure.code).toBe('token-refused');
    expect((await readMe(text('<html>', 'text/html', 504))).failure.code).toBe('server-error');
  });
  test('its detail is cut and has no control characters', async () => {
    const { failure } = await readMe(problem(422, { detail: `a\u001b[31mb\n\u202ec${'x'.repeat(500)}` }));
    const { detail } = failure.details as { detail: string };
    expect(detail).toMatch(/^a \[31mb cx+$/);
    expect(detail).toHaveLength(300);
  });
});

test('what is logged holds no query, no token and no body', async () => {
  const events: LogEvent[] = [];
  const { url } = await serve(json({ items: [], nextCursor: null }), json({}, 404));
  const { reader, changer } = connected(url, { log: (event) => events.push(event) });
  await reader.read(listRecords, { query: { number: ['R-1001'] }, reason: 'because' });
  const params = { id: 'r-1', granteeId: 'm-1' };
  await failureOf(changer.change(setShare, { params, body: { access: 'read' } }));
  expect(events).toEqual([
    { method: 'GET', path: '/v1/records', status: 200, cause: null, ms: 0, requestId: 'req-1' },
    { method: 'PUT', path: '/v1/records/r-1/shares/m-1', status: 404, cause: null, ms: 0, requestId: 'req-1' },
  ]);
});
