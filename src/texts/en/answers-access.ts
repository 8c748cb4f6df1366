import type { Level } from '../levels.ts';
import { historyAnswers } from './answers-history.ts';
import { day } from './dates.ts';
import { preview } from './preview.ts';
import { count, listed } from './words.ts';

type Kind = 'owner' | 'creator' | 'share' | 'team' | 'coordinator' | 'manager' | 'recipient' | 'archived-copy';

const word = preview.level;

const CAN: { readonly [L in Level]: (name: string, resource: string) => string } = {
  none: (name, resource) => `${name} can’t open ${resource}`,
  metadata: (name, resource) => `${name} sees number and title of ${resource}, and opens nothing in it`,
  read: (name, resource) => `${name} can read ${resource}`,
  write: (name, resource) => `${name} can read ${resource} and write in it`,
  full: (name, resource) => `${name} has full access to ${resource}`,
  owner: (name, resource) => `${name} is the owner of ${resource}`,
  member: (name, resource) => `${name} is in ${resource}`,
};

/** What answers about access say. */
export const accessAnswers = {
  level: word,
  space: (id: string) => `space ${id}`,
  can: (name: string, of: Level, resource: string, ways: readonly string[]) =>
    `${CAN[of](name, resource)}${ways.length > 0 ? `, ${listed(ways)}` : ''}.`,
  unknown: (name: string, resource: string) => `Whether ${name} can open ${resource} can’t be told.`,
  through: {
    owner: () => 'as its owner',
    creator: () => 'as its creator',
    share: () => 'through their own share',
    team: (via) => `through the team ${via}`,
    coordinator: () => 'as a coordinator',
    manager: () => 'as a manager of its school',
    recipient: () => 'as the recipient of a pending transfer',
    'archived-copy': () => 'in an archived copy',
  } as { readonly [K in Kind]: (via: string) => string },
  way: {
    owner: () => 'owner',
    creator: () => 'creator',
    share: () => 'own share',
    team: (via) => `team ${via}`,
    coordinator: () => 'coordinator',
    manager: () => 'manager of its school',
    recipient: () => 'recipient of a pending transfer',
    'archived-copy': () => 'archived copy',
  } as { readonly [K in Kind]: (via: string) => string },
  /** Ways in and their states, by the codes of the JSON. */
  codes: {
    kind: {
      owner: 'owner',
      creator: 'creator',
      share: 'share',
      team: 'team',
      coordinator: 'coordinator',
      manager: 'manager',
      recipient: 'recipient',
      'archived-copy': 'archived copy',
    } as { readonly [K in Kind]: string },
    state: { active: 'active', suspended: 'suspended', inactive: 'inactive' },
    answer: { yes: 'yes', no: 'no', unknown: 'unknown' },
  },
  wayAt: (way: string, of: Level) => `${way}: ${word(of)}`,
  approval: 'notes need the owner’s approval',
  since: (at: string) => `since ${day(at)}`,
  copyOf: (at: string) => `copy of ${day(at)}`,
  by: (who: string) => `by ${who}`,
  byFor: (who: string, owner: string) => `by ${who}, acting for ${owner}`,
  because: (reason: string) => `“${reason}”`,
  state: {
    suspended: 'cut off by a pending transfer, which its owner sent',
    inactive: 'does not work while they are not active',
    deleted: 'does not work: the record is deleted, and open to its owner alone',
  },
  waysTitle: 'Ways in',
  latentTitle: 'Ways that don’t work now',
  closeTitle: 'To close it',
  nearestTitle: 'Nearest ways in',
  noWays: 'No way leads in.',
  someWaysUnseen: 'Which ways in don’t work now can’t be seen from here.',
  onceActive: (status: 'invited' | 'inactive', of: Level) =>
    status === 'invited'
      ? `They have not accepted their invitation and have nothing yet; once they have, they would have: ${word(of)}.`
      : `They are inactive and have nothing while they are; once restored, they would have: ${word(of)}.`,
  notActive: (status: 'invited' | 'inactive') =>
    status === 'invited' ? 'They have not accepted their invitation yet.' : 'They are inactive.',
  howToKnow: {
    'as-owner': 'Your token may act for others: add --as owner to ask as its owner.',
    'as-creator': 'Your token may act for others: add --as owner to ask as its creator.',
    nobody: 'Its owner, whoever has read or more, and administrators can tell.',
    unseen:
      'There may be no such record, or nobody you asked about reaches it: a token with the scope act-as can tell.',
  },
  seeMore: 'Add --as owner to see also what a pending transfer has cut off.',

  close: {
    share: {
      record: (name: string, of: Level) => `ends the share of ${name} (${word(of)})`,
      space: (name: string, of: Level) => `takes ${name} out of the space (${word(of)})`,
    },
    leave: {
      record: (of: Level) => `gives your own share back (${word(of)})`,
      space: (of: Level) => `leaves the space (${word(of)})`,
    },
    team: {
      record: (team: string, people: number) =>
        `ends the share of the team ${team}, for all ${count(people, 'person', 'people')} in it`,
      space: (team: string, people: number) =>
        `takes the team ${team} out of the space, all ${count(people, 'person', 'people')} of it`,
    },
    leaveTeam: (name: string, team: string) =>
      `an administrator takes ${name} out of the team ${team}; they lose whatever else only the team gives`,
    owner: 'the owner, or a coordinator, transfers the record to somebody else',
    coordinator: (name: string) => `an administrator takes the role of coordinator from ${name}`,
    manager: (name: string) => `an administrator takes the role of manager, or the school, from ${name}`,
    recipient: 'the transfer is declined, cancelled, or sent to somebody else',
    'archived-copy': 'an archived copy stays: nothing closes it',
    creator: 'who created a space stays in it',
    remains: (of: Level) => `; ${word(of)} remains`,
    forOwner: {
      record: 'for its owner, or a member with full access, to run',
      space: 'for its creator, or in a multi-space a member with full access, to run',
    },
    ownerInactive: {
      record:
        'only its owner could, who is not active: an administrator restores them, or a coordinator transfers the record',
      space: 'its creator could, who is not active: an administrator restores them',
    },
  },
  nearest: {
    share: (name: string) => `shares the record with ${name}, to read`,
    shareLater: 'no share can be added while a transfer is pending; after that, its owner can share it',
    shareArchived:
      'the record is archived: its owner, or a coordinator, reactivates it, and then its owner can share it',
    deleted: 'the record is deleted: its owner restores it first',
    team: (name: string, team: string, people: number, of: Level) =>
      `an administrator adds ${name} to the team ${team} (${count(people, 'person', 'people')}): ${word(of)} here, and all else the team reaches`,
    restore: (name: string) => `an administrator restores ${name}`,
    accept: (name: string) => `${name} accepts the invitation`,
    transferEnds: (of: Level) =>
      `the pending transfer is accepted, declined or cancelled: then they have ${word(of)} again`,
    spaceShare: (name: string) => `somebody in the space, or its creator, adds ${name}`,
  },

  nobody: (resource: string) => `Nobody reaches ${resource} now.`,
  nothing: (name: string) => `${name} reaches nothing.`,
  whoUnknown: (resource: string) => `who reaches ${resource} can’t be told`,
  cutOff: (names: readonly string[]) => `Cut off while a transfer is pending, and back when it ends: ${listed(names)}.`,
  later: (names: readonly string[]) => `Nothing while not active, but once they are: ${listed(names)}.`,
  recipientUnseen: 'A transfer is pending; to whom is not shown to you, so its recipient may be missing.',
  wouldReach: (name: string, status: 'invited' | 'inactive', records: number, spaces: number) =>
    `${name} is ${status} and reaches nothing now; once active: ${count(records, 'record')}, ${count(spaces, 'space')}.`,

  yes: 'Yes',
  no: 'No',
  checked: (answer: string, sentence: string) => `${answer}: ${sentence}`,

  ...historyAnswers,
  headers: {
    member: 'member',
    email: 'e-mail',
    team: 'team',
    resource: 'record or space',
    level: 'access',
    ways: 'through',
    when: 'when',
    who: 'who',
    what: 'what',
    about: 'about',
    with: 'whom',
    reason: 'reason',
    kind: 'way in',
    state: 'state',
    since: 'since',
    by: 'by',
    wanted: 'asked',
    answer: 'answer',
  },
};
