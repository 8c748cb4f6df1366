import type Database from 'libsql';

/** What a statement takes: named parameters. */
export type Parameters = Record<string, string | number | null>;
/** A row as SQL gives it. */
type Row = object;

/**
 * The database as the rest of the sandbox sees it: rows in, rows out, statements prepared once each.
 * Everything is synchronous, so that a transaction is never interleaved with another request of this process.
 */
export class Store {
  private readonly statements = new Map<string, Database.Statement>();

  constructor(private readonly database: Database.Database) {}

  private prepared(sql: string): Database.Statement {
    const known = this.statements.get(sql);
    if (known) return known;
    const statement = this.database.prepare(sql);
    this.statements.set(sql, statement);
    return statement;
  }

  /** The first row, or undefined. */
  get<T extends Row>(sql: string, parameters: Parameters = {}): T | undefined {
    return this.prepared(sql).get(parameters) as T | undefined;
  }

  /** Every row. */
  all<T extends Row>(sql: string, parameters: Parameters = {}): T[] {
    return this.prepared(sql).all(parameters) as T[];
  }

  /** Changes something; gives how many rows. */
  run(sql: string, parameters: Parameters = {}): number {
    return this.prepared(sql).run(parameters).changes;
  }

  /** Runs statements that are not worth keeping: the schema, pragmas. */
  exec(sql: string): void {
    this.database.exec(sql);
  }

  /** Does something that changes the state, wholly or not at all; waits for other processes' changes first. */
  change<T>(work: () => T): T {
    return this.within('BEGIN IMMEDIATE', work);
  }

  /** Reads several things as of one moment. */
  read<T>(work: () => T): T {
    return this.within('BEGIN', work);
  }

  private within<T>(begin: string, work: () => T): T {
    this.prepared(begin).run({});
    try {
      const result = work();
      this.prepared('COMMIT').run({});
      return result;
    } catch (error) {
      if (this.database.inTransaction) this.prepared('ROLLBACK').run({});
      throw error;
    }
  }

  /** Writes what is in the write-ahead log into the database file, and closes it. */
  close(): void {
    this.statements.clear();
    try {
      this.database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    } catch {
      // Somebody is reading: the log stays, and whoever closes last brings it in.
    }
    this.database.close();
  }
}

/** Several values as one parameter, for `IN (SELECT value FROM json_each(:values))`. */
export const listed = (values: readonly string[]): string => JSON.stringify(values);

/** How many values a comparison is written out for: few enough shapes that their statements stay prepared. */
const SHAPES = [1, 4, 16, 64, 256, 1024];

/**
 * A comparison with any of several values, and its parameters. The values are written out, since SQLite looks into a
 * view of several arms with a list, and reads the whole of it for a subquery.
 */
export function among(values: readonly string[]): { those: string; ids: Parameters } {
  const size = SHAPES.find((shape) => shape >= values.length) ?? values.length;
  const names = Array.from({ length: size }, (_, n) => `id${n}`);
  const last = values.at(-1) ?? '';
  return {
    those: `IN (${names.map((name) => `:${name}`).join(', ')})`,
    ids: Object.fromEntries(names.map((name, n) => [name, values[n] ?? last])),
  };
}
