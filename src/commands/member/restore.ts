import { changeOfStatus } from '../member-status.ts';

/** `member restore MEMBER…` (O5, O12) */
export default changeOfStatus('member.restore', 'member');
