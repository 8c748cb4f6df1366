import type { World } from '../../contract/world.ts';
import type { Store } from '../database/store.ts';
import { dumpRecords } from './dump-records.ts';
import { grouped, WITH } from './rows.ts';

/**
 * The whole state as a world: loading it again gives the same state, ids included. Only what the format holds: of
 * transfers the pending ones, and neither messages nor the audit.
 */
export function dumpWorld(store: Store): World {
  return store.read(() => ({
    organization: store.all<World['organization']>(
      'SELECT id, name, kind, plan, seats FROM organization',
    )[0] as World['organization'],
    schools: store.all<World['schools'][number]>('SELECT id, code, name FROM schools ORDER BY rowid'),
    members: dumpMembers(store),
    teams: dumpTeams(store),
    profiles: store.all<World['profiles'][number]>('SELECT id, key, name, school FROM profiles ORDER BY rowid'),
    ...dumpRecords(store),
    spaces: dumpSpaces(store),
    tokens: dumpTokens(store),
  }));
}

function dumpMembers(store: Store): World['members'] {
  const roles = grouped(store.all<{ member_id: string; role: string }>('SELECT * FROM member_roles'), 'member_id');
  const schools = grouped(store.all<{ member_id: string; code: string }>('SELECT * FROM member_schools'), 'member_id');
  type Row = Pick<World['members'][number], 'email' | 'name' | 'title' | 'status'> & { id: string };
  return store.all<Row>('SELECT id, email, name, title, status FROM members ORDER BY rowid').map((member) => ({
    ...member,
    roles: (roles.get(member.id) ?? []).map((row) => row.role) as World['members'][number]['roles'],
    schools: (schools.get(member.id) ?? []).map((row) => row.code),
  }));
}

function dumpTeams(store: Store): World['teams'] {
  const members = grouped(
    store.all<{ team_id: string; email: string }>(
      'SELECT tm.team_id, m.email FROM team_members tm JOIN members m ON m.id = tm.member_id ORDER BY m.email_key',
    ),
    'team_id',
  );
  return store.all<{ id: string; name: string }>('SELECT id, name FROM teams ORDER BY seq').map((team) => ({
    ...team,
    members: (members.get(team.id) ?? []).map((row) => row.email),
  }));
}

function dumpSpaces(store: Store): World['spaces'] {
  type Entry = World['spaces'][number]['members'][number] & { space_id: string };
  const members = grouped(
    store.all<Entry>(
      `SELECT s.space_id, ${WITH} AS "with", s.access FROM space_members s
       LEFT JOIN members m ON m.id = s.grantee_id LEFT JOIN teams t ON t.id = s.grantee_id`,
    ),
    'space_id',
  );
  return store
    .all<World['spaces'][number] & { id: string }>(
      `SELECT s.id, s.name, s.kind, p.key AS profile, r.number AS record, m.email AS creator FROM spaces s
       JOIN members m ON m.id = s.creator_id LEFT JOIN profiles p ON p.id = s.profile_id
       LEFT JOIN records r ON r.id = s.record_id ORDER BY s.rowid`,
    )
    .map((space) => ({
      ...space,
      members: (members.get(space.id) ?? []).map((entry) => ({ with: entry.with, access: entry.access })),
    }));
}

function dumpTokens(store: Store): World['tokens'] {
  type Scopes = World['tokens'][number]['scopes'];
  return store
    .all<{ token: string; member: string; scopes: string }>(
      'SELECT k.token, m.email AS member, k.scopes FROM tokens k JOIN members m ON m.id = k.member_id ORDER BY k.rowid',
    )
    .map((row) => ({ token: row.token, member: row.member, scopes: row.scopes.split(' ').filter(Boolean) as Scopes }));
}
