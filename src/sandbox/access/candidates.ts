import { among, type Parameters, type Store } from '../database/store.ts';
import type { Asker } from '../http/asker.ts';
import type { Question } from './question.ts';
import { COORDINATOR_SEES } from './reach.ts';

/** A resource the answer speaks of; `key` is its place in the list. */
export type Resource = { type: 'record' | 'space'; id: string; number?: string; key: string };

const list = (name: string): string => `(SELECT value FROM json_each(:${name}))`;
const MEMBERS_COUNTED = `SELECT id FROM members WHERE id IN ${list('members')} AND (status = 'active' OR :ifActive)`;

/**
 * The records and spaces an answer speaks of, in the order of its pages: records by number, then spaces by id. Only
 * those somebody asked about reaches, or of which the asker may be told who reaches them.
 */
export function candidates(
  store: Store,
  asker: Asker,
  question: Question,
  parameters: Parameters,
  page: { after: string | undefined; limit: number },
): Resource[] {
  const { after = '', limit } = page;
  const records =
    question.wantsRecords && !after.startsWith('s')
      ? recordsOf(store, asker, question, { ...parameters, after: after.slice(1), limit })
      : [];
  const left = limit - records.length;
  if (!question.wantsSpaces || left <= 0) return records;
  const from = after.startsWith('s') ? after.slice(1) : '';
  return [...records, ...spacesOf(store, question, { ...parameters, after: from, limit: left })];
}

function recordsOf(store: Store, asker: Asker, question: Question, parameters: Parameters): Resource[] {
  const { byPeople, records } = question;
  const { those, ids } = among(records ?? []);
  const byThem = () => (records ? reachedAmongKnown(question, those) : reachedByPeople(store, question, parameters));
  const condition = byPeople ? byThem() : askable(asker);
  const narrowed = records ? `r.id ${those}` : '1';
  return store
    .all<{ id: string; number: string }>(
      `SELECT r.id, r.number FROM records r WHERE ${narrowed} AND ${condition} AND r.number > :after
       ORDER BY r.number LIMIT :limit`,
      records ? { ...parameters, ...ids } : parameters,
    )
    .map((row) => ({ type: 'record', ...row, key: `r${row.number}` }));
}

/** Who has read or more asks who reaches it; a coordinator, where O4 lets them see; a copy's holder, of themself. */
function askable(asker: Asker): string {
  // Some known records are asked about: each is looked into, rather than all the asker's records gathered.
  const own = `EXISTS (SELECT 1 FROM record_paths p WHERE p.record_id = r.id AND p.member_id = :me AND p.state = 'active'
    AND p.kind IN ('owner', 'share', 'team', 'archived-copy'))`;
  return asker.me.roles.has('coordinator') ? `(${COORDINATOR_SEES} OR ${own})` : own;
}

/** O11: what members and teams reach, whatever the way; a coordinator's role is too wide to be listed as ids. */
function reachedByPeople(store: Store, question: Question, parameters: Parameters): string {
  const coordinator = store.get(
    `SELECT 1 AS one FROM member_roles WHERE role = 'coordinator' AND member_id IN (${MEMBERS_COUNTED})`,
    parameters,
  );
  const byMember = `r.id IN (SELECT record_id FROM ways WHERE member_id IN (${MEMBERS_COUNTED}) AND state = 'active')`;
  const byTeam = `r.id IN (SELECT record_id FROM team_record_paths WHERE team_id IN ${list('teams')} AND state = 'active')`;
  const ways = [
    ...(coordinator ? [COORDINATOR_SEES] : []),
    ...(question.members ? [byMember] : []),
    ...(question.teams ? [byTeam] : []),
  ];
  return `(${ways.join(' OR ')})`;
}

/**
 * The same of some known records: each is looked into, since those people may have very many others. The plus has SQLite
 * begin with the records.
 */
function reachedAmongKnown({ members, teams }: Question, those: string): string {
  const byMember = `SELECT p.record_id FROM record_paths p
    WHERE p.record_id ${those} AND p.state = 'active' AND +p.member_id IN (${MEMBERS_COUNTED})`;
  const byTeam = `SELECT p.record_id FROM team_record_paths p
    WHERE p.record_id ${those} AND p.state = 'active' AND +p.team_id IN ${list('teams')}`;
  const ways = [...(members ? [byMember] : []), ...(teams ? [byTeam] : [])];
  return `r.id IN (${ways.join(' UNION ALL ')})`;
}

function spacesOf(store: Store, question: Question, parameters: Parameters): Resource[] {
  const byMember = `s.id IN (SELECT space_id FROM space_paths WHERE member_id IN (${MEMBERS_COUNTED}))`;
  const byTeam = `s.id IN (SELECT space_id FROM team_space_paths WHERE team_id IN ${list('teams')})`;
  const people = [...(question.members ? [byMember] : []), ...(question.teams ? [byTeam] : [])].join(' OR ');
  const inIt = 's.id IN (SELECT space_id FROM space_paths WHERE member_id = :me)';
  const narrowed = question.spaces ? `s.id IN ${list('spaces')}` : '1';
  return store
    .all<{ id: string }>(
      `SELECT s.id FROM spaces s WHERE ${narrowed} AND (${question.byPeople ? people : inIt}) AND s.id > :after
       ORDER BY s.id LIMIT :limit`,
      parameters,
    )
    .map((row) => ({ type: 'space', id: row.id, key: `s${row.id}` }));
}
