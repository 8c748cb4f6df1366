import type * as z from 'zod';
import { listAccess } from '../../contract/access.ts';
import { accessRows } from '../access/answer.ts';
import { candidates } from '../access/candidates.ts';
import { questionOf, questionParameters } from '../access/question.ts';
import { cut, pageReply, pageWanted } from '../http/paging.ts';
import { type Call, type Reply, route } from '../http/routing.ts';

/** Who reaches what (S7, O11); a page holds whole resources, and `limit` counts those. */
function list(call: Call<unknown, z.output<typeof listAccess.query>>): Reply<z.input<typeof listAccess.answer>> {
  const { store, asker, query } = call;
  const question = questionOf(asker, query);
  const { limit, after } = pageWanted(call);
  const parameters = questionParameters(asker, question);
  const page = { after: after === undefined ? undefined : String(after), limit: limit + 1 };
  const { rows, last } = cut(candidates(store, asker, question, parameters, page), limit, (resource) => resource.key);
  return pageReply(call, accessRows(store, asker, question, parameters, rows), last);
}

/** Who reaches what. */
export const accessRoutes = [route(listAccess, list)];
