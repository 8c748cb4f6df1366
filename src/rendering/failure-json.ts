import { exitOf } from '../failures/exit.ts';
import { type Failure, Failures } from '../failures/failure.ts';
import type { Texts } from '../texts/index.ts';

/** A failure as JSON: what scripts read on standard error, and in the rows of a run. */
export function failureJson(failure: Failure, texts: Texts) {
  const { message, hint } = texts.sayFailure(failure);
  return {
    code: failure.code,
    message,
    rule: failure.rule ?? null,
    row: failure.where.row ?? null,
    column: failure.where.column ?? null,
    hint,
    requestId: failure.requestId ?? null,
    exitCode: exitOf(failure),
  };
}

/** One failure as `{"error": …}`, several as `{"errors": […]}`. */
export const failuresJson = (error: Failure | Failures, texts: Texts) =>
  error instanceof Failures
    ? { errors: error.failures.map((failure) => failureJson(failure, texts)) }
    : { error: failureJson(error, texts) };

/** Failures as a person reads them: each with its place, what is wrong, and what to do. */
export function failureText(error: Failure | Failures, texts: Texts): string {
  const failures = error instanceof Failures ? error.failures : [error];
  return failures.map((failure) => textOf(failure, texts)).join('\n');
}

function textOf(failure: Failure, texts: Texts): string {
  const said = texts.sayFailure(failure);
  const { message, hint } = said;
  const { rule = '', requestId = '' } = failure;
  // A flag may be what is wrong as well as where: it is named once.
  const place = said.place.startsWith('--') && message.includes(said.place) ? '' : said.place;
  const head = texts.general.failed({ place, message, rule, requestId });
  return hint ? `${head}\n  ${hint}` : head;
}
