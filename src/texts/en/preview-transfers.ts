import { count, listed, number } from './words.ts';

const ITEMS: Readonly<Record<string, readonly [string, string]>> = {
  'confidential-note': ['confidential note', 'confidential notes'],
  'confidential-document': ['confidential document', 'confidential documents'],
  'raw-data': ['raw data item', 'raw data items'],
  task: ['task', 'tasks'],
  memo: ['memo', 'memos'],
};

/** What a preview says of transfers. */
export const previewOfTransfers = {
  sentByOwner: (owner: string, records: number) => `, sent by ${records === 1 ? 'its' : 'their'} owner ${owner}`,
  sentByOwners: ', sent by their owners',
  sentByCoordinator: (name: string) => `, sent by coordinator ${name}`,
  acting: (name: string) => ` (acting: ${name})`,

  endsAsToday: (recipient: string | null) =>
    `If ${recipient ?? 'a recipient'} declines or you cancel, everyone is as today.`,
  endsAsBefore: (recipient: string | null) =>
    `If ${recipient ?? 'a recipient'} declines or it is cancelled, everyone is as before it was sent.`,
  coordinatorCutsNobodyOff: 'Sent by a coordinator, nobody would be cut off.',
  cutsNobodyOff: 'Nobody is cut off while it is pending: it is sent by a coordinator.',
  keepsCopy: 'keeps an archived copy, read only and frozen when it is accepted',

  /** In the order they are told in. */
  items: Object.keys(ITEMS),
  item: (item: string, items: number) => count(items, ...(ITEMS[item] ?? ([item, item] as const))),
  deletes: (items: string) => `Deleted for good: ${items}.`,
  deletedNow: 'Deleted for good',
  deletedOnAcceptance: (recipient: string | null) =>
    `Deleted for good when ${recipient === null ? 'they accept' : `${recipient} accepts`} (today's count; later additions too)`,
  keepBy: (inclusions: readonly string[]) => `keep: --include ${inclusions.join(',')} or --keep-copy`,
  cannotBeKept: "can't be kept",
  excludedAtSending: 'left out when it was sent; only sent anew could it be kept',
  unknownItems: 'unknown, in records you can’t see into',
  unknownKeep: 'tasks and memos can’t be kept; --include and --keep-copy keep the rest',

  unseenRecord: 'You can’t see into this record: whose access changes is unknown.',
  unseenRecords: (records: number, owner: string, recipient: string) =>
    `${count(records, 'confidential record')} of ${owner} that you can’t see ${records === 1 ? 'goes' : 'go'} to ${recipient}: ` +
    'who has access, what is inside and what would be deleted is unknown.',

  byRecipient: 'By recipient',
  byOwner: 'By former owner',
  pendingTitle: 'While pending',
  otherChanges: 'By person and team',
  takesOver: (records: number, reached: number) =>
    `takes over ${count(records, 'record')}${reached > 0 ? `; reached ${number(reached)} of them already` : ''}`,
  handsOver: (records: number, kept: readonly string[]) =>
    `hands over ${count(records, 'record')}${kept.length > 0 ? `; keeps ${listed(kept)}` : ''}`,
  keptThrough: (what: string, records: number) => `${what} on ${count(records, 'record')}`,
  keptCopies: (records: number) => `an archived copy of ${count(records, 'record')}`,
  cutOffPeople: (people: number, records: number) =>
    `${count(people, 'person is', 'people are')} cut off, on ${count(records, 'record')}, until these are accepted, declined or cancelled.`,
  nobodyCutOff: 'Nobody is cut off: it is all sent by a coordinator.',
  cutOffOn: (records: number) => `cut off on ${count(records, 'record')}`,
  worthALook: 'Worth a second look',
  takesOverMany: (name: string, records: number) => `${name} takes over ${count(records, 'record')}.`,
  leaving: (name: string, records: number) =>
    `${name} may be leaving too: ${count(records, 'record')} of their own ${records === 1 ? 'is' : 'are'} on the way to others.`,
};
