import { changeOfTeam } from '../team-members.ts';

/** `team add TEAM MEMBER…` (O7, O12) */
export default changeOfTeam('team.add');
