import type { Id } from '../model/organization.ts';
import type { Sequence } from '../model/sequence.ts';
import type { Snapshot } from '../model/snapshot.ts';
import type { Judged } from './judge.ts';
import type { Effect, Plan, Step, Summary } from './plan.ts';
import { refused } from './together.ts';

/** The changes that take a seat (O6, O12), each with the rule that wants one. */
const TAKES_SEAT: { readonly [action: string]: 'O6' | 'O12' | undefined } = {
  'member.invite': 'O6',
  'member.restore': 'O12',
};

/** Whether an action may need a seat: then it is known before the others are judged whether it gets one. */
export const mayTakeSeat = (action: string): boolean => TAKES_SEAT[action] !== undefined;

/**
 * O6: gives the seats that are left to those who need one, in the order of their rows; the others are refused. Seats
 * that the same plan gives back don't count: the invitations leave first.
 */
export function seated(judged: readonly Judged[], { seats, state }: Snapshot): Judged[] {
  const { limit, used } = seats;
  if (limit === null) return [...judged];
  const given = new Set<Id>();
  const turnedAway = new Set<Id>();
  return judged.map((one) => {
    const { action, target, status } = one.step;
    const rule = TAKES_SEAT[action];
    const sitsAlready = state.members.get(target.id)?.status === 'invited';
    if (!rule || status !== 'change' || sitsAlready || given.has(target.id)) return one;
    if (used + given.size >= limit || turnedAway.has(target.id)) {
      turnedAway.add(target.id);
      return refused(one, { reason: 'no-seat', rule, limit });
    }
    given.add(target.id);
    return one;
  });
}

/** O6: whether a row may be left out for want of a seat without holding back the others. */
export const isLeftOut = ({ refusal, intent }: Step): boolean =>
  refusal?.reason === 'no-seat' && intent.action === 'member.invite' && intent.fillSeats;

/** The rows no seat is left for, where nobody said that those which fit may go. */
export const withoutSeat = ({ steps }: Pick<Plan, 'steps'>): Step[] =>
  steps.filter((step) => step.refusal?.reason === 'no-seat' && !isLeftOut(step));

/** How many rows hold the whole plan back: those refused, but for what may be left out. */
export const holdingBack = ({ steps }: Pick<Plan, 'steps'>): number =>
  steps.filter((step) => step.status === 'refused' && !isLeftOut(step)).length;

/** O6: the seats before and after, those included that are wanting; null where no seat is taken or given back, or all are free. */
export function seatsOf(steps: readonly Step[], effects: Sequence<Effect>, { seats }: Snapshot): Summary['seats'] {
  const { limit, used } = seats;
  if (limit === null || !steps.some(({ action }) => SEATS.test(action))) return null;
  const changes = [...effects.filter(({ kind }) => kind === 'seat')];
  const wanting = new Set(withoutSeat({ steps }).map(({ target }) => target.id)).size;
  const turnedAway = steps.some((step) => step.refusal?.reason === 'no-seat');
  if (changes.length === 0 && !turnedAway) return null;
  return { limit, before: used, after: changes.reduce((sum, { count }) => sum + (count ?? 0), used) + wanting };
}

/** Seats are taken and given back by what is done to members alone. */
const SEATS = /^member\./;
