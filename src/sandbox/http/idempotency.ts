import { createHash } from 'node:crypto';
import type { Store } from '../database/store.ts';
import { type ApiAnswer, type ApiRequest, answerOfError } from './messages.ts';
import { malformed, ProblemError } from './problem.ts';
import { isServerFailure } from './validate.ts';

const KEPT_MS = 30 * 24 * 60 * 60 * 1000;
const MAX_KEY_LENGTH = 255;

/**
 * The key of a request, quoted or bare; undefined where none was sent.
 * @throws ProblemError `malformed`
 */
export function keyOf(header: string | undefined): string | undefined {
  if (header === undefined) return undefined;
  const text = header.trim();
  const key = /^"(.*)"$/.exec(text)?.[1] ?? text;
  if (key === '' || key.length > MAX_KEY_LENGTH) throw malformed('Idempotency-Key: 1 to 255 characters');
  return key;
}

/** Whoever sends something else under a key has made a mistake; for whom it is done is part of what is sent. */
const fingerprintOf = (request: ApiRequest, askerId: string): string =>
  createHash('sha256')
    .update([request.method, request.path, request.search.toString(), askerId, request.text].join('\n'))
    .digest('base64url');

/**
 * Does a change at most once: within one transaction, finds the answer kept under the key, or makes the change and
 * keeps its answer. A failure of the server is never kept.
 * @throws ProblemError `key-reused` where the key came with another request before
 */
export function once(
  store: Store,
  kept: { token: string; key: string; request: ApiRequest; askerId: string },
  change: () => ApiAnswer,
): ApiAnswer {
  const { token, key } = kept;
  const fingerprint = fingerprintOf(kept.request, kept.askerId);
  const oldest = Date.now() - KEPT_MS;
  return store.change((undo) => {
    const row = store.get<{ fingerprint: string; answer: string }>(
      'SELECT fingerprint, answer FROM idempotency WHERE token = :token AND key = :key AND at >= :oldest',
      { token, key, oldest },
    );
    if (row && row.fingerprint !== fingerprint)
      throw new ProblemError('key-reused', 'this key came with another request');
    if (row) return JSON.parse(row.answer) as ApiAnswer;
    const answer = attempted(change, undo);
    if (!isServerFailure(answer.status)) {
      store.run('INSERT OR REPLACE INTO idempotency VALUES (:token, :key, :fingerprint, :answer, :at)', {
        token,
        key,
        fingerprint,
        answer: JSON.stringify(answer),
        at: Date.now(),
      });
    }
    return answer;
  });
}

/** Forgets the answers nobody may ask for any more. */
export function forgetOldKeys(store: Store): void {
  store.run('DELETE FROM idempotency WHERE at < :oldest', { oldest: Date.now() - KEPT_MS });
}

/** What is kept of a change that fails is its answer alone. */
function attempted(change: () => ApiAnswer, undo: () => void): ApiAnswer {
  try {
    return change();
  } catch (error) {
    undo();
    return answerOfError(error);
  }
}
