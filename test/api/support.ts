import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { type AddressInfo, connect as dial, type Socket } from 'node:net';
import { afterEach, expect } from 'vitest';
import { type Connection, type ConnectOptions, connect } from '../../src/api/index.ts';
import type { Tools } from '../../src/api/tools.ts';
import { Failure, type FailureCode } from '../../src/failures/failure.ts';

/** A request as the server had it. */
export interface Had {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}
/** What the server does with a request. */
export type Act = (response: ServerResponse, had: Had) => void;

const open: (() => Promise<unknown> | unknown)[] = [];
afterEach(async () => {
  for (const close of open.splice(0).reverse()) await close();
});

/** A server that does its acts in order, the last one for ever. */
export async function serve(...acts: Act[]): Promise<{ url: string; had: Had[] }> {
  const had: Had[] = [];
  const server = createServer(async (request, response) => {
    const body = (await request.toArray()).join('');
    const one = { method: request.method ?? '', url: request.url ?? '', headers: request.headers, body };
    const act = acts[Math.min(had.length, acts.length - 1)];
    had.push(one);
    act?.(response, one);
  });
  const port = await new Promise<number>((done) => {
    server.listen(0, '127.0.0.1', () => done((server.address() as AddressInfo).port));
  });
  open.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: `http://127.0.0.1:${port}`, had };
}

/** Answers JSON. */
export const json =
  (body: unknown, status = 200, headers: Record<string, string> = {}): Act =>
  (response) => {
    const type = status < 300 ? 'application/json' : 'application/problem+json';
    response.writeHead(status, { 'Content-Type': type, 'Request-Id': 'req-1', ...headers }).end(JSON.stringify(body));
  };
/** Answers an error as RFC 9457 has it. */
export const problem = (status: number, more: object = {}, headers: Record<string, string> = {}): Act =>
  json({ type: 'about:blank', title: 't', status, detail: 'why', code: 'c', ...more }, status, headers);
/** Answers something that isn't JSON. */
export const text =
  (body: string, type: string, status = 200): Act =>
  (response) =>
    void response.writeHead(status, { 'Content-Type': type }).end(body);
/** Cuts the connection once the request has come. */
export const reset: Act = (response) => (response.socket as Socket).resetAndDestroy();
/** Never answers. */
export const silence: Act = () => {};

/** A proxy that takes every tunnel to one server, or refuses them all; `asked` holds where they were to go. */
export async function proxyTo(url: string | null): Promise<{ asked: string[]; host: string }> {
  const asked: string[] = [];
  const server = createServer().on('connect', (request, socket) => {
    asked.push(request.url ?? '');
    if (!url) return socket.end('HTTP/1.1 407 Proxy Authentication Required\r\n\r\n');
    const { hostname, port } = new URL(url);
    const upstream = dial(Number(port), hostname, () => {
      socket.write('HTTP/1.1 200 OK\r\n\r\n');
      upstream.pipe(socket).pipe(upstream);
    });
    socket.on('error', () => upstream.destroy());
    return upstream.on('error', () => socket.destroy());
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  open.push(() => server.close());
  return { asked, host: `127.0.0.1:${(server.address() as AddressInfo).port}` };
}

/** Time that passes only by sleeping; what was slept is in `slept`. Chance is always a half. */
export function fakeTools(start = Date.parse('2026-11-02T10:00:00Z')): Tools & { slept: number[] } {
  let time = start;
  const slept: number[] = [];
  return {
    slept,
    now: () => time,
    random: () => 0.5,
    async sleep(ms, signal) {
      slept.push(ms);
      await new Promise(setImmediate);
      signal?.throwIfAborted();
      time += ms;
    },
  };
}

/** A connection that is closed after the test. */
export function connected(url: string, options: Partial<ConnectOptions> = {}): Connection {
  const connection = connect({ url, token: 'secret-token', tools: fakeTools(), env: {}, ...options });
  open.push(() => Promise.race([connection.close(), new Promise((done) => setTimeout(done, 50))]));
  return connection;
}

/** The failure something ends with. */
export async function failureOf(promise: Promise<unknown>): Promise<Failure> {
  const error = await promise.then(
    () => expect.fail('it went well'),
    (reason: unknown) => reason,
  );
  if (!(error instanceof Failure)) throw error;
  return error;
}
/** A failure as it is compared. */
export const told = (failure: Failure): [FailureCode, unknown] => [failure.code, failure.details];

/** All there is. */
export async function all<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const found: Item[] = [];
  for await (const item of items) found.push(item);
  return found;
}

/** What `GET /v1/me` answers. */
export const ME = {
  id: 'm-1',
  email: 'alice@example.org',
  name: 'Alice Roy',
  roles: ['practitioner'],
  schools: [],
  scopes: [],
  actingAs: null,
};
/** One of what `GET /v1/schools` lists. */
export const SCHOOL = (n: number) => ({ id: `s-${n}`, code: `0${n}`, name: `School ${n}` });
