import type { ResolvedIntent } from '../../model/intents/index.ts';
import type { Grantee, Id, State } from '../../model/organization.ts';
import type { Snapshot } from '../../model/snapshot.ts';
import { entryOf } from '../actions/on-space.ts';
import { shareOf } from '../actions/sharing.ts';

/** What is compared: a state, and what is seen of records whose details it doesn't have. */
export interface Scenery {
  readonly state: State;
  readonly seen?: Snapshot['seen'];
}

/** No trace at all: no share, nobody in it, no such thing. */
export const NOTHING = 'nothing';

/**
 * What one row decides, as a state has it: whoever compares it before a run, after it and now knows whether somebody has
 * changed it since. Null where the state doesn't have it, or where undoing touches nothing but what the row itself did.
 */
export function traceOf(intent: ResolvedIntent, { state, seen }: Scenery): string | null {
  switch (intent.action) {
    case 'share.set':
    case 'share.remove':
      return shareTrace(intent.record, intent.grantee, state);
    case 'share.leave':
      return shareTrace(intent.record, { type: 'member', id: intent.actor }, state);
    case 'record.archive':
    case 'record.reactivate':
      return state.records.get(intent.record)?.status ?? seen?.get(intent.record)?.glimpse?.status ?? null;
    case 'space.share':
    case 'space.unshare':
      return spaceTrace(intent.space, intent.grantee, state);
    case 'space.leave':
      return spaceTrace(intent.space, { type: 'member', id: intent.actor }, state);
    case 'team.rename':
      return state.teams.get(intent.team)?.name ?? null;
    case 'team.add':
    case 'team.remove':
      return state.teams.get(intent.team)?.members.has(intent.member) ? 'in' : NOTHING;
    case 'member.invite':
      return memberTrace(intent.member, state);
    case 'member.revoke':
    case 'member.restore':
      return state.members.get(intent.member)?.status ?? NOTHING;
    default:
      return null;
  }
}

function shareTrace(id: Id, grantee: Grantee, { records }: State): string | null {
  const record = records.get(id);
  if (!record) return null;
  const share = shareOf(record, grantee);
  return share ? `${share.level} ${share.requireApproval}` : NOTHING;
}

function spaceTrace(id: Id, grantee: Grantee, { spaces }: State): string | null {
  const space = spaces.get(id);
  if (!space) return null;
  const entry = entryOf(space, grantee);
  return entry ? (entry.level ?? 'in') : NOTHING;
}

/** O12: accepting an invitation changes nothing of what it said; who has no access has none of it. */
function memberTrace(id: Id, { members }: State): string {
  const member = members.get(id);
  if (!member || member.status === 'inactive') return NOTHING;
  return JSON.stringify([[...member.roles].sort(), [...member.schools].sort()]);
}

/** The trace a row leaves, in the state after it; what isn't seen in detail is known by what was wanted of it. */
export function leftTrace(intent: ResolvedIntent, left: Scenery): string | null {
  if (intent.action === 'record.archive') return 'archived';
  if (intent.action === 'record.reactivate') return 'active';
  return traceOf(intent, left);
}
