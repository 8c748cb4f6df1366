import type { ActionName } from '../../model/intents/index.ts';
import type { AnyAction } from '../action.ts';
import { recordArchive, recordReactivate } from './record-status.ts';
import { shareLeave } from './share-leave.ts';
import { shareRemove } from './share-remove.ts';
import { shareSet } from './share-set.ts';
import { spaceCreate } from './space-create.ts';
import { spaceLeave } from './space-leave.ts';
import { spaceShare } from './space-share.ts';
import { spaceUnshare } from './space-unshare.ts';
import { transferAccept } from './transfer-accept.ts';
import { transferCancel, transferDecline } from './transfer-end.ts';
import { transferHidden } from './transfer-hidden.ts';
import { transferReassign } from './transfer-reassign.ts';
import { transferSend } from './transfer-send.ts';

/** Every kind of change psyctl can plan, by its name. */
export const ACTIONS: { readonly [Name in ActionName]: AnyAction<Name> } = {
  'record.archive': recordArchive,
  'record.reactivate': recordReactivate,
  'share.set': shareSet,
  'share.remove': shareRemove,
  'share.leave': shareLeave,
  'space.create': spaceCreate,
  'space.share': spaceShare,
  'space.unshare': spaceUnshare,
  'space.leave': spaceLeave,
  'transfer.send': transferSend,
  'transfer.send-hidden': transferHidden,
  'transfer.accept': transferAccept,
  'transfer.decline': transferDecline,
  'transfer.cancel': transferCancel,
  'transfer.reassign': transferReassign,
};
