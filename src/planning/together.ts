import { isAdministrator } from '../model/administrators.ts';
import type { State } from '../model/organization.ts';
import type { Snapshot } from '../model/snapshot.ts';
import type { Judged } from './judge.ts';
import type { Refusal } from './refusals/index.ts';

/** What the organization becomes by those rows that change something. */
type After = (judged: readonly Judged[]) => State;

/**
 * O3: refuses the rows that would together leave nobody to administer the organization, though each may go by itself.
 * All of them are refused, so that the order of rows makes no difference (law 8).
 */
export function refusedTogether(
  judged: readonly Judged[],
  { state, administrators }: Snapshot,
  after: After,
): readonly Judged[] {
  // A plan that touches no member can't.
  if (!judged.some((one) => isChanging(one) && one.step.target.type === 'member')) return judged;
  const then = after(judged);
  if (administrators + difference(state, then) > 0) return judged;
  const losing = new Set(judged.filter((one) => isChanging(one) && takesAdministrator(one, state, then)));
  const refusal: Refusal = { reason: 'last-administrators', rule: 'O3', rows: losing.size };
  return judged.map((one) => (losing.has(one) ? refused(one, refusal) : one));
}

/** How many active administrators there are more than before, or fewer. */
function difference(before: State, after: State): number {
  const ids = new Set([...before.members.keys(), ...after.members.keys()]);
  const count = (state: State) => [...ids].filter((id) => isAdministrator(id, state)).length;
  return count(after) - count(before);
}

const isChanging = ({ step }: Judged): boolean => step.status === 'change';

const takesAdministrator = ({ step: { target } }: Judged, before: State, after: State): boolean =>
  target.type === 'member' && isAdministrator(target.id, before) && !isAdministrator(target.id, after);

/** The same row, refused. */
export const refused = ({ step, seen }: Judged, refusal: Refusal): Judged => ({
  step: { ...step, status: 'refused', refusal },
  seen,
});
