import type { Action, Ground, Verdict } from '../action.ts';
import { aboutTeam, givenToTeam, withOneMore, without } from './on-people.ts';

type Change = 'team.add' | 'team.remove';

/** Having somebody in a team, whatever their status (O7, O12): they gain what it was given at once, if they are active. */
export const teamAdd: Action<'team.add', Ground> = { name: 'team.add', ...towards('in') };

/** Having somebody no longer in a team (O7): they lose what only it gave them. It writes to nobody (N5). */
export const teamRemove: Action<'team.remove', Ground> = { name: 'team.remove', ...towards('out') };

function towards(wanted: 'in' | 'out'): Omit<Action<Change, Ground>, 'name'> {
  return {
    ...aboutTeam,
    subject: ({ member }) => ({ type: 'member', id: member }),
    claim: ({ team, member }) => ({ key: `${team} ${member}`, wants: wanted }),
    judge({ team, member }, { state }): Verdict {
      return { verdict: state.teams.get(team)?.members.has(member) === (wanted === 'in') ? 'unchanged' : 'change' };
    },
    // Whoever leaves a team may have had by it what the rest is done by.
    describe: ({ member, actor }) => ({ detail: {}, stage: wanted === 'out' && member === actor ? 4 : 2 }),
    become({ team: id, member }, { teams }) {
      const team = teams.get(id);
      if (!team) return {};
      return { teams: [wanted === 'in' ? withOneMore(team, member) : without(team, member)] };
    },
    touches: ({ member }) => [member],
    resources: ({ team }, state) => givenToTeam(team, state),
    effects: () => [],
  };
}
