import { ALWAYS_ALLOWED_LOSSES } from '../model/losses.ts';
import type { Plan } from './plan.ts';

/** How many losses a plan may bring: a number, or a percentage of those who have access today. */
export type LossLimit = { readonly number: number } | { readonly percent: number };

/** What is let through without asking: more than that has to be allowed. */
export const DEFAULT_LOSS_LIMIT: LossLimit = { percent: 25 };

/**
 * The members a plan leaves with nothing on a resource they reach today. Not a loss: being cut off by a transfer (T4);
 * no longer owning a record that was handed over (T6); what a role no longer opens in the whole organization (O4).
 */
export function lossesOf({ accessChanges, steps }: Plan): number {
  const accepting = new Set(steps.flatMap(({ action, row }) => (action === ACCEPT ? [row] : [])));
  return accessChanges
    .filter(
      ({ phase, change, before, resource, rows }) =>
        phase === 'applied' &&
        change === 'revoked' &&
        resource.type !== 'organization' &&
        !(before.level === 'owner' && rows.some((row) => accepting.has(row))),
    )
    .count();
}

const ACCEPT: string = 'transfer.accept';

/** How many items a plan destroys for good, and whether there may be others that can't be seen (T11, A3). */
export function deletionsOf({ effects }: Plan): { readonly items: number; readonly unknown: boolean } {
  let items = 0;
  let unknown = false;
  for (const { kind, count } of effects) {
    if (kind !== 'deletion') continue;
    items += count ?? 0;
    unknown ||= count === null;
  }
  return { items, unknown };
}

/** Whether a plan destroys more items than are allowed; what can't be counted only fits where any number is. */
export function exceedsDeletions(plan: Plan, allowed: number): boolean {
  const { items, unknown } = deletionsOf(plan);
  return unknown ? allowed !== Number.POSITIVE_INFINITY : items > allowed;
}

/** Whether a plan brings more losses than it may. */
export function exceedsLosses(plan: Plan, limit: LossLimit): boolean {
  const losses = lossesOf(plan);
  if (losses <= ALWAYS_ALLOWED_LOSSES) return false;
  return losses > ('number' in limit ? limit.number : (plan.pairsToday * limit.percent) / 100);
}
