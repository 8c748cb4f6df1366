import { createServer } from 'node:net';
import type { Attempt, ConnectOptions, Pause } from '../../src/api/index.ts';
import { getMe } from '../../src/contract/organization.ts';
import { setShare } from '../../src/contract/records.ts';
import { type Act, connected, fakeTools, json, serve } from './support.ts';

/** A share as the API answers it. */
export const SHARE = { grantee: { type: 'team', id: 't-1', name: 'North' }, access: 'read', requireApproval: false };
/** The answer to the change below. */
export const done = json(SHARE, 200, { ETag: '"2"' });
/** A share to be set, without a key. */
export const change = { params: { id: 'r-1', granteeId: 't-1' }, body: { access: 'read' } } as const;
/** The same with a key, for an API that knows keys. */
export const keyed = { ...change, idempotencyKey: '01J0000000000000000000000', idempotent: true };

/** A client of a server that does these acts, with everything that can be seen of it. */
export async function client(acts: Act[], options: Partial<ConnectOptions> = {}) {
  const { url, had } = await serve(...acts);
  const tools = fakeTools();
  const attempts: Attempt[] = [];
  const pauses: Pause[] = [];
  const onAttempt = (attempt: Attempt) => void attempts.push(attempt);
  const { reader, changer } = connected(url, { tools, onPause: (pause) => pauses.push(pause), ...options });
  return {
    had,
    host: new URL(url).host,
    tools,
    slept: tools.slept,
    attempts,
    pauses,
    read: (more = {}) => reader.read(getMe, { onAttempt, ...more }),
    change: (request: typeof keyed | typeof change, more = {}) =>
      changer.change(setShare, { ...request, onAttempt, ...more }),
  };
}

/** An address nobody listens at. */
export async function nobody(): Promise<string> {
  const server = createServer();
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as { port: number };
  await new Promise((closed) => server.close(closed));
  return `http://127.0.0.1:${port}`;
}
