/** The changes of the contract, for those who send them and know nothing else of it. */
export type { ChangeEndpoint } from '../contract/endpoint.ts';
export {
  cancelInvitation,
  changeMember,
  invite,
  resendInvitation,
  restoreMember,
  revokeMember,
} from '../contract/members.ts';
export { archiveRecord, reactivateRecord, removeShare, setShare } from '../contract/records.ts';
export { createSpace, removeSpaceMember, setSpaceMember } from '../contract/spaces.ts';
export { addTeamMember, createTeam, deleteTeam, removeTeamMember, renameTeam } from '../contract/teams.ts';
export {
  acceptTransfer,
  cancelTransfer,
  declineTransfer,
  reassignTransfer,
  sendTransfer,
} from '../contract/transfers.ts';
