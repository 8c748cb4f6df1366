import { NEW } from '../../model/references.ts';
import type { Action, Ground } from '../action.ts';
import { aboutTeam } from './on-people.ts';

/** Having a team of a name (O7); it writes to nobody (N5). */
export const teamCreate: Action<'team.create', Ground> = {
  name: 'team.create',
  ...aboutTeam,
  creates: true,
  subject: () => null,
  claim: ({ team }) => ({ key: `${team} exists`, wants: 'yes' }),
  judge: ({ team }, { state }) => ({
    verdict: team.startsWith(NEW) && !state.teams.has(team) ? 'change' : 'unchanged',
  }),
  describe: ({ name }) => ({ detail: { name }, stage: 0 }),
  become: ({ team, name }, { teams }) => ({ teams: [teams.get(team) ?? { id: team, name, members: new Set() }] }),
  touches: () => [],
  resources: () => [],
  effects: () => [],
};
