import { HEADERS } from '../../contract/common.ts';
import type { Store } from '../database/store.ts';
import { type Asker, authenticate, type Identities } from './asker.ts';
import type { FaultInjector } from './faults.ts';
import { keyOf, once } from './idempotency.ts';
import { type ApiAnswer, type ApiRequest, answerOfError } from './messages.ts';
import { checkIfMatch, etagOf } from './preconditions.ts';
import { notFound, ProblemError } from './problem.ts';
import type { Call, Reply, Route, Router } from './routing.ts';
import { parseBody, parseQuery } from './validate.ts';

/** What answers requests needs. */
export interface Dispatching {
  readonly store: Store;
  readonly router: Router;
  readonly faults: FaultInjector;
}

/** A request whose route is known. */
export interface Routed {
  readonly route: Route;
  readonly params: Record<string, string>;
}

/**
 * Finds the route of a request.
 * @throws ProblemError `not-found`, or `method-not-allowed` with what the path does have
 */
export function routeOf({ router }: Pick<Dispatching, 'router'>, request: ApiRequest): Routed {
  const match = router.find(request.method, request.path);
  if (!match) throw notFound('path');
  if ('route' in match) return match;
  const allow = match.allow.join(', ');
  throw new ProblemError('method-not-allowed', `this path has ${allow}`, undefined, { Allow: allow });
}

/**
 * Answers a request that has been let in: reads as of one moment, or changes in one transaction.
 * @param noted for an item of a batch, the version of what it changes before the batch began
 * @throws ProblemError
 */
export function perform(
  dispatching: Dispatching,
  asker: Asker,
  request: ApiRequest,
  { route, params }: Routed,
  noted?: { version: number | undefined },
): ApiAnswer {
  const { store, faults } = dispatching;
  const etags = faults.capabilities.has('etags');
  const work = () =>
    answerOf(route, route.handle(callOf(dispatching, asker, request, { route, params }, noted)), etags);
  if (request.method === 'GET') return store.read(work);
  const key = faults.capabilities.has('idempotency') ? keyOf(request.header(HEADERS.idempotencyKey)) : undefined;
  if (key === undefined) return store.change(work);
  return once(store, { token: asker.token, key, request, askerId: asker.me.id }, work);
}

function callOf(
  { store, faults }: Dispatching,
  asker: Asker,
  request: ApiRequest,
  { route, params }: Routed,
  noted: { version: number | undefined } | undefined,
): Call {
  const etags = faults.capabilities.has('etags');
  return {
    store,
    asker,
    params,
    query: parseQuery(route.endpoint, request.search),
    body: parseBody(route.endpoint, request.json()),
    now: new Date().toISOString(),
    target: { path: request.path, search: request.search },
    etags,
    precondition: (version) => {
      if (etags) checkIfMatch(request.header(HEADERS.ifMatch), noted?.version ?? version);
    },
  };
}

function answerOf({ endpoint }: Route, reply: Reply<unknown>, etags: boolean): ApiAnswer {
  return {
    status: endpoint.status,
    headers: {
      ...(etags && endpoint.etag && reply.version !== undefined && { [HEADERS.etag]: etagOf(reply.version) }),
      ...reply.headers,
    },
    ...(reply.answer !== undefined && { body: reply.answer }),
  };
}

/**
 * Lets a request in: counts it towards the limits, then finds out who asks.
 * @returns who asks, and the RateLimit fields of the answer
 */
export function admit(
  { store, faults }: Dispatching,
  request: ApiRequest,
  identities?: Identities,
): { asker: Asker; limits: Record<string, string> } {
  const limits = faults.count(request.header('Authorization') ?? '');
  const actAs = faults.capabilities.has('act-as');
  return { asker: authenticate(store, (name) => request.header(name), actAs, identities), limits };
}

/** Runs something that ends in an answer, be it an error. */
export function answering(work: () => ApiAnswer): ApiAnswer {
  try {
    return work();
  } catch (error) {
    return answerOfError(error);
  }
}
