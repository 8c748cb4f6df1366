import { headerOf } from './headers.ts';
import type { Answered } from './transport.ts';

/** Whether an answer says it is JSON; asked before it is parsed, a sign-in page being no data. */
export const isJson = (answer: Answered): boolean =>
  /^application\/([\w.+-]+\+)?json\s*(;|$)/i.test(headerOf(answer.headers, 'Content-Type') ?? '');
