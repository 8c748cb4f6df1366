import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a broken API does with a request; false where it lets it through to the API behind it. */
export type Breakage = (request: IncomingMessage, response: ServerResponse) => boolean | Promise<boolean>;

/** An API that breaks. */
export interface BrokenApi {
  readonly url: string;
  /** `GET /v1/me`, one for each request it had. */
  readonly had: string[];
  close(): Promise<void>;
}

/** Stands before a good API, if there is one, and breaks what a test wants broken. */
export async function brokenApi(breakage: Breakage, behind?: string): Promise<BrokenApi> {
  const had: string[] = [];
  const server = createServer(async (request, response) => {
    had.push(`${request.method} ${(request.url ?? '').split('?')[0]}`);
    if (await breakage(request, response)) return;
    const body = Buffer.concat(await request.toArray());
    const answer = await fetch(`${behind}${request.url}`, {
      method: request.method ?? 'GET',
      headers: request.headers as Record<string, string>,
      ...(body.length > 0 && { body }),
    });
    const { 'content-encoding': _, 'content-length': __, ...headers } = Object.fromEntries(answer.headers);
    response.writeHead(answer.status, headers).end(Buffer.from(await answer.arrayBuffer()));
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    had,
    close: () =>
      new Promise((closed) => {
        server.closeAllConnections();
        server.close(() => closed());
      }),
  };
}

/** Answers everything alike. */
export const answering =
  (status: number, type: string, body: string, headers: Record<string, string> = {}): Breakage =>
  (_, response) => {
    response.writeHead(status, { 'Content-Type': type, ...headers }).end(body);
    return true;
  };

/** Takes what is asked, and never answers. */
export const silent: Breakage = () => true;

/** Breaks only what would change something, and lets what reads through. */
export const whenChanging =
  (breakage: Breakage): Breakage =>
  (request, response) =>
    request.method !== 'GET' && breakage(request, response);
