import type { Parameters, Store } from '../database/store.ts';
import type { Names } from './names.ts';

/** What loading needs at hand: where to put things, and the ids that names stand for. */
export interface Loading {
  names: Names;
  now: string;
  /** Versions never come back: a state before a reset and one after it have different ETags. */
  version: number;
  insert(table: string, row: Parameters): void;
}

/** How many rows go into the database with one statement. */
const TOGETHER = 500;

/**
 * Puts rows into tables, many at a time: a hundred thousand records in seconds. What is left is put in by `flush`.
 * The rows of one table all have the same columns, in the same order.
 */
export function bulkInserts(store: Store): Pick<Loading, 'insert'> & { flush(): void } {
  const waiting = new Map<string, Parameters[]>();
  const put = (table: string, rows: Parameters[]) => {
    const [first] = rows;
    if (!first) return;
    const columns = Object.keys(first);
    const values = columns.map((_, i) => `value ->> ${i}`).join(', ');
    store.run(`INSERT INTO ${table} (${columns.join(', ')}) SELECT ${values} FROM json_each(:rows)`, {
      rows: JSON.stringify(rows.map((row) => Object.values(row))),
    });
    rows.length = 0;
  };
  return {
    insert: (table, row) => {
      const rows = waiting.get(table) ?? [];
      waiting.set(table, rows);
      if (rows.push(row) >= TOGETHER) put(table, rows);
    },
    flush: () => {
      for (const [table, rows] of waiting) put(table, rows);
    },
  };
}

/** The id and the type of whom `with` names. */
export function granteeColumns(names: Names, text: string): { grantee_id: string; grantee_type: string } {
  const grantee = names.grantee(text);
  const id = grantee?.type === 'team' ? grantee.team.id : grantee?.member.id;
  return { grantee_id: id as string, grantee_type: grantee?.type as string };
}
