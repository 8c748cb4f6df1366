import type { Reader } from '../api/index.ts';
import { listTransfers, type Transfer } from '../contract/transfers.ts';
import { Failure } from '../failures/failure.ts';
import { groupBy } from '../model/collections.ts';
import type { Id } from '../model/organization.ts';
import type { TransferFate } from '../model/snapshot.ts';
import type { Asker } from './asker.ts';
import { all } from './take.ts';
import { seenTransfer } from './transfers-to-change.ts';

/** Which transfers are looked for: those of a record, those from a member, or one by its id; and on whose behalf. */
export interface SoughtTransfer {
  readonly by: 'record' | 'from' | 'id';
  readonly id: Id;
  readonly actor: Id;
}

/** All transfers that are sought, oldest first, each as its actor sees it (T17); who acts for nobody asks for itself. */
export async function transferFates(
  reader: Reader,
  { me, mayActAs }: Asker,
  sought: readonly SoughtTransfer[],
): Promise<TransferFate[]> {
  const self = me.actingAs?.id ?? me.id;
  const groups = [...groupBy(sought, ({ by, actor }) => `${by} ${actor}`).values()];
  const lists = await Promise.all(
    groups.map(async (group) => {
      const [{ by, actor }] = group as [SoughtTransfer];
      const ids = [...new Set(group.map(({ id }) => id))];
      const ask = (as: { actAs?: Id }) => all(reader.listByFilter(listTransfers, by, ids, as));
      if (actor === self || !mayActAs) return await ask({});
      // A1: nobody acts for somebody who is no longer active.
      return await ask({ actAs: actor }).catch((error) => {
        if (error instanceof Failure && error.code === 'act-as-refused') return ask({});
        throw error;
      });
    }),
  );
  const found = new Map(lists.flat().map((transfer) => [transfer.id, fateOf(transfer)]));
  return [...found.values()].sort((a, b) => Date.parse(a.sentAt) - Date.parse(b.sentAt));
}

const fateOf = (transfer: Transfer): TransferFate => ({
  ...seenTransfer(transfer),
  sentAt: transfer.sentAt,
  hidden: transfer.record.number === undefined,
});
