import type { WorldInput } from '../../../src/contract/world.ts';
import type { PlannedIntent } from '../../../src/model/intents/index.ts';
import type { ShareLevel } from '../../../src/model/levels.ts';
import { address, record, town } from '../town.ts';

const RICH = {
  confidentialNotes: 2,
  confidentialDocuments: 1,
  rawData: 1,
  tasks: 2,
  memos: 1,
  upcomingAppointments: 2,
};

/** An organization that the forty rows below change in every way psyctl knows. */
export const mixedTown = (): WorldInput => {
  const { members, ...rest } = town(
    [
      record('R-1', { bob: 'read' }),
      record('R-2'),
      record('R-3', { fay: 'full' }),
      record('R-4', { bob: 'write', 'team:North': 'read' }),
      record('R-5', { 'team:North': 'write' }),
      record('R-6'),
      record('R-7', {}, { status: 'archived' }),
      record('R-8', { dan: 'read' }, { contents: RICH }),
      record('R-9', { eve: 'write', 'team:North': 'read' }, { contents: RICH }),
      record('R-10', {}, { contents: RICH }),
      record('R-11', { bob: 'read' }),
      record('R-12', { gus: 'read' }),
      record('R-13'),
      record('R-14', {}, { owner: address('fay') }),
    ],
    {
      spaces: [
        { id: 'S-1', name: 'Space one', kind: 'multi', profile: 'P-1', creator: address('alice'), members: [] },
        {
          id: 'S-2',
          name: 'Space two',
          kind: 'collaborative',
          creator: address('bob'),
          members: [{ with: address('dan') }, { with: address('eve') }],
        },
      ],
      transfers: [
        { record: 'R-11', to: address('dan'), by: address('alice') },
        { record: 'R-12', to: address('eve'), by: address('alice') },
      ],
    },
  );
  return {
    ...rest,
    members: [...members, { email: address('pia'), name: 'Pia Test', roles: ['practitioner'], status: 'invited' }],
    teams: [
      ...(rest.teams ?? []),
      { name: 'West', members: [address('gus')] },
      { name: 'Old', members: [address('fay')] },
    ],
    profiles: [...(rest.profiles ?? []), { key: 'P-2', name: 'Noa Roy', school: '010' }],
  };
};

const place = {};
const member = (name: string) => ({ ref: 'member' as const, text: address(name), place, orNew: true as const });
const team = (name: string) => ({ ref: 'team' as const, text: name, place, orNew: true as const });
const recordOf = (text: string) => ({ ref: 'record' as const, text, place });
const grantee = (name: string) =>
  name.startsWith('team:')
    ? { ref: 'grantee' as const, type: 'team' as const, text: name.slice(5), place, orNew: true as const }
    : { ref: 'grantee' as const, type: 'member' as const, text: address(name), place, orNew: true as const };
const school = { ref: 'school' as const, text: '010', place };
const space = (text: string) => ({ ref: 'space' as const, text, place });
const newSpace = (kind: 'multi' | 'collaborative', profile: string | null, name: string | null, another = false) => ({
  ref: 'new-space' as const,
  text: profile ?? name ?? '',
  place,
  kind,
  profile,
  record: null,
  name,
  another,
});

type Unnumbered = PlannedIntent extends infer I ? (I extends unknown ? Omit<I, 'row'> : never) : never;

const share = (number: string, who: string, level: ShareLevel, requireApproval: boolean | null = null): Unnumbered => ({
  action: 'share.set',
  record: recordOf(number),
  grantee: grantee(who),
  level,
  requireApproval,
});
const transfer = (number: string, to: string, keepCopy = false): Unnumbered => ({
  action: 'transfer.send',
  record: recordOf(number),
  to: member(to),
  include: keepCopy ? [] : ['confidential'],
  keepCopy,
});
const transferOf = (text: string) => ({ ref: 'transfer' as const, text, place });
const inTeam = (action: 'team.add' | 'team.remove', name: string, who: string): Unnumbered => ({
  action,
  team: team(name),
  member: member(who),
});
const invite = (name: string, teams: readonly string[], resend = false): Unnumbered => ({
  action: 'member.invite',
  member: member(name),
  email: address(name),
  roles: ['practitioner'],
  schools: [],
  teams: teams.map(team),
  resend,
  fillSeats: false,
});
const status = (action: 'member.cancel-invitation' | 'member.revoke' | 'member.restore', name: string): Unnumbered => ({
  action,
  member: member(name),
});
const multi = newSpace('multi', 'P-2', null);
const another = newSpace('multi', 'P-1', null, true);
const named = newSpace('collaborative', null, 'Year end');

/** Forty rows that change everything an administrator can change, as one file of the desired state and others never could. */
const ROWS: readonly Unnumbered[] = [
  share('R-1', 'bob', 'write', true),
  share('R-1', 'team:North', 'read'),
  share('R-1', 'team:South', 'read'),
  share('R-2', 'fay', 'full'),
  share('R-2', 'gus', 'read'),
  share('R-3', 'fay', 'read'),
  { action: 'share.remove', record: recordOf('R-4'), grantee: grantee('bob') },
  { action: 'share.remove', record: recordOf('R-5'), grantee: grantee('team:North') },
  { action: 'record.archive', record: recordOf('R-6') },
  { action: 'record.reactivate', record: recordOf('R-7') },
  transfer('R-8', 'bob'),
  transfer('R-9', 'dan', true),
  transfer('R-10', 'gus'),
  transfer('R-14', 'alice'),
  { action: 'transfer.cancel', transfer: transferOf('R-11') },
  { action: 'transfer.cancel', transfer: transferOf('R-12') },
  {
    action: 'space.create',
    space: multi,
    kind: 'multi',
    profile: { ref: 'profile', text: 'P-2', place },
    record: null,
    name: null,
    another: false,
  },
  { action: 'space.share', space: multi, grantee: grantee('team:North'), level: 'write' },
  { action: 'space.share', space: multi, grantee: grantee('bob'), level: 'read' },
  {
    action: 'space.create',
    space: another,
    kind: 'multi',
    profile: { ref: 'profile', text: 'P-1', place },
    record: null,
    name: null,
    another: true,
  },
  {
    action: 'space.create',
    space: named,
    kind: 'collaborative',
    profile: null,
    record: null,
    name: 'Year end',
    another: false,
  },
  { action: 'space.share', space: named, grantee: grantee('eve'), level: null },
  { action: 'space.share', space: space('S-1'), grantee: grantee('fay'), level: 'write' },
  { action: 'space.unshare', space: space('S-2'), grantee: grantee('dan') },
  { action: 'team.create', team: team('South'), name: 'South' },
  inTeam('team.add', 'South', 'bob'),
  inTeam('team.add', 'South', 'alice'),
  inTeam('team.remove', 'North', 'eve'),
  inTeam('team.add', 'North', 'gus'),
  { action: 'team.rename', team: team('West'), name: 'Ouest' },
  { action: 'team.delete', team: team('Old') },
  invite('new-one', ['South']),
  invite('new-two', ['North']),
  invite('pia', [], true),
  status('member.cancel-invitation', 'ivy'),
  status('member.restore', 'otto'),
  { action: 'member.set-roles', member: member('gus'), set: null, add: ['coordinator'], remove: [] },
  { action: 'member.assign-schools', member: member('fay'), set: [school], add: [], remove: [] },
  status('member.revoke', 'max'),
  share('R-13', 'gus', 'write'),
];

/** The forty rows, numbered. */
export const mixedRows = (): PlannedIntent[] =>
  ROWS.map((row, n) => ({ ...row, row: n + 1, desired: true }) as PlannedIntent);
