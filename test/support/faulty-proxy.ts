import { Agent, request as ask, createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { FATES, type Fate } from './fates.ts';

/** A request on its way. */
export interface Passing {
  /** Its number among all requests, from 1. */
  readonly n: number;
  readonly method: string;
  /** Without the query. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

/** What a proxy is told to do; each may be awaited, and take whatever time it needs. */
export interface Meddling {
  /** Decides what becomes of a request, before the server has it; undefined: it passes. */
  readonly before?: ((passing: Passing) => Fate | undefined | Promise<Fate | undefined>) | undefined;
  /** Called when the server has done what was asked, before whoever asked hears of it. */
  readonly after?: ((passing: Passing) => unknown) | undefined;
}

/** Stands between psyctl and a server. */
export interface FaultyProxy {
  readonly url: string;
  /** Every request so far. */
  readonly had: readonly Passing[];
  /** What became of each that didn't simply pass. */
  readonly faults: readonly { readonly n: number; readonly fate: Fate }[];
  /** Other meddling from now on; none without. */
  meddle(meddling?: Meddling): void;
  close(): Promise<void>;
}

/** The cursor a list of one page is given where it shall go in circles. */
const CIRCLE = 'circle';

/**
 * Starts a proxy before a server. What is asked of `/sandbox` passes untouched and uncounted: that is for tests, not
 * for psyctl.
 */
export async function faultyProxy(target: string, meddling: Meddling = {}): Promise<FaultyProxy> {
  const had: Passing[] = [];
  const faults: { n: number; fate: Fate }[] = [];
  const agent = new Agent({ keepAlive: true });
  let current = meddling;

  async function meet(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = Buffer.concat(await request.toArray());
    const { pathname, searchParams } = new URL(request.url ?? '/', target);
    if (pathname.startsWith('/sandbox/')) return give(await passedOn(request, body), response);
    const { method = '', headers } = request;
    const passing = { n: had.length + 1, method, path: pathname, query: searchParams, headers, body: String(body) };
    had.push(passing);
    const fate: Fate = (await current.before?.(passing)) ?? FATES.passes;
    if (fate.gets !== 'answer') faults.push({ n: passing.n, fate });
    if (fate.delayMs) await new Promise((done) => setTimeout(done, fate.delayMs));
    const answer = fate.reaches ? await answerTo(passing, request, body) : null;
    if (answer) await current.after?.(passing);
    deliver(fate, answer, passing, response);
  }

  const answerTo = (passing: Passing, request: IncomingMessage, body: Buffer): Promise<Answer> =>
    passing.query.get('cursor') === CIRCLE ? Promise.resolve(EMPTY_PAGE) : passedOn(request, body);

  const passedOn = (request: IncomingMessage, body: Buffer): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const { method, headers } = request;
      const onward = ask(new URL(request.url ?? '/', target), { method, headers, agent }, async (answer) => {
        const whole = Buffer.concat(await answer.toArray());
        resolve({ status: answer.statusCode ?? 502, headers: answer.headers, body: whole });
      });
      onward.on('error', reject).end(body);
    });

  const server = createServer((request, response) => {
    // A server that is down, or an asker that was killed: nothing comes back.
    meet(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    had,
    faults,
    meddle(next = {}) {
      current = next;
    },
    async close() {
      agent.destroy();
      server.closeAllConnections();
      await new Promise<void>((closed) => server.close(() => closed()));
    },
  };
}

interface Answer {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly body: Buffer;
}

const EMPTY_PAGE: Answer = {
  status: 200,
  headers: { 'content-type': 'application/json' },
  body: Buffer.from(JSON.stringify({ items: [], nextCursor: CIRCLE })),
};

function deliver({ gets }: Fate, answer: Answer | null, passing: Passing, response: ServerResponse): void {
  if (gets === 'cut') response.socket?.resetAndDestroy();
  else if (gets === 'torn') tear(answer, response);
  else if (typeof gets === 'object') give({ ...gets, body: Buffer.from(gets.body) }, response);
  else if (answer) give(gets === 'same-cursor' ? inCircles(answer, passing) : answer, response);
}

function give({ status, headers, body }: Answer, response: ServerResponse): void {
  const { 'content-length': _, 'transfer-encoding': __, connection: ___, ...own } = headers;
  response.writeHead(status, { ...own, ...(status !== 204 && { 'content-length': body.length }) }).end(body);
}

/** Promises the whole answer and gives half of it. */
function tear(answer: Answer | null, response: ServerResponse): void {
  const { status = 200, headers = {}, body = Buffer.from('{}') } = answer ?? {};
  const { 'transfer-encoding': _, ...own } = headers;
  response.writeHead(status, { ...own, 'content-length': body.length + 1 });
  response.write(body.subarray(0, body.length / 2), () => response.socket?.resetAndDestroy());
}

/** A page whose next cursor is the one that was asked for: whoever follows it never comes to an end. */
function inCircles(answer: Answer, { query }: Passing): Answer {
  const page = pageOf(answer);
  if (!page) return answer;
  return { ...answer, body: Buffer.from(JSON.stringify({ ...page, nextCursor: query.get('cursor') ?? CIRCLE })) };
}

function pageOf({ status, headers, body }: Answer): object | null {
  if (status !== 200 || !headers['content-type']?.startsWith('application/json')) return null;
  const json: unknown = JSON.parse(String(body));
  return typeof json === 'object' && json !== null && 'nextCursor' in json ? json : null;
}
