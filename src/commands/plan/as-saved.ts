import { Failure } from '../../failures/failure.ts';
import { flagValue, type Given } from '../command.ts';

/** A plan says itself on whose behalf and why: to say so again could only contradict it. Throws `conflicting-flags`. */
export function refuseAnotherActor(given: Given, plan: string): void {
  for (const flag of ['as', 'reason', 'csv', 'out'] as const) {
    if (flagValue(given, flag) !== undefined) throw new Failure('conflicting-flags', { flags: [`--${flag}`, plan] });
  }
}
