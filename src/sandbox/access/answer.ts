import { type Access, type AccessPath, PathKind } from '../../contract/access.ts';
import { among, listed, type Parameters, type Store } from '../database/store.ts';
import type { Asker } from '../http/asker.ts';
import { grouped } from '../world/rows.ts';
import type { Resource } from './candidates.ts';
import { levelOf } from './levels.ts';
import type { Question } from './question.ts';
import { sightOf, type Way, waysOf } from './sight.ts';

type PathRow = Omit<AccessPath, 'requireApproval'> & {
  approval: number;
  resource_id: string;
  /** Of the member or the team. */
  who: string;
  member_id: string | null;
  email: string | null;
  team_id: string | null;
  team_name: string | null;
};

const PATH_COLUMNS: readonly (keyof PathRow)[] = [
  ...(['resource_id', 'who', 'approval', 'kind', 'level', 'via', 'state'] as const),
  ...(['member_id', 'email', 'team_id', 'team_name'] as const),
];
const COLUMNS = 'p.kind, p.level, p.via, m.id AS who, m.id AS member_id, m.email, NULL AS team_id, NULL AS team_name';
/** O5: whoever isn't active has nothing now, whatever the way. */
const STATE_OF = (state: string) =>
  `CASE WHEN m.status <> 'active' AND NOT :ifActive THEN 'inactive' ELSE ${state} END AS state`;
const TEAM_COLUMNS =
  'p.kind, p.level, p.via, p.team_id AS who, NULL AS member_id, NULL AS email, p.team_id, p.via AS team_name, 0 AS approval';

/**
 * Who reaches each of these resources, a row for each member (and each team asked about) above none, with all their
 * ways in; what the asker may not be told is left out.
 */
export function accessRows(
  store: Store,
  asker: Asker,
  question: Question,
  parameters: Parameters,
  resources: readonly Resource[],
): Access[] {
  const of = (type: Resource['type']) => resources.filter((resource) => resource.type === type);
  const records = grouped(recordPaths(store, question, parameters, of('record')), 'resource_id');
  const spaces = grouped(spacePaths(store, question, parameters, of('space')), 'resource_id');
  const hides = question.byPeople ? () => false : hiddenPaths(store, asker, question, records);
  return resources.flatMap((resource) => {
    const rows = (resource.type === 'record' ? records : spaces).get(resource.id) ?? [];
    return answersOf(
      resource,
      rows.filter((row) => !hides(row)),
    );
  });
}

function recordPaths(
  store: Store,
  question: Question,
  parameters: Parameters,
  records: readonly Resource[],
): PathRow[] {
  if (records.length === 0) return [];
  const { those, ids } = among(records.map((record) => record.id));
  const given = { ...parameters, ...ids };
  const members = store.many<PathRow>(
    PATH_COLUMNS,
    `SELECT p.record_id AS resource_id, p.approval, ${COLUMNS}, ${STATE_OF('p.state')} FROM record_paths p
     JOIN members m ON m.id = p.member_id WHERE p.record_id ${those} ${narrowing(question)}`,
    given,
  );
  if (!question.teams) return members;
  const teams = `SELECT p.record_id AS resource_id, ${TEAM_COLUMNS}, p.state FROM team_record_paths p
    WHERE p.record_id ${those} AND p.team_id IN (SELECT value FROM json_each(:teams))`;
  return [...members, ...store.all<PathRow>(teams, given)];
}

function spacePaths(store: Store, question: Question, parameters: Parameters, spaces: readonly Resource[]): PathRow[] {
  if (spaces.length === 0) return [];
  const { those, ids } = among(spaces.map((space) => space.id));
  const given = { ...parameters, ...ids };
  const members = store.all<PathRow>(
    `SELECT p.space_id AS resource_id, 0 AS approval, ${COLUMNS}, ${STATE_OF("'active'")} FROM space_paths p
     JOIN members m ON m.id = p.member_id WHERE p.space_id ${those} ${narrowing(question)}`,
    given,
  );
  if (!question.teams) return members;
  const teams = `SELECT p.space_id AS resource_id, ${TEAM_COLUMNS}, 'active' AS state FROM team_space_paths p
    WHERE p.space_id ${those} AND p.team_id IN (SELECT value FROM json_each(:teams))`;
  return [...members, ...store.all<PathRow>(teams, given)];
}

const isNarrowed = ({ members, teams }: Question): boolean => members !== undefined || teams !== undefined;

/**
 * Asked about people, nobody else is spoken of. The plus has SQLite begin with the resources: they are few, and the ways of
 * those people may be very many.
 */
const narrowing = (question: Question): string =>
  isNarrowed(question) ? 'AND +p.member_id IN (SELECT value FROM json_each(:members))' : '';

/**
 * What the asker, asking by record, is not told: T17, the recipient of a transfer they don't see; T10, anybody else
 * where a copy is all they have. Their own ways in are among everybody's, unless others alone were asked about.
 */
function hiddenPaths(
  store: Store,
  { me }: Asker,
  question: Question,
  records: ReadonlyMap<string, readonly PathRow[]>,
): (row: PathRow) => boolean {
  const recordIds = [...records.keys()];
  const read = isNarrowed(question) ? waysOf(store, me, recordIds) : undefined;
  const ownOf = (id: string): readonly Way[] =>
    read ? (read.get(id) ?? []) : (records.get(id) ?? []).filter((row) => row.member_id === me.id);
  const copyOnly = new Set(recordIds.filter((id) => !sightOf(ownOf(id)).shares));
  const parties = store.all<{ record_id: string }>(
    `SELECT record_id FROM transfers WHERE status = 'pending' AND record_id IN (SELECT value FROM json_each(:ids))
       AND :me IN (from_id, sent_by, to_id)`,
    { ids: listed(recordIds), me: me.id },
  );
  const seesTransfer = new Set(parties.map((row) => row.record_id));
  return (row) =>
    (copyOnly.has(row.resource_id) && row.member_id !== me.id) ||
    (row.kind === 'recipient' && !me.roles.has('coordinator') && !seesTransfer.has(row.resource_id));
}

/** Ways in as they are always told: by kind, then by team. */
const inOrder = (a: PathRow, b: PathRow): number =>
  PathKind.options.indexOf(a.kind) - PathKind.options.indexOf(b.kind) || ((a.via ?? '') < (b.via ?? '') ? -1 : 1);

function answersOf({ type, id, number }: Resource, rows: readonly PathRow[]): Access[] {
  const groups = grouped(rows, 'who');
  const answers = [...groups.values()].map((group): Access => {
    const paths = (group.length === 1 ? group : [...group].sort(inOrder)).map(
      ({ kind, level, via, state, approval }): AccessPath => ({
        kind,
        level,
        via,
        state,
        ...(approval === 1 && { requireApproval: true }),
      }),
    );
    const { member_id, email, team_id, team_name } = group[0] as PathRow;
    return {
      member: member_id === null ? null : { id: member_id, email: email ?? '' },
      team: team_id === null ? null : { id: team_id, name: team_name ?? '' },
      resource: { type, id, ...(number !== undefined && { number }) },
      level: levelOf(paths),
      paths,
    };
  });
  const named = answers.flatMap((answer) =>
    answer.level === 'none' ? [] : [{ answer, name: answer.member?.email.toLowerCase() ?? `~${answer.team?.name}` }],
  );
  return named.sort((a, b) => (a.name < b.name ? -1 : 1)).map(({ answer }) => answer);
}
