import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer, type HttpBindings } from '@hono/node-server';
import { Hono } from 'hono';
import type { World } from '../contract/world.ts';
import { openStore } from './database/open.ts';
import type { Store } from './database/store.ts';
import { apiHandler, errorResponse } from './http/api.ts';
import { FaultInjector } from './http/faults.ts';
import { forgetOldKeys } from './http/idempotency.ts';
import { notFound } from './http/problem.ts';
import { Router } from './http/routing.ts';
import { addSandboxApi } from './http/sandbox-api.ts';
import { routes } from './resources/routes.ts';
import { holdsWorld, loadWorld } from './world/load.ts';

const HOST = '127.0.0.1';
/** How often idle connections are closed while those at work finish. */
const CLOSING_MS = 20;

/** How to start a sandbox. */
export interface SandboxOptions {
  /** What it starts from; left aside where the database holds a world already. */
  world?: World;
  /** Put `world` in the place of what the database holds. */
  fresh?: boolean;
  database: string | ':memory:';
  /** 0, or left out: any that is free. */
  port?: number;
}

/** A token of the sandbox, and whose it is. */
export interface SandboxToken {
  token: string;
  /** e-mail of the member */
  member: string;
  scopes: string[];
}

/** A sandbox that answers. */
export interface RunningSandbox {
  url: string;
  port: number;
  tokens: SandboxToken[];
  /** Finishes what is being answered, then closes; may be called twice. */
  close(): Promise<void>;
}

/** There is nothing to serve: the database holds no world and none was given. */
export class NoWorldError extends Error {
  override name = 'NoWorldError';
  constructor(readonly database: string) {
    super(`${database} holds no world yet, and none was given`);
  }
}

/**
 * Starts the sandbox on loopback.
 * @throws WorldError where the world breaks a rule; DatabaseVersionError; NoWorldError; what listening throws
 */
export async function startSandbox(options: SandboxOptions): Promise<RunningSandbox> {
  const store = openStore(options.database);
  try {
    prepare(store, options);
    const server = createAdaptorServer({ fetch: appOf(store).fetch }) as Server;
    const port = await listen(server, options.port ?? 0);
    let closed: Promise<void> | undefined;
    const close = () => {
      closed ??= stop(server).then(() => store.close());
      return closed;
    };
    return { url: `http://${HOST}:${port}`, port, tokens: tokensOf(store), close };
  } catch (error) {
    store.close();
    throw error;
  }
}

function prepare(store: Store, { world, fresh, database }: SandboxOptions): void {
  const wanted = fresh === true || !holdsWorld(store);
  if (wanted && world) loadWorld(store, world);
  else if (wanted && !holdsWorld(store)) throw new NoWorldError(database);
  forgetOldKeys(store);
}

function appOf(store: Store): Hono<{ Bindings: HttpBindings }> {
  const app = new Hono<{ Bindings: HttpBindings }>();
  const faults = new FaultInjector();
  const answer = apiHandler({ store, router: new Router(routes), faults });
  app.all('/v1', answer);
  app.all('/v1/*', answer);
  addSandboxApi(app, store, faults);
  app.notFound(() => errorResponse(notFound('path')));
  app.onError((error) => errorResponse(error));
  return app;
}

const tokensOf = (store: Store): SandboxToken[] =>
  store
    .all<{ token: string; member: string; scopes: string }>(
      'SELECT k.token, m.email AS member, k.scopes FROM tokens k JOIN members m ON m.id = k.member_id ORDER BY k.rowid',
    )
    .map((row) => ({ token: row.token, member: row.member, scopes: row.scopes.split(' ').filter(Boolean) }));

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, HOST, () => {
      server.off('error', reject);
      resolve((server.address() as AddressInfo).port);
    });
  });
}

/** A connection kept alive would keep the server open for as long as its client likes. */
function stop(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    const closing = setInterval(() => server.closeIdleConnections(), CLOSING_MS);
    server.close((error) => {
      clearInterval(closing);
      if (error) reject(error);
      else resolve();
    });
  });
}
