import * as z from 'zod';
import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiPathsObject } from 'zod-openapi';
import { HEADERS, PROBLEM_TYPE, Problem } from './common.ts';
import type { Endpoint } from './endpoint.ts';
import { endpoints } from './endpoints.ts';

const text = z.string();

/** The headers a request may carry, whatever it asks for. */
const COMMON = z.object({ [HEADERS.actAs]: text.optional().describe('the id of the member to act for (A1)') });
const CHANGE = COMMON.extend({
  [HEADERS.reason]: text.optional().describe('why, for the audit (A1)'),
  [HEADERS.idempotencyKey]: text.optional().describe('the same change sent twice with it is done once; kept 30 days'),
  [HEADERS.ifMatch]: text.optional().describe('412 when the resource has moved'),
});

/** The OpenAPI 3.1 document of the contract, made of its endpoints. */
export function openApiDocument() {
  const paths: ZodOpenApiPathsObject = {};
  for (const endpoint of endpoints) {
    const path = { ...paths[endpoint.path], [endpoint.method.toLowerCase()]: operationOf(endpoint) };
    paths[endpoint.path] = path;
  }
  return createDocument({
    openapi: '3.1.1',
    info: {
      title: 'Record keeping, as psyctl speaks to it',
      version: '1.0.0',
      description:
        'Members, teams, records and spaces of an organization, and who may open what. Ids are opaque; a filter repeated ' +
        'up to 100 times asks for any of its values; errors are problem details (RFC 9457).',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: 'http://127.0.0.1:4010', description: 'the sandbox' }],
    security: [{ token: [] }],
    tags: [...new Set(endpoints.map(tagOf))].map((name) => ({ name, description: `Everything about ${name}.` })),
    paths,
    components: { securitySchemes: { token: { type: 'http', scheme: 'bearer' } } },
  });
}

/** The noun of a path: `/v1/records/{id}` is about records. */
const tagOf = ({ path }: Endpoint): string => path.split('/')[2] ?? 'service';

function operationOf(endpoint: Endpoint): ZodOpenApiOperationObject {
  const { method, path, summary, query, body, answer, status, etag } = endpoint;
  const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '');
  const sends = !(body instanceof z.ZodUndefined);
  const answers = !(answer instanceof z.ZodUndefined);
  const headers = z.object({
    [HEADERS.requestId]: text,
    ...(etag ? { [HEADERS.etag]: text.optional() } : {}),
    ...('cursor' in query.shape ? { [HEADERS.link]: text.optional().describe('rel="next" (RFC 8288)') } : {}),
  });
  return {
    operationId: operationId(endpoint),
    summary,
    tags: [tagOf(endpoint)],
    ...(path === '/v1' ? { security: [] } : {}),
    requestParams: {
      header: method === 'GET' ? COMMON : CHANGE,
      ...(names.length > 0 ? { path: z.object(Object.fromEntries(names.map((name) => [name, text]))) } : {}),
      ...(Object.keys(query.shape).length > 0 ? { query } : {}),
    },
    ...(sends ? { requestBody: { required: true, content: { 'application/json': { schema: body } } } } : {}),
    responses: {
      [String(status)]: {
        description: status === 204 ? 'Done.' : 'The answer.',
        headers,
        ...(answers ? { content: { 'application/json': { schema: answer } } } : {}),
      },
      '4XX': {
        description: 'What was wrong with the request, and the rule that refused it where one did.',
        content: { [PROBLEM_TYPE]: { schema: Problem } },
      },
    },
  };
}

/** `GET /v1/records/{id}` is `getRecordsById`: a name for those who make clients of the document. */
function operationId({ method, path }: Endpoint): string {
  const words = path
    .split('/')
    .slice(2)
    .map((part) => (part.startsWith('{') ? `by-${part.slice(1, -1)}` : part));
  return [method.toLowerCase(), ...(words.length > 0 ? words : ['service'])]
    .join('-')
    .replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}
