import { changeOfStatus } from '../member-status.ts';

/** `member revoke MEMBER…` (O5, O12) */
export default changeOfStatus('member.revoke', 'member');
