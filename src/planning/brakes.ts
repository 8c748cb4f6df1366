import type { Plan } from './plan.ts';

/** How many losses a plan may bring: a number, or a percentage of those who have access today. */
export type LossLimit = { readonly number: number } | { readonly percent: number };

/** What is let through without asking: more than that has to be allowed. */
export const DEFAULT_LOSS_LIMIT: LossLimit = { percent: 25 };

/** So few losses always pass: a quarter of two people is nobody. */
const ALWAYS_ALLOWED = 4;

/** The members a plan leaves with nothing on a resource they reach today; suspensions are not losses. */
export const lossesOf = (plan: Plan): number =>
  plan.accessChanges.filter((change) => change.phase === 'applied' && change.change === 'revoked').length;

/** Whether a plan brings more losses than it may. */
export function exceedsLosses(plan: Plan, limit: LossLimit): boolean {
  const losses = lossesOf(plan);
  if (losses <= ALWAYS_ALLOWED) return false;
  return losses > ('number' in limit ? limit.number : (plan.pairsToday * limit.percent) / 100);
}
