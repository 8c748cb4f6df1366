import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { Pair } from './certificates.ts';

/** What stands before an API, speaks TLS, and passes on what it is asked. */
export interface TlsFront {
  readonly url: string;
  /** The tokens it was sent. */
  readonly tokens: Set<string>;
  /** Shows another certificate from now on. */
  show(pair: Pair): void;
  /** Answers everything with this from now on; null: passes it on again. */
  answer(text: string | null): void;
  close(): void;
}

/** Stands before the API at a URL. */
export async function tlsFront(behind: string, pair: Pair): Promise<TlsFront> {
  const tokens = new Set<string>();
  let fixed: string | null = null;
  const server = createServer({ ...pair }, async (request, response) => {
    tokens.add((request.headers.authorization ?? '').replace('Bearer ', ''));
    if (fixed !== null) return response.writeHead(200, { 'Content-Type': 'text/html' }).end(fixed);
    const body = Buffer.concat(await request.toArray());
    const answer = await fetch(`${behind}${request.url}`, {
      method: request.method ?? 'GET',
      headers: request.headers as Record<string, string>,
      ...(body.length > 0 && { body }),
    });
    const { 'content-encoding': _, 'content-length': __, ...headers } = Object.fromEntries(answer.headers);
    return response.writeHead(answer.status, headers).end(Buffer.from(await answer.arrayBuffer()));
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  return {
    url: `https://127.0.0.1:${port}`,
    tokens,
    show: (other) => server.setSecureContext({ ...other }),
    answer: (text) => {
      fixed = text;
    },
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
