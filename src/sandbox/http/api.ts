import type { HttpBindings } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import type { Context } from 'hono';
import { sendBatch } from '../../contract/batch.ts';
import { HEADERS } from '../../contract/common.ts';
import { getService } from '../../contract/organization.ts';
import { serviceAnswer } from '../resources/service.ts';
import { performBatch } from './batch.ts';
import { bodyText, readJson } from './body.ts';
import { admit, answering, type Dispatching, perform, routeOf } from './dispatch.ts';
import { failure } from './faults.ts';
import { keyOf } from './idempotency.ts';
import { type ApiAnswer, type ApiRequest, answerOfError } from './messages.ts';
import { notFound, ProblemError } from './problem.ts';
import { requestId } from './request-id.ts';

/** What a request of the network comes with. */
export type ApiContext = Context<{ Bindings: HttpBindings }>;

const JSON_TYPE = 'application/json; charset=UTF-8';
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Answers everything under `/v1`, with the misfortunes the sandbox was told to cause. */
export function apiHandler(dispatching: Dispatching): (context: ApiContext) => Promise<Response> {
  const running = new Set<string>();
  return async (context) => {
    const { faults } = dispatching;
    const fate = faults.draw();
    if (fate.dropsBefore) return dropped(context);
    const request = await requestOf(context).catch((error: unknown) => error);
    const release = claim(request, running, dispatching);
    try {
      if (faults.settings.latencyMs > 0) await pause(faults.settings.latencyMs);
      const answer = answering(() => {
        if (release instanceof ProblemError) throw release;
        if (fate.fails) throw failure();
        return respond(dispatching, requestOrThrow(request));
      });
      return fate.dropsAfter ? dropped(context) : responseOf(answer);
    } finally {
      if (typeof release === 'function') release();
    }
  };
}

function requestOrThrow(request: unknown): ApiRequest {
  if (typeof request === 'object' && request !== null && 'json' in request) return request as ApiRequest;
  throw request;
}

/** Keeps the key of a request while it runs: a second one with it must wait. */
function claim(
  request: unknown,
  running: Set<string>,
  { faults }: Dispatching,
): (() => void) | ProblemError | undefined {
  if (typeof request !== 'object' || request === null || !('json' in request)) return undefined;
  const { method, header } = request as ApiRequest;
  const sent = header(HEADERS.idempotencyKey);
  if (sent === undefined || method === 'GET' || !faults.capabilities.has('idempotency')) return undefined;
  try {
    const name = `${header('Authorization')}\n${keyOf(sent)}`;
    if (running.has(name)) return new ProblemError('still-running', 'the first request with this key is still running');
    running.add(name);
    return () => running.delete(name);
  } catch (error) {
    return error as ProblemError;
  }
}

async function requestOf(context: ApiContext): Promise<ApiRequest> {
  const { method, url } = context.req;
  const start = url.indexOf('/', url.indexOf('//') + 2);
  const [target = ''] = url.slice(start).split('#');
  const mark = target.indexOf('?');
  const text = method === 'GET' ? '' : await bodyText(context);
  return {
    method,
    path: mark < 0 ? target : target.slice(0, mark),
    search: new URLSearchParams(mark < 0 ? '' : target.slice(mark + 1)),
    header: (name) => context.req.header(name),
    text,
    json: () => readJson(text, context.req.header('Content-Type')),
  };
}

function respond(dispatching: Dispatching, request: ApiRequest): ApiAnswer {
  const { faults } = dispatching;
  if (request.path === getService.path) {
    const limits = faults.count('');
    routeOf(dispatching, request);
    return { status: getService.status, headers: limits, body: serviceAnswer(faults.capabilities) };
  }
  const batches = faults.capabilities.has('batch');
  if (batches && request.path === sendBatch.path && request.method === sendBatch.method) {
    return performBatch(dispatching, request);
  }
  const { asker, limits } = admit(dispatching, request);
  const answer = answering(() => {
    // Without the capability the path itself is absent.
    if (!batches && request.path === sendBatch.path) throw notFound('path');
    return perform(dispatching, asker, request, routeOf(dispatching, request));
  });
  return { ...answer, headers: { ...answer.headers, ...limits } };
}

function responseOf(answer: ApiAnswer): Response {
  const headers = { [HEADERS.requestId]: requestId(), ...answer.headers };
  if (answer.body === undefined) return new Response(null, { status: answer.status, headers });
  return new Response(JSON.stringify(answer.body), {
    status: answer.status,
    headers: { 'Content-Type': JSON_TYPE, ...headers },
  });
}

/** Cuts the connection without an answer. */
function dropped(context: ApiContext): Response {
  context.env.incoming.socket.destroy();
  return RESPONSE_ALREADY_SENT;
}

/** An error outside any route, as a response. */
export const errorResponse = (error: unknown): Response => responseOf(answerOfError(error));
