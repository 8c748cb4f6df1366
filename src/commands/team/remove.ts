import { changeOfTeam } from '../team-members.ts';

/** `team remove TEAM MEMBER…` (O7, O12) */
export default changeOfTeam('team.remove');
