import type { Context, Hono } from 'hono';
import { HEADERS } from '../../contract/common.ts';
import { Faults, type OutboxMessage } from '../../contract/sandbox.ts';
import type { Store } from '../database/store.ts';
import { dumpWorld } from '../world/dump.ts';
import { resetWorld } from '../world/load.ts';
import type { ApiContext } from './api.ts';
import { bodyText, readJson } from './body.ts';
import type { FaultInjector } from './faults.ts';
import { forbidden, malformed, notFound, ProblemError } from './problem.ts';
import { requestId } from './request-id.ts';

type MessageRow = Pick<OutboxMessage, 'kind' | 'audience' | 'at'> & {
  recipient: string | null;
  action: string;
  resource: string | null;
};

const LOOPBACK = new Set(['127.0.0.1', 'localhost', '[::1]']);

/** No token guards these paths: a page in a browser must not reach them, not even by a name that leads here. */
function checkLocal(context: Context): void {
  const host = (context.req.header('Host') ?? '').replace(/:\d+$/, '');
  if (!LOOPBACK.has(host) || context.req.header('Origin') !== undefined)
    throw forbidden('this is for programs on this machine');
}

const outbox = (store: Store): OutboxMessage[] =>
  store
    .all<MessageRow>('SELECT * FROM outbox ORDER BY seq')
    .map(({ kind, recipient, audience, action, resource, at }) => ({
      kind,
      to: recipient,
      audience,
      about: { action, resource },
      at,
    }));

/** What only the sandbox has: its messages, its whole state, its faults, its reset. Faults don't touch these. */
export function addSandboxApi(app: Hono<{ Bindings: ApiContext['env'] }>, store: Store, faults: FaultInjector): void {
  app.use('/sandbox/*', (context, next) => {
    checkLocal(context);
    context.header(HEADERS.requestId, requestId());
    return next();
  });
  app.get('/sandbox/outbox', (context) => context.json(outbox(store)));
  app.get('/sandbox/world', (context) => context.json(dumpWorld(store)));
  app.put('/sandbox/faults', async (context) => {
    const parsed = Faults.safeParse(readJson(await bodyText(context), context.req.header('Content-Type')));
    if (!parsed.success) throw malformed(`body: ${parsed.error.issues.map((issue) => issue.message).join('; ')}`);
    faults.set(parsed.data);
    return context.json(parsed.data);
  });
  app.post('/sandbox/reset', (context) => {
    resetWorld(store);
    return context.json({ reset: true });
  });
  app.all('/sandbox/:name', (context) => {
    const allow = { outbox: 'GET', world: 'GET', faults: 'PUT', reset: 'POST' }[context.req.param('name')];
    if (!allow) throw notFound('path');
    throw new ProblemError('method-not-allowed', `this path has ${allow}`, undefined, { Allow: allow });
  });
}
