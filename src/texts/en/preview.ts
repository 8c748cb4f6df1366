import type { Level } from '../levels.ts';
import { previewOfPeople } from './preview-people.ts';
import { asCreator, asRecordOwner, previewOfSpaces } from './preview-spaces.ts';
import { previewOfTransfers } from './preview-transfers.ts';
import { count, listed, number } from './words.ts';

const LEVELS: { readonly [L in Level]: string } = {
  none: 'none',
  metadata: 'number, title',
  read: 'read',
  write: 'write',
  full: 'full',
  owner: 'owner',
  member: 'in it',
};

const level = (of: Level): string => LEVELS[of];

/** The sentences of a preview and of the report after it. */
export const preview = {
  level,
  /** The same for a table with no room for more. */
  levelInShort: level,
  dash: '—',
  sandbox: (organization: string) => `${organization} (sandbox)`,

  heading: {
    onboard: () => 'Onboard a school',
    'run undo': () => 'Undo a run',
    'record share': (records: number) => `Share ${count(records, 'record')}`,
    'record unshare': (records: number) => `Unshare ${count(records, 'record')}`,
    'record archive': (records: number) => `Archive ${count(records, 'record')}`,
    'record reactivate': (records: number) => `Reactivate ${count(records, 'record')}`,
    'record transfer': (records: number) => `Transfer ${count(records, 'record')}`,
    'transfer accept': (transfers: number) => `Accept ${count(transfers, 'transfer')}`,
    'transfer decline': (transfers: number) => `Decline ${count(transfers, 'transfer')}`,
    'transfer cancel': (transfers: number) => `Cancel ${count(transfers, 'transfer')}`,
    'transfer reassign': (transfers: number) => `Reassign ${count(transfers, 'transfer')}`,
    'record leave': (records: number) => `Leave ${count(records, 'record')}`,
    'space create': (spaces: number) => `Create ${count(spaces, 'space')}`,
    'space share': (spaces: number) => `Share ${count(spaces, 'space')}`,
    'space unshare': (spaces: number) => `Unshare ${count(spaces, 'space')}`,
    'space leave': (spaces: number) => `Leave ${count(spaces, 'space')}`,
    ...previewOfPeople.heading,
  } as Readonly<Record<string, (resources: number) => string>>,
  asOwner: (owners: readonly string[]) => (owners.length === 1 ? `, as its owner ${owners[0]}` : ', as their owners'),
  asOwnerOf: {
    'space create': asRecordOwner,
    'space share': asCreator,
    'space unshare': asCreator,
    'space leave': asCreator,
  } as Readonly<Record<string, (people: readonly string[]) => string>>,
  asMember: (name: string) => `, as ${name}`,
  actingFor: (name: string, by: string) => `, as ${name} (acting: ${by})`,

  today: 'today',
  whilePending: 'while pending',
  onceAccepted: 'once accepted',
  cutOff: 'cut off',
  unknownLevel: 'unknown',
  after: 'once done',

  team: (name: string, people: number, of: number) =>
    people === of ? `${name} (${number(people)})` : `${name} (${number(people)} of ${number(of)})`,
  throughTeam: (name: string) => `through team ${name}`,
  way: {
    owner: 'as its owner',
    creator: 'as its creator',
    share: 'by their own share',
    coordinator: 'as a coordinator',
    manager: 'as a manager',
    recipient: 'as the recipient of a transfer',
    'archived-copy': 'in an archived copy',
  } as Readonly<Record<string, string>>,
  keeps: (of: Level, ways: readonly string[]) => `keeps ${level(of)}, ${listed(ways)}`,
  had: (of: Level, ways: readonly string[]) => `had ${level(of)} already, ${listed(ways)}`,
  unknownAfter: 'what they keep is unknown: they may be the recipient of the pending transfer, which you can’t see',
  approvalNow: 'notes need the owner’s approval from now on',
  approvalNoMore: 'notes no longer need the owner’s approval',
  onceActive: (name: string, status: 'invited' | 'inactive', of: Level) =>
    `${name} is ${status}: nothing now, ${level(of)} once active`,
  noLongerOnceActive: (name: string, status: 'invited' | 'inactive', of: Level) =>
    `${name} is ${status}: would have had ${level(of)} once active, and no longer will`,
  later: (of: Level, status: 'invited' | 'inactive', whom: string) =>
    `${level(of)} at most, once active (${status}): ${whom}`,
  laterNoMore: (of: Level, status: 'invited' | 'inactive', whom: string) =>
    `would have had ${level(of)} at most once active, and no longer will (${status}): ${whom}`,
  whileSuspended: (name: string, of: Level) =>
    `${name}: cut off already by a pending transfer; ${level(of)} will not come back after it`,
  joinsLater: (team: string, of: Level) =>
    `Whoever joins ${team} later ${of === 'member' ? 'is' : 'has'} ${level(of)} too.`,
  leavesNobody: 'Nobody’s access changes.',
  archived: 'Its shares stay as they are; while it is archived none can be added or changed.',
  reactivated: 'Its shares stay as they are; they can be added and changed again.',
  statusAlready: {
    'record.archive': 'archived already',
    'record.reactivate': 'active already',
    'transfer.send': 'sent to them already, and pending',
    'transfer.accept': 'accepted already',
    'transfer.decline': 'declined already',
    'transfer.cancel': 'cancelled already',
    'transfer.reassign': 'it waits for them already',
  } as Readonly<Record<string, string>>,

  already: (subject: string, of: Level | null) => {
    if (of === null) return `${subject} has no share to end`;
    return `${subject} ${of === 'member' ? 'is' : 'has'} ${level(of)} already`;
  },
  alreadyLeft: 'nothing to leave: no share of your own',
  repeats: 'the same as an earlier row',
  unchangedRows: (rows: number) => `${count(rows, 'row')} already so: nothing to send`,
  row: (row: number) => `row ${row}`,
  rows: (rows: readonly number[]) => {
    const rest = rows.length > 12 ? ` and ${number(rows.length - 12)} more` : '';
    return `${count(rows.length, 'row')} (${rows.slice(0, 12).join(', ')}${rest})`;
  },
  waitingTitle: (rows: number) =>
    `${count(rows, 'row waits', 'rows wait')} for people to accept their invitation: run it again once they have`,
  refusedTitle: (rows: number) => `Refused (${count(rows, 'row')})`,
  lossesTitle: (people: number) => `Lose all access (${count(people, 'time')})`,
  laterTitle: 'Nothing yet, but once active',
  andMore: (more: number) => `and ${number(more)} more`,

  space: previewOfSpaces,

  folded: {
    people: 'By person',
    teams: 'By team',
    given: (levels: readonly (readonly [Level, number])[], noun: 'record' | 'space') =>
      listed(
        levels.map(([of, things]) =>
          `${level(of)} ${of === 'member' ? '' : 'on '}${count(things, noun)}`.replace('in it', 'in'),
        ),
      ),
    ended: (things: number, noun: 'record' | 'space') => `no longer shared: ${count(things, noun)}`,
    gained: (times: number) => `${number(times)} gained`,
    raised: (times: number) => `${number(times)} raised`,
    lowered: (times: number) => `${number(times)} lowered`,
    revoked: (times: number) => `${number(times)} lost`,
    approval: (times: number) => `approval changed ${count(times, 'time')}`,
    'path-only': (times: number) => `${number(times)} same level, another way`,
    suspended: (times: number) => `${number(times)} cut off`,
    resumed: (times: number) => `${number(times)} back`,
    unknown: (times: number) => `${number(times)} unknown`,
  },

  transfer: previewOfTransfers,

  leftBehind: {
    title: (records: number) => `Left behind (${count(records, 'record')})`,
    why: {
      archived: 'archived: only active records are transferred',
      deleted: 'deleted: only active records are transferred',
      'transfer-pending': 'a transfer is pending already',
      confidential: 'confidential: --include confidential-records takes such along',
      'confidential-shared': 'confidential, and seen by another way: only its owner can transfer it',
    },
    unseen: (records: number) => `${count(records, 'record')} you can’t see`,
    several: (records: number) => count(records, 'record'),
  },
  people: previewOfPeople,

  /** The table of access changes, by the codes of the JSON. */
  table: {
    headers: {
      phase: 'phase',
      member: 'member',
      resource: 'resource',
      before: 'before',
      after: 'after',
      change: 'change',
      rows: 'rows',
    },
    phase: { applied: 'applied', accepted: 'accepted' },
    change: {
      gained: 'gained',
      revoked: 'revoked',
      raised: 'raised',
      lowered: 'lowered',
      'path-only': 'path-only',
      suspended: 'suspended',
      resumed: 'resumed',
      unknown: 'unknown',
    },
  },

  messages: 'Messages',
  emailsTo: (emails: number, people: readonly string[]) => `${count(emails, 'e-mail')} to ${listed(people)}`,
  emailsToMany: (emails: number, people: number) => `${count(emails, 'e-mail')} to ${count(people, 'colleague')}`,
  notificationsTo: (notifications: number, people: readonly string[]) =>
    `${count(notifications, 'notification')} to ${listed(people)}`,
  notificationsToMany: (notifications: number, people: number) =>
    `${count(notifications, 'notification')} to ${count(people, 'colleague')}`,
  emailsToClients: (emails: number, appointments: number, said: boolean) =>
    `${said ? number(emails) : count(emails, 'e-mail')} to clients (${count(appointments, 'appointment')} cancelled)`,
  unknownClients: 'unknown how many to clients, of records you can’t see into',
  nowMessages: (what: string) => (what === '' ? 'now none' : `now ${what}`),
  thenMessages: (what: string) => `then ${what}`,
  noMessages: 'nobody is written to',

  dryRun: 'Dry run: nothing was sent.',
  heldBack: (refused: number) =>
    `${count(refused, 'row is', 'rows are')} refused, so nothing was sent. --skip-refused sends the others.`,
  nothingToDo: 'Everything is so already: nothing was sent.',
  nothingButWaiting: 'What isn’t so already waits: nothing was sent.',
  confirmDeletion: (items: number) =>
    `${count(items, 'item')} would be deleted for good. Type ${items} to send the changes all the same:`,
  confirmUnknownDeletion:
    'Items in records you can’t see may be deleted for good. Type “delete” to send the changes all the same:',
  deletionWord: 'delete',
  answers: { yes: 'Yes', no: 'No', neither: 'Please answer with “yes” or “no”.' },
  confirm: (steps: number) => `Send ${count(steps, 'change')}?`,

  done: (done: number, of: number) =>
    done === of ? `Done: ${count(done, 'change')}.` : `Done: ${number(done)} of ${count(of, 'change')}.`,
  left: {
    unchanged: (rows: number) => `${number(rows)} already so`,
    refused: (rows: number) => `${number(rows)} refused`,
    failed: (rows: number) => `${number(rows)} failed`,
    unknown: (rows: number) => `${number(rows)} of unknown outcome`,
    'not-attempted': (rows: number) => `${number(rows)} not attempted`,
  },
  verified: (checked: number) =>
    `Verified: who reaches what is as predicted, in ${checked === 1 ? 'the one case' : `all ${count(checked, 'case')}`} checked.`,
  unverifiable: (pairs: number) =>
    `${count(pairs, 'case')} can no longer be seen by whoever acted, so can’t be verified.`,
  noIdempotency: (sentAgain: readonly number[], more: number) =>
    sentAgain.length === 0
      ? 'This API keeps no idempotency keys; nothing had to be sent twice.'
      : `This API keeps no idempotency keys. Sent again after their answer was lost, and maybe done twice: row${sentAgain.length === 1 ? '' : 's'} ${listed([...sentAgain.map(String), ...(more > 0 ? [`${number(more)} more`] : [])])}.`,
  noEtags: 'This API has no ETags: what others changed between the preview and the sending couldn’t be noticed.',
  differs: (mismatches: number) => `NOT as predicted, in ${count(mismatches, 'case')}:`,
  seen: (of: Level, ways: readonly { readonly kind: string; readonly level: string; readonly state: string }[]) =>
    [level(of), ...ways.map((way) => `${way.kind} ${way.level} ${way.state}`)].join(', '),
  mismatch: (name: string, resource: string, predicted: string, observed: string) =>
    `${name} on ${resource}: predicted ${predicted}, the API says ${observed}`,
  runId: (id: string) => `Run ${id}`,
};
