import { hash } from 'node:crypto';
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
  hash(
    'sha256',
    [request.method, request.path, request.search.toString(), askerId, request.text].join('\n'),
    'base64url',
  );

/** A change, under the key it came with. */
interface Kept {
  readonly token: string;
  readonly key: string;
  readonly request: ApiRequest;
  readonly askerId: string;
}

/**
 * Does a change at most once, within one transaction: makes it and keeps its answer under the key, or, where one is kept
 * there already, undoes it and gives that. A failure of the server is never kept.
 * @throws ProblemError `key-reused` where the key came with another request before
 */
export function once(store: Store, { token, key, request, askerId }: Kept, change: () => ApiAnswer): ApiAnswer {
  const fingerprint = fingerprintOf(request, askerId);
  const oldest = Date.now() - KEPT_MS;
  return store.change((undo) => {
    const answer = attempted(change, undo);
    // Keys hardly ever come twice: whether one has is asked by keeping it.
    if (!isServerFailure(answer.status)) {
      const row = { token, key, fingerprint, answer: JSON.stringify(answer), at: Date.now(), oldest };
      if (store.run(KEEP, row) > 0) return answer;
    }
    const known = store.get<{ fingerprint: string; answer: string }>(
      'SELECT fingerprint, answer FROM idempotency WHERE token = :token AND key = :key AND at >= :oldest',
      { token, key, oldest },
    );
    if (!known) return answer;
    undo();
    if (known.fingerprint !== fingerprint) throw new ProblemError('key-reused', 'this key came with another request');
    return JSON.parse(known.answer) as ApiAnswer;
  });
}

/** Keeps an answer, unless one is kept that is still asked for. */
const KEEP = `INSERT INTO idempotency VALUES (:token, :key, :fingerprint, :answer, :at)
  ON CONFLICT (token, key) DO UPDATE SET fingerprint = :fingerprint, answer = :answer, at = :at WHERE at < :oldest`;

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
