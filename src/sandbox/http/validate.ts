import * as z from 'zod';
import { PROBLEM_STATUS } from '../../contract/common.ts';
import type { Endpoint } from '../../contract/endpoint.ts';
import { pathText } from '../world/problems.ts';
import { malformed } from './problem.ts';

const describe = (error: z.ZodError, what: string): string =>
  error.issues.map((issue) => `${[what, pathText(issue.path)].filter(Boolean).join(' ')}: ${issue.message}`).join('; ');

const unwrapped = (schema: unknown): unknown =>
  schema instanceof z.ZodOptional || schema instanceof z.ZodDefault ? unwrapped(schema.unwrap()) : schema;

const repeatable = new WeakMap<z.ZodObject, ReadonlySet<string>>();

function repeatableOf(schema: z.ZodObject): ReadonlySet<string> {
  const known = repeatable.get(schema);
  if (known) return known;
  const names = Object.entries(schema.shape).flatMap(([name, each]) =>
    unwrapped(each) instanceof z.ZodArray ? [name] : [],
  );
  const set = new Set(names);
  repeatable.set(schema, set);
  return set;
}

/**
 * The query as the endpoint describes it; whatever it doesn't know is refused, since a filter ignored would answer
 * another question than was asked.
 * @throws ProblemError `malformed`
 */
export function parseQuery(endpoint: Endpoint, search: URLSearchParams): unknown {
  const lists = repeatableOf(endpoint.query);
  const raw: Record<string, unknown> = {};
  for (const name of new Set(search.keys())) {
    const values = search.getAll(name);
    if (lists.has(name)) raw[name] = values;
    else if (values.length > 1) throw malformed(`query ${name}: given ${values.length} times`);
    else raw[name] = values[0];
  }
  const parsed = endpoint.query.safeParse(raw);
  if (!parsed.success) throw malformed(describe(parsed.error, 'query'));
  return parsed.data;
}

/**
 * The body as the endpoint describes it; undefined where nothing was sent.
 * @throws ProblemError `malformed`
 */
export function parseBody(endpoint: Endpoint, body: unknown): unknown {
  const parsed = endpoint.body.safeParse(body);
  if (parsed.success) return parsed.data;
  if (body === undefined) throw malformed('body: there is none, and one is needed');
  if (endpoint.body instanceof z.ZodUndefined) throw malformed('body: there is one, and none is taken');
  throw malformed(describe(parsed.error, 'body'));
}

/** Whether a status is one that must not be kept for a retry: the server failed, not the request. */
export const isServerFailure = (status: number): boolean => status >= PROBLEM_STATUS['server-error'];
