import type { Phase, Plan } from '../../planning/plan.ts';
import type { Texts } from '../../texts/index.ts';

/** The phases a preview has columns for, and what stands above them; the first column is today. */
export interface PhaseColumns {
  readonly phases: readonly Phase[];
  readonly headers: readonly string[];
}

/** Whether something of a plan happens only once a recipient accepts (T6). */
export const hasAcceptance = ({ steps }: Plan): boolean =>
  steps.some(({ status, action }) => status === 'change' && ACCEPTED.has(action));

const ACCEPTED: ReadonlySet<string> = new Set(['transfer.send', 'transfer.send-hidden', 'transfer.reassign']);

/** The columns of a plan: today and once done; where something is sent that has to be accepted, while it is pending and once it is. */
export function columnsOf(plan: Plan, { preview: say }: Texts): PhaseColumns {
  return hasAcceptance(plan)
    ? { phases: ['applied', 'accepted'], headers: [say.today, say.whilePending, say.onceAccepted] }
    : { phases: ['applied'], headers: [say.today, say.after] };
}
