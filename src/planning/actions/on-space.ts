import { type Access, accessToSpace, NO_ACCESS } from '../../model/access.ts';
import { atLeast } from '../../model/levels.ts';
import type { Grantee, Id, Space, SpaceShare, State } from '../../model/organization.ts';
import { NEW } from '../../model/references.ts';
import { spaceResource } from '../../model/resources.ts';
import type { Snapshot } from '../../model/snapshot.ts';
import type { Ground, InSpace } from '../action.ts';
import type { Refusal } from '../refusals/index.ts';
import { reached } from './sharing.ts';

interface AboutSpace {
  readonly space: Id;
  readonly actor: Id;
}

/** Of a change of who is in a space: it needs to see who is. */
export const inSpace = {
  target: ({ space }: AboutSpace) => ({ type: 'space' as const, id: space }),
  resources: ({ space }: AboutSpace) => [spaceResource(space)],
  see({ space: id, actor }: AboutSpace, { snapshot, state }: Ground): InSpace | Refusal {
    const space = state.spaces.get(id);
    if (id.startsWith(NEW)) return space ? { snapshot, state, seen: null, space } : notMade(id, snapshot);
    const seen = snapshot.spaces.get(id);
    if (seen?.creator === actor && isInactive(actor, state)) return { reason: 'creator-inactive', rule: 'A1' };
    if (seen && space) return { snapshot, state, seen, space };
    return { reason: 'space-unseen', rule: 'C4', couldActAs: snapshot.couldActAs };
  },
};

/** Whether somebody isn't active: nobody can act for them (A1). */
export function isInactive(actor: Id, state: State): boolean {
  const status = state.members.get(actor)?.status;
  return status !== undefined && status !== 'active';
}

/** Of a space whose making is refused nothing more can be made; the row that makes it says why. */
function notMade(id: Id, { profiles }: Snapshot): Refusal {
  const forProfile = [...profiles.values()].some(({ key }) => id === NEW + key);
  return { reason: 'space-not-made', rule: forProfile ? 'C6' : 'C1' };
}

/** What a member reaches of a space. */
export const accessIn = (member: Id, { space, state }: InSpace): Access =>
  accessToSpace(space, state).get(member) ?? NO_ACCESS;

/** What a member or a team was given in a space, if anything (S1: at most one level). */
export const entryOf = (space: Space, grantee: Grantee): SpaceShare | undefined =>
  space.shares.find((share) => share.grantee.id === grantee.id);

/** The space with what one grantee was given replaced, or taken away where `share` is null. */
export function withEntry(space: Space, grantee: Grantee, share: SpaceShare | null): Space {
  const others = space.shares.filter((other) => other.grantee.id !== grantee.id);
  return { ...space, shares: share ? [...others, share] : others };
}

/** C4: why the actor may not change who is in a multi-space, C1: or invite into a collaborative one; null where they may. */
export function refusalToInvite(actor: Id, situation: InSpace): Refusal | null {
  const { space, snapshot } = situation;
  const needed = space.kind === 'multi' ? 'full' : 'member';
  if (atLeast(accessIn(actor, situation).level, needed)) return null;
  return { reason: 'may-not-change-space', rule: 'C4', couldActAs: snapshot.couldActAs };
}

/** C4: why the actor may not take somebody out of a space; null where they may. */
export function refusalToRemove(actor: Id, situation: InSpace): Refusal | null {
  const { space, snapshot } = situation;
  if (space.kind === 'multi') return refusalToInvite(actor, situation);
  if (space.creator === actor) return null;
  return { reason: 'may-not-remove-others', rule: 'C4', couldActAs: snapshot.couldActAs };
}

/**
 * Whether the actor's own right to change a space may rest on what a grantee was given: taking it away has to come last
 * of the steps on the space.
 */
export function carriesActorIn(actor: Id, grantee: Grantee, { space, state }: InSpace): boolean {
  if (space.creator === actor || entryOf(space, grantee)?.level !== 'full') return false;
  return [...reached(grantee, state)].includes(actor);
}
