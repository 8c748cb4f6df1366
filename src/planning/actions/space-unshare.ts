import type { Action, InSpace, Verdict } from '../action.ts';
import { carriesActorIn, entryOf, inSpace, refusalToRemove, withEntry } from './on-space.ts';
import { reached } from './sharing.ts';

/** Taking a member or a team out of a space (C4). It writes to nobody (N5). */
export const spaceUnshare: Action<'space.unshare', InSpace> = {
  name: 'space.unshare',
  ...inSpace,
  subject: ({ grantee }) => grantee,

  claim: ({ space, grantee }) => ({ key: `${space} ${grantee.id}`, wants: 'nothing' }),

  judge({ actor, grantee }, situation): Verdict {
    // C4: what one was given directly is one's own to give back.
    const refusal = grantee.id === actor ? null : refusalToRemove(actor, situation);
    if (refusal) return { verdict: 'refused', refusal };
    if (entryOf(situation.space, grantee)) return { verdict: 'change' };
    const creator = grantee.id === situation.space.creator;
    return creator
      ? { verdict: 'refused', refusal: { reason: 'creator-stays', rule: 'C8' } }
      : { verdict: 'unchanged' };
  },

  describe: ({ actor, grantee }, situation) => ({
    detail: {},
    stage: grantee.id === actor || carriesActorIn(actor, grantee, situation) ? 4 : 3,
  }),

  become({ space: id, grantee }, state) {
    const space = state.spaces.get(id);
    return space ? { spaces: [withEntry(space, grantee, null)] } : {};
  },

  touches: ({ grantee }, state) => reached(grantee, state),
  effects: () => [],
};
