import type { ActionName, ResolvedOf } from '../../src/model/intents/index.ts';
import type { Id, Role } from '../../src/model/organization.ts';
import type { Wish } from './planning.ts';

/** On whose behalf a wish is, unless it says so. */
const ADA = 'ada';

type Status = 'member.cancel-invitation' | 'member.revoke' | 'member.restore';

const about =
  (action: Status) =>
  (member: Id, actor = ADA): Wish =>
  (row) => ({ action, row, actor, member });

/** `revoke('bob')`: Ada takes Bob’s access away. */
export const revoke = about('member.revoke');
/** `restore('otto')`: Ada gives Otto his access back. */
export const restore = about('member.restore');
/** `cancel('ivy')`: Ada cancels Ivy’s invitation. */
export const cancel = about('member.cancel-invitation');

const moving =
  (action: 'team.add' | 'team.remove') =>
  (team: string, member: Id, actor = ADA): Wish =>
  (row) => ({ action, row, actor, team, member });

/** `add('team:North', 'bob')` */
export const add = moving('team.add');
/** `remove('team:North', 'bob')` */
export const remove = moving('team.remove');

/** `create('North')`: a team that isn’t there yet. */
export const create =
  (name: string, actor = ADA, team = `new:${name}`): Wish =>
  (row) => ({ action: 'team.create', row, actor, team, name });
/** `rename('team:North', 'South')` */
export const rename =
  (team: string, name: string, actor = ADA): Wish =>
  (row) => ({ action: 'team.rename', row, actor, team, name });
/** `erase('team:North')` */
export const erase =
  (team: string, actor = ADA): Wish =>
  (row) => ({ action: 'team.delete', row, actor, team });

type Invitation = Partial<Omit<ResolvedOf<'member.invite'>, 'action' | 'row' | 'member'>>;

/** `invite('new@example.org')`: somebody who isn’t there yet; `invite('ivy')`: somebody who is. */
export const invite =
  (who: string, told: Invitation = {}): Wish =>
  (row) => ({
    action: 'member.invite',
    row,
    actor: ADA,
    member: who.includes('@') ? `new:${who}` : who,
    email: who,
    roles: ['practitioner'],
    schools: [],
    teams: [],
    resend: false,
    fillSeats: false,
    ...told,
  });

interface Change<Value> {
  readonly set?: readonly Value[];
  readonly add?: readonly Value[];
  readonly remove?: readonly Value[];
  readonly actor?: Id;
}

const changing =
  <Value>(action: Extract<ActionName, 'member.set-roles' | 'member.assign-schools'>) =>
  (member: Id, { set, add: more = [], remove: less = [], actor = ADA }: Change<Value>): Wish =>
  (row) =>
    ({ action, row, actor, member, set: set ?? null, add: more, remove: less }) as ReturnType<Wish>;

/** `setRoles('bob', { add: ['coordinator'] })` */
export const setRoles = changing<Role>('member.set-roles');
/** `assign('max', { remove: ['010'] })` */
export const assign = changing<string>('member.assign-schools');
