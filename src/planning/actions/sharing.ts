import { recordAccessOf } from '../../model/access.ts';
import { atLeast } from '../../model/levels.ts';
import type { Grantee, Id, ServiceRecord, Share, State } from '../../model/organization.ts';
import { recordResource } from '../../model/resources.ts';
import type { Situation } from '../action.ts';
import type { Effect } from '../plan.ts';
import type { Refusal } from '../refusals/index.ts';

/** A2, S2: of a record one sees too little of, one can't say who shares it. */
export const unseenShares = ({ couldActAs }: { readonly couldActAs: boolean }): Refusal => ({
  reason: 'not-seen',
  rule: 'S2',
  couldActAs,
});

/** The members a grant reaches: the grantee, or who is in the team, whatever their status. */
export function reached(grantee: Grantee, state: State): Iterable<Id> {
  return grantee.type === 'member' ? [grantee.id] : (state.teams.get(grantee.id)?.members ?? []);
}

/** The share a grantee holds on a record, if any (S1: at most one). */
export const shareOf = (record: ServiceRecord, grantee: Grantee): Share | undefined =>
  record.shares.find((share) => share.grantee.id === grantee.id);

/** The record with one grantee's share replaced, or taken away where `share` is null. */
export function withShare(record: ServiceRecord, grantee: Grantee, share: Share | null): ServiceRecord {
  const others = record.shares.filter((other) => other.grantee.id !== grantee.id);
  return { ...record, shares: share ? [...others, share] : others };
}

/** S2, T14: why the actor may not change who shares a record; null where they may. */
export function refusalToShare(actor: Id, { record, state, snapshot }: Situation): Refusal | null {
  const access = recordAccessOf(actor, record, state);
  if (atLeast(access.level, 'full')) return null;
  const cutOff = access.paths.some((path) => path.state === 'suspended' && path.level === 'full');
  if (cutOff) return { reason: 'suspended', rule: 'T14' };
  return { reason: 'not-allowed', rule: 'S2', couldActAs: snapshot.couldActAs };
}

/**
 * S2: whether a grant is one the actor's own right to share may rest on. Lowering or removing it has to come last
 * of the steps on its record, or it would take that right away before it has been used.
 */
export function carriesActor(actor: Id, grantee: Grantee, { record, state }: Situation): boolean {
  if (record.owner === actor || shareOf(record, grantee)?.level !== 'full') return false;
  return [...reached(grantee, state)].includes(actor);
}

/** N1: an e-mail and a notification for each active member a share reaches, but the person acting and the owner. */
export function messagesOfShare(actor: Id, grantee: Grantee, { record, state }: Situation): Omit<Effect, 'rows'>[] {
  const written = [...reached(grantee, state)].filter(
    (id) => id !== actor && id !== record.owner && state.members.get(id)?.status === 'active',
  );
  return written.flatMap((to) => (['email', 'notification'] as const).map((kind) => message(kind, to, record.id)));
}

const message = (kind: 'email' | 'notification', to: Id, record: Id): Omit<Effect, 'rows'> => ({
  phase: 'applied',
  kind,
  audience: 'colleague',
  to,
  item: null,
  resource: recordResource(record),
  count: 1,
  irreversible: false,
});
