import type { Context } from 'hono';
import { MAX_BODY_BYTES } from '../../contract/common.ts';
import { malformed, ProblemError } from './problem.ts';

const tooLarge = (): ProblemError =>
  new ProblemError('too-large', `a body has at most ${MAX_BODY_BYTES} bytes`, undefined, { Connection: 'close' });

/**
 * The body of a request as text, empty without one.
 * @throws ProblemError `too-large` as soon as it is known to be
 */
export async function bodyText(context: Context): Promise<string> {
  const length = context.req.header('Content-Length');
  if (length !== undefined) {
    if (Number(length) > MAX_BODY_BYTES) throw tooLarge();
    return context.req.text();
  }
  return context.req.header('Transfer-Encoding') === undefined ? '' : streamed(context);
}

/** A body that doesn't say its length is counted while it comes. */
async function streamed(context: Context): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of context.req.raw.body ?? []) {
    size += chunk.byteLength;
    if (size > MAX_BODY_BYTES) throw tooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/**
 * A body as JSON, undefined without one.
 * @throws ProblemError `malformed` where it is something else
 */
export function readJson(text: string, contentType: string | undefined): unknown {
  if (text === '') return undefined;
  if (!/^application\/(?:[\w.-]+\+)?json\s*(?:;|$)/i.test(contentType ?? ''))
    throw malformed('Content-Type: application/json');
  try {
    return JSON.parse(text);
  } catch {
    throw malformed('body: it is not JSON');
  }
}
