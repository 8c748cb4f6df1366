import type * as z from 'zod';
import type { listAccess } from '../../contract/access.ts';
import { listed, type Parameters } from '../database/store.ts';
import type { Asker } from '../http/asker.ts';
import { forbidden, malformed } from '../http/problem.ts';

/** A question to `/v1/access`, sorted out. */
export interface Question {
  /** Asked by member or team, by somebody who may know all about them (O11), or about oneself. */
  readonly byPeople: boolean;
  readonly records: readonly string[] | undefined;
  readonly spaces: readonly string[] | undefined;
  readonly wantsRecords: boolean;
  readonly wantsSpaces: boolean;
  readonly members: readonly string[] | undefined;
  readonly teams: readonly string[] | undefined;
  readonly ifActive: boolean;
}

/**
 * Sorts a question out: by record or space, for who has read or more; by member or team, for oneself and
 * administrators. By both it is narrowed to both.
 * @throws ProblemError `malformed` where nothing is asked; `forbidden` where it is about others
 */
export function questionOf(asker: Asker, query: z.output<typeof listAccess.query>): Question {
  const { record, space, member, team } = query;
  const byResource = record !== undefined || space !== undefined;
  if (!byResource && !member && !team) throw malformed('query: ask by record, space, member or team');
  const others = team !== undefined || (member ?? []).some((id) => id !== asker.me.id);
  const privileged = !others || asker.me.roles.has('administrator');
  const byPeople = (member !== undefined || team !== undefined) && privileged;
  if (!byResource && !byPeople) throw forbidden('only oneself and administrators ask by member or team', 'O11');
  return {
    byPeople,
    records: record,
    spaces: space,
    wantsRecords: record !== undefined || !byResource,
    wantsSpaces: space !== undefined || !byResource,
    members: member,
    teams: team,
    ifActive: query.ifActive === 'true',
  };
}

/** The parameters of the queries that answer it; an empty list where a filter was not given. */
export const questionParameters = (asker: Asker, question: Question): Parameters => ({
  me: asker.me.id,
  records: listed(question.records ?? []),
  spaces: listed(question.spaces ?? []),
  members: listed(question.members ?? []),
  teams: listed(question.teams ?? []),
  ifActive: Number(question.ifActive),
});
