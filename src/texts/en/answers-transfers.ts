import { day, moment } from './dates.ts';
import { listed } from './words.ts';

/** What reading commands answer about transfers. */
export const transferAnswers = {
  headers: {
    record: 'record',
    title: 'title',
    from: 'from',
    to: 'to',
    as: 'as',
    include: 'takes',
    copy: 'copy',
    status: 'status',
    sent: 'sent',
  },
  labels: {
    record: 'Record',
    from: 'From',
    to: 'To',
    sent: 'Sent',
    include: 'Takes along',
    copy: 'Copy kept',
    status: 'Status',
    now: 'While pending',
    after: 'Accepted',
    end: 'To end it',
  },
  capacity: { owner: 'owner', coordinator: 'coordinator' },
  status: { pending: 'pending', accepted: 'accepted', declined: 'declined', cancelled: 'cancelled' },
  ended: (status: string, at: string) => `${status} ${moment(at)}`,
  at: (at: string) => day(at),
  sent: (by: string, capacity: 'owner' | 'coordinator', at: string) =>
    `${moment(at)} by ${by}, as ${capacity === 'owner' ? 'its owner' : 'a coordinator'}`,
  include: { confidential: 'confidential notes and documents', 'raw-data': 'raw data' },
  includeShort: { confidential: 'confidential', 'raw-data': 'raw data' },
  takes: (more: readonly string[]) =>
    listed(['notes, drafts, documents', 'the record’s details', 'linked profiles', ...more]),
  yes: 'yes, by the former owner',
  no: 'no',
  responsible: (from: string) => `${from} stays responsible for the record`,
  recipientSees: (to: string) => `${to} sees number, title, shares and how many items there are, never the items`,
  cutOff:
    'everybody else it is shared with is cut off, and has the same access again once it is accepted, declined or cancelled',
  notCutOff: 'everybody else it is shared with keeps their access',
  noShares: 'no share can be added or changed, and the record can’t be archived',
  after: (to: string, keepCopy: boolean) =>
    `${to} owns the record${keepCopy ? '; the former owner keeps a read-only copy of that day' : ''}`,
  ends: {
    accept: (to: string) => `${to} accepts it: psyctl transfer accept`,
    decline: (to: string) => `${to} declines it: psyctl transfer decline`,
    cancel: 'its sender, the owner or a coordinator cancels it: psyctl transfer cancel',
    reassign: 'a coordinator sends it to somebody else: psyctl transfer reassign --to MEMBER',
  },
  pendingOnly: 'Only pending transfers are listed: --status accepted declined cancelled lists the others.',
  nothingOwn:
    'Transfers are listed to their sender, recipient and owner, and to coordinators: --as MEMBER lists somebody else’s.',
};
