import type { World } from '../../contract/world.ts';
import { TABLES } from '../database/schema.ts';
import type { Store } from '../database/store.ts';
import { checkWorld } from './check.ts';
import { withIds } from './ids.ts';
import { insertRecords } from './load-records.ts';
import { bulkInserts, granteeColumns, type Loading } from './loading.ts';
import { emailKey, folded, Names } from './names.ts';

/**
 * Replaces everything the database holds by a world, and remembers it for `reset`.
 * @throws WorldError naming everything that is wrong, with the database as it was
 */
export function loadWorld(store: Store, world: World): void {
  checkWorld(world);
  const complete = withIds(world);
  store.change(() => {
    for (const table of TABLES) store.run(`DELETE FROM ${table}`);
    store.run('INSERT INTO initial_world VALUES (1, :json)', { json: JSON.stringify(complete) });
    insertWorld(store, complete);
  });
}

/** Whether the database holds a world already. */
export const holdsWorld = (store: Store): boolean => store.get('SELECT one FROM initial_world') !== undefined;

/** Back to the world that was loaded: nothing done since remains, messages and answers kept for retries included. */
export function resetWorld(store: Store): void {
  store.change(() => {
    const row = store.get<{ json: string }>('SELECT json FROM initial_world');
    for (const table of TABLES) if (table !== 'initial_world') store.run(`DELETE FROM ${table}`);
    if (row) insertWorld(store, JSON.parse(row.json) as World);
  });
}

function insertWorld(store: Store, world: World): void {
  const { insert, flush } = bulkInserts(store);
  const loading: Loading = { names: new Names(world), now: new Date().toISOString(), version: Date.now(), insert };
  insertPeople(loading, world);
  insertRecords(loading, world);
  insertSpaces(loading, world);
  flush();
}

function insertPeople(loading: Loading, world: World): void {
  const { insert, names, version, now } = loading;
  const { id, name, kind, plan, seats } = world.organization;
  insert('organization', { id: id as string, name, kind, plan, seats });
  for (const school of world.schools)
    insert('schools', { id: school.id as string, code: school.code, name: school.name });
  for (const member of world.members) {
    const memberId = member.id as string;
    const { email, name, title, status } = member;
    const invited_at = status === 'invited' ? now : null;
    const keys = { email_key: emailKey(email), search: folded(`${name} ${email}`) };
    insert('members', { id: memberId, email, ...keys, name, title, status, invited_at, version });
    for (const role of member.roles) insert('member_roles', { member_id: memberId, role });
    for (const code of member.schools) insert('member_schools', { member_id: memberId, code });
  }
  for (const team of world.teams) {
    insert('teams', { id: team.id as string, name: team.name, version });
    for (const email of team.members) {
      insert('team_members', { team_id: team.id as string, member_id: names.member(email)?.id as string });
    }
  }
  for (const token of world.tokens) {
    const member_id = names.member(token.member)?.id as string;
    insert('tokens', { token: token.token, member_id, scopes: token.scopes.join(' ') });
  }
  for (const profile of world.profiles) {
    const { key, name: pupil, school } = profile;
    insert('profiles', { id: profile.id as string, key, name: pupil, school, search: folded(pupil) });
  }
}

function insertSpaces({ insert, names, version }: Loading, world: World): void {
  for (const space of world.spaces) {
    const profile = space.profile === null ? undefined : names.profiles.get(space.profile);
    // C2: a multi-space takes its name from its profile.
    const name = space.name || (space.kind === 'multi' ? (profile?.name ?? '') : '');
    insert('spaces', {
      id: space.id as string,
      kind: space.kind,
      name,
      profile_id: profile?.id ?? null,
      record_id: space.record === null ? null : (names.records.get(space.record)?.id ?? null),
      creator_id: names.member(space.creator)?.id as string,
      search: folded(name),
      version,
    });
    for (const entry of space.members) {
      insert('space_members', {
        space_id: space.id as string,
        ...granteeColumns(names, entry.with),
        access: entry.access,
      });
    }
  }
}
