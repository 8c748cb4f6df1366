import type { Id, ServiceRecord, State } from '../../model/organization.ts';
import { UNSEEN } from '../../model/references.ts';
import { recordResource } from '../../model/resources.ts';
import type { SeenTransfer, Snapshot } from '../../model/snapshot.ts';
import type { Ground } from '../action.ts';
import type { HiddenChange } from '../plan.ts';
import type { Refusal } from '../refusals/index.ts';
import { parties } from './transferring.ts';

interface AboutTransfer {
  readonly transfer: Id;
  readonly actor: Id;
}

/** A transfer its actor sees (T17), and its record, where they see all that decides access. */
export interface TransferSight extends Ground {
  readonly transfer: SeenTransfer;
  readonly record: ServiceRecord | null;
}

/** The record a transfer is of. */
export const recordOf = ({ transfer }: { readonly transfer: Id }, { transfers }: Snapshot): Id =>
  transfers.get(transfer)?.record ?? transfer.replace(UNSEEN, '');

/** The record of a transfer as a state has it; undefined where the actor doesn't see into it. */
export const recordIn = (intent: { readonly transfer: Id }, state: State, snapshot: Snapshot) =>
  state.records.get(recordOf(intent, snapshot));

/** Of a change of a transfer that is there already (T3). */
export const onTransfer = {
  target: (intent: AboutTransfer, snapshot: Snapshot) => ({ type: 'record' as const, id: recordOf(intent, snapshot) }),

  see(intent: AboutTransfer, { snapshot, state }: Ground): TransferSight | Refusal {
    const transfer = snapshot.transfers.get(intent.transfer);
    const id = recordOf(intent, snapshot);
    const owner = transfer?.from ?? snapshot.seen.get(id)?.owner;
    const status = owner === intent.actor ? state.members.get(intent.actor)?.status : undefined;
    // A1: nobody can act for an owner who isn't active.
    if (status !== undefined && status !== 'active') return { reason: 'owner-inactive', rule: 'A1' };
    if (!transfer) return { reason: 'transfer-not-seen', rule: 'T17', couldActAs: snapshot.couldActAs };
    return { snapshot, state, transfer, record: state.records.get(id) ?? null };
  },

  /** Nothing where the actor doesn't see into the record: then `hidden` says so. */
  resources(intent: AboutTransfer, state: State, snapshot: Snapshot) {
    const record = recordIn(intent, state, snapshot);
    return record ? [recordResource(record.id)] : [];
  },

  touches(intent: AboutTransfer, state: State, snapshot: Snapshot): Iterable<Id> {
    const record = recordIn(intent, state, snapshot);
    const transfer = snapshot.transfers.get(intent.transfer);
    return record && transfer ? parties(record, transfer.to, state) : [];
  },
};

/** A2: of somebody on a record the actor can't see into, nothing can be known. */
export const hiddenOn = (
  { transfer, record }: TransferSight,
  members: readonly Id[],
  phase: HiddenChange['phase'] = 'applied',
): Omit<HiddenChange, 'rows'>[] =>
  record ? [] : members.map((member) => ({ phase, member, record: transfer.record, records: 1 }));

/** What there is to read of a transfer beside its step. */
export const detailOf = ({ transfer: { id, capacity, include, keepCopy } }: TransferSight) => ({
  transfer: id,
  capacity,
  include: [...include],
  keepCopy,
});
