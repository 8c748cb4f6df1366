import type { Action, Ground } from '../action.ts';
import { aboutTeam } from './on-people.ts';

/** Giving a team another name (O7): nobody's access changes, and nobody is written to (N5). */
export const teamRename: Action<'team.rename', Ground> = {
  name: 'team.rename',
  ...aboutTeam,
  subject: () => null,
  claim: ({ team, name }) => ({ key: `${team} name`, wants: name }),
  judge: ({ team, name }, { state }) => ({
    verdict: state.teams.get(team)?.name === name ? 'unchanged' : 'change',
  }),
  describe: ({ name }) => ({ detail: { name }, stage: 3 }),
  become({ team: id, name }, { teams }) {
    const team = teams.get(id);
    return team ? { teams: [{ ...team, name }] } : {};
  },
  touches: () => [],
  resources: () => [],
  effects: () => [],
};
