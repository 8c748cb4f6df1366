import { count, listed, number } from './words.ts';

const things = (records: number, spaces: number): string =>
  [...(records > 0 ? [count(records, 'record')] : []), ...(spaces > 0 ? [count(spaces, 'space')] : [])].join(', ');
const roles = (of: readonly string[]) => listed(of);
const were = (before: readonly string[]) => (before.length > 0 ? ` (had ${listed(before)})` : '');

/** The sentences of a preview of changes of teams and members. */
export const previewOfPeople = {
  heading: {
    'team create': (teams: number) => `Create ${count(teams, 'team')}`,
    'team rename': (teams: number) => `Rename ${count(teams, 'team')}`,
    'team delete': (teams: number) => `Delete ${count(teams, 'team')}`,
    'team add': (teams: number) => `Add members to ${count(teams, 'team')}`,
    'team remove': (teams: number) => `Remove members from ${count(teams, 'team')}`,
    'member invite': (people: number) => `Invite ${count(people, 'person', 'people')}`,
    'member cancel-invitation': (people: number) => `Cancel ${count(people, 'invitation')}`,
    'member set-roles': (people: number) => `Set the roles of ${count(people, 'member')}`,
    'member assign-schools': (people: number) => `Assign schools to ${count(people, 'member')}`,
    'member revoke': (people: number) => `Revoke the access of ${count(people, 'member')}`,
    'member restore': (people: number) => `Restore ${count(people, 'member')}`,
  },

  happens: {
    created: (team: string) => `${team} is a new team`,
    renamed: (team: string, name: string) => `${team} is called ${name} from now on; nobody’s access changes`,
    deleted: (team: string, people: number) =>
      `${team} is deleted, with all it was given; ${people === 1 ? '1 member is' : `${number(people)} members are`} in it`,
    joins: (team: string) => `joins ${team}`,
    leaves: (team: string) => `leaves ${team}`,
    loses: (team: string) => `${team} is deleted`,
    invited: (of: readonly string[], teams: readonly string[]) =>
      `invited as ${roles(of)}${teams.length > 0 ? `, into ${listed(teams)}` : ''}`,
    again: 'invited again',
    cancelled: 'invitation cancelled: leaves organization and teams',
    revoked: 'access revoked',
    restored: 'restored',
    roles: (of: readonly string[], before: readonly string[]) => `is ${roles(of)} from now on${were(before)}`,
    schools: (of: readonly string[], before: readonly string[]) =>
      `${of.length > 0 ? `holds ${listed(of)}` : 'holds no school'} from now on${were(before)}`,
  },

  loses: (records: number, spaces: number) => `loses ${things(records, spaces)}`,
  gains: (records: number, spaces: number) => `gains ${things(records, spaces)}`,
  raised: (times: number) => `raised on ${number(times)}`,
  lowered: (times: number) => `lowered on ${number(times)}`,
  keeps: (times: number, ways: readonly string[]) => `keeps ${number(times)}, ${listed(ways)}`,
  suspended: (times: number) => `cut off from ${number(times)}`,
  resumed: (times: number) => `back on ${number(times)}`,
  unknown: (times: number) => `${number(times)} unknown: a role may keep number and title open`,
  onceActive: (status: 'invited' | 'inactive', records: number, spaces: number) =>
    `${status}: nothing now, ${things(records, spaces)} once active`,
  noLonger: (status: 'invited' | 'inactive', records: number, spaces: number) =>
    `${status}: would have had ${things(records, spaces)} once active, and no longer will`,
  roleOpens: (records: number | null) =>
    records === null
      ? 'a role opens number and title of records; how many can’t be known beforehand'
      : `a role opens number and title of ${count(records, 'record')}`,
  roleCloses: (records: number | null) =>
    records === null
      ? 'a role no longer opens number and title of records; how many can’t be known'
      : `a role no longer opens number and title of ${count(records, 'record')}`,
  roleLater: (status: 'invited' | 'inactive') => `${status}: a role opens nothing until they are active`,
  noChange: 'no access changes',
  changesBelow: 'access changes below',
  nothingYet: 'nothing until they are active',
  ifActive: (levels: string) => `${levels} once active`,
  change: (before: string, after: string) => `${before} → ${after}`,
  total: 'In all',

  behind: {
    title: 'Stays behind',
    records: (name: string, records: number) =>
      `${count(records, 'record')} ${records === 1 ? 'stays' : 'stay'} under ${name}’s name, and come${records === 1 ? 's' : ''} back with restoration. A coordinator moves ${records === 1 ? 'it' : 'them'}:`,
    command: (email: string) => `psyctl record transfer --all-from ${email} --to MEMBER`,
    copies: (copies: number) =>
      `${count(copies, 'archived copy', 'archived copies')} kept for them can’t be opened until they are restored.`,
    transfers: (transfers: readonly string[]) =>
      `Pending transfers left hanging: ${listed(transfers)}. A coordinator cancels or reassigns them.`,
    transfer: (record: string, as: string) => {
      const part: Readonly<Record<string, string>> = {
        owner: 'theirs',
        sender: 'sent by them',
        recipient: 'to them: can’t be accepted',
      };
      return `${record} (${part[as] ?? as})`;
    },
    moreTransfers: (more: number) => `${number(more)} more`,
    confidential: 'a confidential record',
    unknownTransfers: 'Other pending transfers they sent may be left hanging: only a coordinator sees them all.',
    restoredTitle: 'Comes back',
    restored: (name: string, records: number) =>
      `${name}: ${count(records, 'record')} under their name ${records === 1 ? 'comes' : 'come'} back.`,
  },

  seats: (limit: number, before: number, after: number) =>
    `Seats  ${number(before)} of ${number(limit)} taken; ${number(after)} ${after > limit ? 'would be' : 'afterwards'}`,

  already: {
    'team.create': () => 'there already',
    'team.rename': () => 'called so already',
    'team.delete': () => 'gone already',
    'team.add': (who: string) => `${who} is in it already`,
    'team.remove': (who: string) => `${who} is not in it`,
    'member.invite': () => 'a member, or invited, already',
    'member.cancel-invitation': () => 'no invitation awaits an answer',
    'member.revoke': () => 'without access already',
    'member.restore': () => 'active already',
    'member.set-roles': () => 'has just these roles already',
    'member.assign-schools': () => 'holds just these schools already',
  } as Readonly<Record<string, (who: string) => string>>,
};
