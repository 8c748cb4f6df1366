import type * as z from 'zod';
import { HEADERS } from '../contract/common.ts';
import { type Endpoint, noBody } from '../contract/endpoint.ts';
import { Failure } from '../failures/failure.ts';
import { nameOf } from './address.ts';
import { headerOf } from './headers.ts';
import { isJson, jsonOf } from './json.ts';
import { type Asked, failureOfAnswer, notJson } from './problem.ts';
import type { Answer } from './request.ts';
import type { Answered } from './transport.ts';

/** What an answer means: its body as the contract has it, or the failure it stands for, thrown. */
export function interpret(answer: Answered, asked: Asked): Answer<unknown> {
  if (answer.status < 200 || answer.status > 299) throw failureOfAnswer(answer, asked);
  const requestId = headerOf(answer.headers, HEADERS.requestId);
  return {
    status: answer.status,
    body: bodyOf(answer, asked.endpoint, requestId ?? undefined),
    etag: headerOf(answer.headers, HEADERS.etag),
    requestId,
  };
}

function bodyOf(answer: Answered, endpoint: Endpoint, requestId: string | undefined): unknown {
  const nothing = endpoint.answer === noBody;
  if (nothing && answer.text === '') return undefined;
  const json = parse(answer, requestId);
  if (nothing) return undefined;
  const checked = endpoint.answer.safeParse(json);
  if (checked.success) return checked.data;
  const { at, problem } = describe(checked.error.issues[0]);
  throw new Failure('contract-broken', { endpoint: nameOf(endpoint), at, problem }, { requestId });
}

function parse(answer: Answered, requestId: string | undefined): unknown {
  if (isJson(answer)) {
    try {
      return jsonOf(answer);
    } catch {
      // The parser's own message quotes the text, which may hold names: it is left out.
    }
  }
  throw new Failure('not-json', notJson(answer), { requestId });
}

/** Where an answer contradicts the contract and what was expected there: paths and types, never a value. */
function describe(issue: z.core.$ZodIssue | undefined): { at: string; problem: string } {
  if (!issue) return { at: '', problem: '' };
  const at = pathOf(issue.path);
  if (issue.code === 'invalid_type') return { at, problem: `expected ${issue.expected}` };
  if (issue.code === 'invalid_value') return { at, problem: `expected ${issue.values.map(String).join(', ')}` };
  if (issue.code === 'invalid_format') return { at, problem: `expected ${issue.format}` };
  return { at, problem: issue.code };
}

/** `roles[0]`, `items[3].owner.id`; a key that could be data is shown as `*`. */
const pathOf = (path: readonly PropertyKey[]): string =>
  path
    .map((key) =>
      typeof key === 'number' ? `[${key}]` : `.${/^[a-z]\w{0,39}$/i.test(String(key)) ? String(key) : '*'}`,
    )
    .join('')
    .replace(/^\./, '');
