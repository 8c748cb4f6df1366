import { isAdministrator } from '../model/administrators.ts';
import type { State } from '../model/organization.ts';
import type { Snapshot } from '../model/snapshot.ts';
import type { Judged } from './judge.ts';
import type { Refusal } from './refusals/index.ts';

/** What the organization becomes by those rows that change something. */
type After = (judged: readonly Judged[]) => State;

/**
 * Refuses what each row may do by itself and all of them together may not. All of them are refused, so that the order
 * of rows makes no difference (law 8).
 */
export function refusedTogether(
  judged: readonly Judged[],
  { state, administrators }: Snapshot,
  after: After,
): Judged[] {
  // A plan that touches no member can do neither.
  if (!judged.some((one) => isChanging(one) && one.step.target.type === 'member')) return [...judged];
  const withRoles = refuseThose(judged, after(judged), (id, then) =>
    then.members.get(id)?.roles.length === 0 ? { reason: 'no-role-left', rule: 'O1' } : null,
  );
  const then = after(withRoles);
  const left = administrators + difference(state, then);
  if (left > 0) return withRoles;
  const losing = withRoles.filter((one) => isChanging(one) && takesAdministrator(one, state, then));
  const refusal: Refusal = { reason: 'last-administrators', rule: 'O3', rows: losing.length };
  return withRoles.map((one) => (losing.includes(one) ? refused(one, refusal) : one));
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

function refuseThose(
  judged: readonly Judged[],
  then: State,
  reason: (member: string, then: State) => Refusal | null,
): Judged[] {
  return judged.map((one) => {
    const { target } = one.step;
    const refusal = isChanging(one) && target.type === 'member' ? reason(target.id, then) : null;
    return refusal ? refused(one, refusal) : one;
  });
}

/** The same row, refused. */
export const refused = ({ step, seen }: Judged, refusal: Refusal): Judged => ({
  step: { ...step, status: 'refused', refusal },
  seen,
});
