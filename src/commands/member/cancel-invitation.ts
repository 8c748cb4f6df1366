import { changeOfStatus } from '../member-status.ts';

/** `member cancel-invitation EMAIL…` (O12) */
export default changeOfStatus('member.cancel-invitation', 'email');
