import type { ResolvedOf } from '../../model/intents/index.ts';
import type { Grantee } from '../../model/organization.ts';
import type { Action, InSpace, Verdict } from '../action.ts';
import { accessIn, entryOf, inSpace, withEntry } from './on-space.ts';

const self = ({ actor }: ResolvedOf<'space.leave'>): Grantee => ({ type: 'member', id: actor });

/** Leaving a space shared with oneself directly (C4); its creator can't (C8), and what a team gives is left with the team. */
export const spaceLeave: Action<'space.leave', InSpace> = {
  name: 'space.leave',
  ...inSpace,
  subject: self,

  claim: ({ space, actor }) => ({ key: `${space} ${actor}`, wants: 'nothing' }),

  judge(intent, situation): Verdict {
    const { space } = situation;
    if (entryOf(space, self(intent))) return { verdict: 'change' };
    if (space.creator === intent.actor)
      return { verdict: 'refused', refusal: { reason: 'creator-cannot-leave', rule: 'C8' } };
    const teams = accessIn(intent.actor, situation).paths.flatMap(({ via }) => via ?? []);
    return teams.length > 0
      ? { verdict: 'refused', refusal: { reason: 'in-through-team', rule: 'C4', teams } }
      : { verdict: 'unchanged' };
  },

  // It may be what the actor's other steps rest on (C4), so it always comes last.
  describe: () => ({ detail: {}, stage: 4 }),

  become(intent, state) {
    const space = state.spaces.get(intent.space);
    return space ? { spaces: [withEntry(space, self(intent), null)] } : {};
  },

  touches: ({ actor }) => [actor],
  effects: () => [],
};
