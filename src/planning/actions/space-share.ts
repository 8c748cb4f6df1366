import type { ResolvedOf } from '../../model/intents/index.ts';
import { atLeast } from '../../model/levels.ts';
import { spaceResource } from '../../model/resources.ts';
import type { Action, InSpace } from '../action.ts';
import type { Effect } from '../plan.ts';
import type { Refusal } from '../refusals/index.ts';
import { accessIn, carriesActorIn, entryOf, inSpace, refusalToInvite, withEntry } from './on-space.ts';
import { reached } from './sharing.ts';

type Intent = ResolvedOf<'space.share'>;

/** Having a member or a team in a space: with a level in a multi-space (C2), with none in a collaborative one (C1). */
export const spaceShare: Action<'space.share', InSpace> = {
  name: 'space.share',
  ...inSpace,
  subject: ({ grantee }) => grantee,

  claim: ({ space, grantee, level }) => ({ key: `${space} ${grantee.id}`, wants: level ?? 'member' }),

  judge(intent, situation) {
    const refusal = refusalToInvite(intent.actor, situation) ?? wrongLevel(intent, situation);
    if (refusal) return { verdict: 'refused', refusal };
    if (entryOf(situation.space, intent.grantee)?.level === intent.level) return { verdict: 'unchanged' };
    const inactive = notActive(intent, situation);
    return inactive ? { verdict: 'refused', refusal: inactive } : { verdict: 'change' };
  },

  describe: ({ level, grantee, actor }, situation) => ({
    detail: { access: level },
    stage: level !== 'full' && carriesActorIn(actor, grantee, situation) ? 4 : 3,
  }),

  become({ space: id, grantee, level }, state) {
    const space = state.spaces.get(id);
    return space ? { spaces: [withEntry(space, grantee, { grantee, level })] } : {};
  },

  touches: ({ grantee }, state) => reached(grantee, state),
  effectsInTurn: 'always',
  effects: messagesTo,
};

function wrongLevel({ level }: Intent, { space }: InSpace): Refusal | null {
  if (space.kind === 'multi') return level === null ? { reason: 'multi-level', rule: 'C2' } : null;
  return level === null ? null : { reason: 'collaborative-level', rule: 'C1' };
}

/** S8, C4: active members and teams; the creator is allowed (C8). */
function notActive({ grantee }: Intent, { state }: InSpace): Refusal | null {
  const status = grantee.type === 'member' ? state.members.get(grantee.id)?.status : 'active';
  return status && status !== 'active' ? { reason: 'grantee-not-active', rule: 'S8', status } : null;
}

/** C5, N2: each active member it reaches but the one acting, and but those in it at that level or above. */
function messagesTo({ grantee, level, actor }: Intent, situation: InSpace): Omit<Effect, 'rows'>[] {
  const { state, space } = situation;
  const written = [...reached(grantee, state)].filter(
    (id) =>
      id !== actor &&
      state.members.get(id)?.status === 'active' &&
      !atLeast(accessIn(id, situation).level, level ?? 'member'),
  );
  const common = { phase: 'applied', audience: 'colleague', item: null, count: 1, irreversible: false } as const;
  const kinds = ['email', 'notification'] as const;
  return written.flatMap((to) => kinds.map((kind) => ({ ...common, kind, to, resource: spaceResource(space.id) })));
}
