import { refused } from '../http/problem.ts';
import type { Call } from '../http/routing.ts';

/** O2, O7: what administrators alone do. */
export function checkAdministrator({ asker }: Pick<Call, 'asker'>, rule: string, what: string): void {
  if (!asker.me.roles.has('administrator')) throw refused(rule, `only administrators ${what}`);
}
