import { headerOf } from './headers.ts';
import type { Answered } from './transport.ts';

/** What an answer says in JSON. @throws SyntaxError */
export const jsonOf = ({ json, text }: Answered): unknown => (json ? json.value : JSON.parse(text));

/** Whether an answer says it is JSON; asked before it is parsed, a sign-in page being no data. */
export const isJson = (answer: Answered): boolean =>
  /^application\/([\w.+-]+\+)?json\s*(;|$)/i.test(headerOf(answer.headers, 'Content-Type') ?? '');
