import type { ResolvedIntent } from '../../model/intents/index.ts';
import type { Id } from '../../model/organization.ts';
import type { Judgement } from './judge.ts';
import type { Part } from './parts.ts';

/** A part of a run, and what becomes of it. */
export interface Judged extends Judgement {
  readonly part: Part;
}

/**
 * Leaves to the step that deletes a team, or cancels an invitation, what goes with it: what the run gave that team, whom it put
 * into it, the teams it put that person into (O7, O12). Sent side by side, one would find the other gone.
 */
export function covered(judged: readonly Judged[]): Judged[] {
  const gone = new Map<Id, Judged>();
  for (const one of judged) for (const intent of one.keep) for (const id of takenAway(intent)) gone.set(id, one);
  if (gone.size === 0) return [...judged];
  return judged.map((one) => {
    const by = one.keep.map((intent) => takerOf(intent, gone)).find((taker) => taker !== undefined && taker !== one);
    if (!by || one.told?.why.reason !== 'step') return one;
    return { ...one, keep: [], told: { why: { reason: 'with-row', row: by.part.step.row }, who: null, wish: null } };
  });
}

function takenAway(intent: ResolvedIntent): Id[] {
  if (intent.action === 'team.delete') return [intent.team];
  return intent.action === 'member.cancel-invitation' ? [intent.member] : [];
}

const takerOf = (intent: ResolvedIntent, gone: ReadonlyMap<Id, Judged>): Judged | undefined => {
  if (intent.action === 'team.remove') return gone.get(intent.team) ?? gone.get(intent.member);
  if (intent.action === 'share.remove' || intent.action === 'space.unshare') return gone.get(intent.grantee.id);
  if (intent.action === 'member.set-roles' || intent.action === 'member.assign-schools') return gone.get(intent.member);
  return undefined;
};
