import { moment } from './dates.ts';
import { listed } from './words.ts';

const STATUS = { pending: 'pending', accepted: 'accepted', declined: 'declined', cancelled: 'cancelled' };
const INCLUSION = { confidential: 'confidential notes and documents', 'raw-data': 'raw data' };
const SHORT = { confidential: 'confidential items', 'raw-data': 'raw data' };
const BY = { owner: 'by its owner', coordinator: 'by a coordinator' };

const WHY = { invited: 'not active yet', inactive: 'inactive', 'no-practitioner': 'no longer a practitioner' };

/** What answers about transfers say. */
export const transferAnswers = {
  headers: {
    record: 'record',
    id: 'transfer',
    title: 'title',
    from: 'from',
    to: 'to',
    capacity: 'sent',
    include: 'takes along',
    keepCopy: 'copy kept',
    sentAt: 'on',
    status: 'status',
    endedAt: 'ended',
  },
  status: STATUS,
  capacity: BY,
  included: SHORT,
  nothingMore: 'none',
  line: {
    since: (status: keyof typeof STATUS, at: string) =>
      status === 'pending' ? `pending since ${moment(at)}` : `${STATUS[status]} ${moment(at)}`,
    parties: (from: string, to: string) => `${from} to ${to}`,
    sent: (capacity: keyof typeof BY, included: readonly (keyof typeof INCLUSION)[], keepCopy: boolean) =>
      [
        `sent ${BY[capacity]}`,
        included.length > 0
          ? `takes along ${included.map((one) => SHORT[one]).join(', ')}`
          : 'nothing taken along by choice',
        keepCopy ? 'copy kept' : 'no copy kept',
      ].join('; '),
  },
  at: moment,
  numberUnknown: 'number unknown',
  nonePending: 'No transfer you may see is pending.',
  numbersUnseen:
    'Number and title are unknown where you have no way to the record; a coordinator sees transfers of confidential ones so.',
  pendingOnly: 'Only pending transfers are listed: --status accepted declined cancelled lists the others.',
  nothingOwn:
    'Transfers are listed to their sender, recipient and owner, and to coordinators: --as MEMBER lists somebody else’s.',

  labels: {
    record: 'Record',
    from: 'From',
    to: 'To',
    sentBy: 'Sent',
    include: 'Takes along',
    leftBehind: 'Left behind',
    copy: 'Copy',
    status: 'Status',
    sentAt: 'Sent on',
    endedAt: 'Ended on',
  },
  title: (id: string) => `Transfer ${id}`,
  sentBy: (capacity: keyof typeof BY, email: string) => `${BY[capacity]}, ${email}`,
  takesAlong: (included: readonly (keyof typeof INCLUSION)[]) =>
    listed(['all that is always transferred', ...included.map((one) => INCLUSION[one])]),
  leftBehind: (left: readonly (keyof typeof INCLUSION)[], keepCopy: boolean) =>
    `${listed(left.map((one) => INCLUSION[one]))}: ${keepCopy ? 'kept in the archived copy' : 'deleted for good once it is accepted'}`,
  copy: {
    kept: 'an archived copy is kept for the former owner',
    none: 'none is kept',
  },

  pendingTitle: 'While it is pending',
  pending: {
    owner:
      'Its owner sent it: everyone the record is shared with, members and teams alike, is cut off until it is accepted, declined or cancelled; then they have the same access as before.',
    coordinator: 'A coordinator sent it: everyone the record is shared with keeps their access throughout.',
    parties:
      'The owner stays responsible for the record. The recipient sees number, title, shares and counts, and opens nothing.',
    frozen: 'No share can be added or changed, and the record can’t be archived.',
  },
  endsTitle: 'What ends it',
  ends: {
    accept: (to: string) => `${to} accepts, and owns the record`,
    cannotAccept: (to: string, why: keyof typeof WHY) => `${to} can’t accept it: ${WHY[why]}`,
    decline: (to: string) => `${to} declines: the record stays where it is`,
    cancel: 'its sender, the record’s owner or a coordinator takes it back: the record stays where it is',
    reassign: (capacity: keyof typeof BY) =>
      `a coordinator sends it to somebody else; it stays pending, and counts as sent ${BY[capacity]}`,
  },
};
