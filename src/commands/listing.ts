import { Failure } from '../failures/failure.ts';
import type { Asker } from '../reading/asker.ts';

/** Throws `usage` where a list is asked for each owner: that needs something named (A1). */
export function refuseOwners({ acting }: Asker): void {
  if (acting.as === 'owner') throw new Failure('usage', { problem: 'list-for-owners' }, { column: '--as' });
}

/** Whether somebody sees nothing who could act for those who do (A1). */
export const couldActFor = ({ acting, mayActAs }: Asker, found: readonly unknown[]): boolean =>
  found.length === 0 && mayActAs && acting.as === 'self';
