import type { Capacity, Id, Inclusion, ServiceRecord, State } from '../../model/organization.ts';
import { recordResource } from '../../model/resources.ts';
import type { Effect } from '../plan.ts';
import type { Refusal } from '../refusals/index.ts';
import { reached } from './sharing.ts';

/** What is chosen when a record is transferred (T8, T10). */
export interface Terms {
  readonly include: readonly Inclusion[];
  readonly keepCopy: boolean;
}

/** T16: an owner sends as owner, whatever their roles; anybody else as coordinator. */
export const capacityOf = (actor: Id, owner: Id): Capacity => (owner === actor ? 'owner' : 'coordinator');

/** T2: why somebody can't be sent a record of an owner; null where they can. */
export function refusalOfRecipient(to: Id, owner: Id, state: State): Refusal | null {
  if (to === owner) return { reason: 'recipient-is-owner', rule: 'T2' };
  const member = state.members.get(to);
  if (member && member.status !== 'active') {
    return { reason: 'recipient-not-active', rule: 'T2', status: member.status };
  }
  return member?.roles.includes('practitioner') ? null : { reason: 'recipient-no-practitioner', rule: 'T2' };
}

/** Everyone a transfer may touch: the owner, the recipient, and whoever shares the record (T4, T6). */
export function* parties(record: ServiceRecord, to: Id, state: State): Generator<Id> {
  yield record.owner;
  yield to;
  for (const { grantee } of record.shares) yield* reached(grantee, state);
}

/** N: a message to a colleague, if they are active and not the one who acts. */
export function tell(
  kinds: readonly ('email' | 'notification')[],
  { to, actor, record, phase = 'applied', count = 1 }: Telling,
  state: State,
): Omit<Effect, 'rows'>[] {
  if (to === actor || state.members.get(to)?.status !== 'active') return [];
  const resource = record === null ? null : recordResource(record);
  const audience = 'colleague';
  return kinds.map((kind) => ({ phase, kind, audience, to, item: null, resource, count, irreversible: false }));
}

interface Telling {
  readonly to: Id;
  /** Whoever acts when it is sent: they are never written to. */
  readonly actor: Id;
  readonly record: Id | null;
  readonly phase?: Effect['phase'];
  readonly count?: number;
}
