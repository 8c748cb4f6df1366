import type { Action, Ground } from '../action.ts';
import { aboutTeam, givenToTeam } from './on-people.ts';

/** Deleting a team, and with it all that was given to it (O7); it writes to nobody (N5). */
export const teamDelete: Action<'team.delete', Ground> = {
  name: 'team.delete',
  ...aboutTeam,
  subject: () => null,
  claim: ({ team }) => ({ key: `${team} exists`, wants: 'no' }),
  judge: ({ team }, { state }) => ({ verdict: state.teams.has(team) ? 'change' : 'unchanged' }),
  describe: () => ({ detail: {}, stage: 4 }),
  become: ({ team }) => ({ gone: [team] }),
  touches: ({ team }, { teams }) => teams.get(team)?.members ?? [],
  resources: ({ team }, state) => givenToTeam(team, state),
  effects: () => [],
};
