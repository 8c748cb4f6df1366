import type * as z from 'zod';
import { type BatchAnswer, type BatchItem, sendBatch } from '../../contract/batch.ts';
import { HEADERS } from '../../contract/common.ts';
import { authenticate, type Identities } from './asker.ts';
import { admit, answering, type Dispatching, perform, routeOf } from './dispatch.ts';
import type { ApiAnswer, ApiRequest } from './messages.ts';
import { malformed } from './problem.ts';
import { requestId } from './request-id.ts';
import { parseBody, parseQuery } from './validate.ts';

/** An item as a request of its own; it is authorized as the batch is. */
function requestOf(item: BatchItem, authorization: string | undefined): ApiRequest {
  const headers = new Map(Object.entries(item.headers).map(([name, value]) => [name.toLowerCase(), value]));
  if (authorization === undefined) headers.delete('authorization');
  else headers.set('authorization', authorization);
  const [path = '', ...query] = item.path.split('?');
  return {
    method: item.method,
    path,
    search: new URLSearchParams(query.join('?')),
    header: (name) => headers.get(name.toLowerCase()),
    text: item.body === undefined ? '' : JSON.stringify(item.body),
    json: () => item.body,
  };
}

/**
 * Answers a batch: its items one after the other, each with its own answer, so that those on one resource run in
 * order; `If-Match` is held against the versions noted before the first runs. Each counts towards the limits. All are
 * written together, and each by itself is done or not done.
 * @throws ProblemError for the batch as a whole when it is malformed
 */
export function performBatch(dispatching: Dispatching, request: ApiRequest): ApiAnswer {
  const authorization = request.header('Authorization');
  authenticate(dispatching.store, (name) => (name === 'Authorization' ? authorization : undefined), false);
  parseQuery(sendBatch, request.search);
  const { items } = parseBody(sendBatch, request.json()) as z.output<typeof sendBatch.body>;
  if (new Set(items.map((item) => item.id)).size < items.length) throw malformed('body items: an id is used twice');
  const requests = items.map((item) => ({ item, request: requestOf(item, authorization) }));
  const answerAll = () => {
    const noted = requests.map(({ request: each }) => versionBefore(dispatching, each));
    const identities: Identities = new Map();
    return requests.map(({ item, request: each }, i) => {
      const answer = answerItem(dispatching, item, each, noted[i], identities);
      if (CHANGES_IDENTITIES.test(each.path)) identities.clear();
      return answer;
    });
  };
  const { store } = dispatching;
  const answers = items.every((item) => item.method === 'GET') ? store.read(answerAll) : store.change(answerAll);
  return { status: sendBatch.status, headers: {}, body: { items: answers } };
}

/** What may change who somebody is: their status, their roles. */
const CHANGES_IDENTITIES = /^\/v1\/(members|invitations)\b/;

function versionBefore({ store, router }: Dispatching, request: ApiRequest): number | undefined {
  if (request.header(HEADERS.ifMatch) === undefined) return undefined;
  const match = router.find(request.method, request.path);
  return match && 'route' in match ? match.route.version?.(store, match.params, request.json()) : undefined;
}

function answerItem(
  dispatching: Dispatching,
  item: BatchItem,
  request: ApiRequest,
  version: number | undefined,
  identities: Identities,
): BatchAnswer {
  const id = requestId();
  const answer = answering(() => {
    const { asker, limits } = admit(dispatching, request, identities);
    dispatching.faults.drawItem();
    const done = answering(() => {
      const routed = routeOf(dispatching, request);
      if (routed.route.endpoint.path === sendBatch.path) throw malformed('a batch holds no batch');
      return perform(dispatching, asker, request, routed, { version });
    });
    return { ...done, headers: { ...done.headers, ...limits } };
  });
  return {
    id: item.id,
    status: answer.status,
    headers: { [HEADERS.requestId]: id, ...answer.headers },
    ...(answer.body !== undefined && { body: answer.body }),
  };
}
