import { TEAM_PREFIX } from '../../contract/world.ts';

/** Groups rows under one of their columns. */
export function grouped<T extends object, K extends keyof T>(rows: readonly T[], key: K): Map<T[K], T[]> {
  const groups = new Map<T[K], T[]>();
  for (const row of rows) {
    const group = groups.get(row[key]);
    if (group) group.push(row);
    else groups.set(row[key], [row]);
  }
  return groups;
}

/** Whom `with` names, as a column of a query joined with `members m` and `teams t`. */
export const WITH = `ifnull(m.email, '${TEAM_PREFIX}' || t.name)`;
