import type { ActionName } from '../../model/intents/index.ts';
import type { AnyAction } from '../action.ts';
import { memberInvite } from './member-invite.ts';
import { memberSetRoles } from './member-roles.ts';
import { memberAssignSchools } from './member-schools.ts';
import { memberCancelInvitation, memberRestore, memberRevoke } from './member-status.ts';
import { recordArchive, recordReactivate } from './record-status.ts';
import { shareLeave } from './share-leave.ts';
import { shareRemove } from './share-remove.ts';
import { shareSet } from './share-set.ts';
import { spaceCreate } from './space-create.ts';
import { spaceLeave } from './space-leave.ts';
import { spaceShare } from './space-share.ts';
import { spaceUnshare } from './space-unshare.ts';
import { teamCreate } from './team-create.ts';
import { teamDelete } from './team-delete.ts';
import { teamAdd, teamRemove } from './team-members.ts';
import { teamRename } from './team-rename.ts';
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
  'team.create': teamCreate,
  'team.rename': teamRename,
  'team.delete': teamDelete,
  'team.add': teamAdd,
  'team.remove': teamRemove,
  'member.invite': memberInvite,
  'member.cancel-invitation': memberCancelInvitation,
  'member.revoke': memberRevoke,
  'member.restore': memberRestore,
  'member.set-roles': memberSetRoles,
  'member.assign-schools': memberAssignSchools,
};
