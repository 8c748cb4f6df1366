import type Database from 'libsql';

/** What a statement takes: named parameters. */
export type Parameters = Record<string, string | number | null>;
/** A row as SQL gives it. */
type Row = object;

/** The statements a transaction, or a part of one, is made of. */
interface Transaction {
  readonly begin: readonly string[];
  readonly undo: readonly string[];
  readonly end: readonly string[];
  readonly abandon: readonly string[];
}

const transactionOf = (begin: string): Transaction => ({
  begin: [begin],
  undo: ['ROLLBACK', begin],
  end: ['COMMIT'],
  abandon: ['ROLLBACK'],
});
const CHANGE = transactionOf('BEGIN IMMEDIATE');
const READ = transactionOf('BEGIN');
const PART: Transaction = {
  begin: ['SAVEPOINT part'],
  undo: ['ROLLBACK TO part'],
  end: ['RELEASE part'],
  abandon: ['ROLLBACK TO part', 'RELEASE part'],
};

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

  /**
   * Every row of a query that gives many, as one text: each row that crosses from the engine by itself costs more than
   * to write and read it. `columns` are those that are wanted; texts and numbers alone.
   */
  many<T extends Row>(columns: readonly (keyof T & string)[], sql: string, parameters: Parameters = {}): T[] {
    const fields = columns.map((column) => `'${column}', ${column}`).join();
    const row = this.get<{ json: string }>(
      `SELECT json_group_array(json_object(${fields})) AS json FROM (${sql})`,
      parameters,
    );
    return JSON.parse(row?.json ?? '[]') as T[];
  }

  /** Changes something; gives how many rows. */
  run(sql: string, parameters: Parameters = {}): number {
    return this.prepared(sql).run(parameters).changes;
  }

  /** Runs statements that are not worth keeping: the schema, pragmas. */
  exec(sql: string): void {
    this.database.exec(sql);
  }

  /**
   * Does something that changes the state, wholly or not at all; waits for other processes' changes first. Within
   * another change it is a part of that, and by itself whole or not at all.
   * @param work is given what undoes all it did so far
   */
  change<T>(work: (undo: () => void) => T): T {
    return this.within(this.database.inTransaction ? PART : CHANGE, work);
  }

  /** Reads several things as of one moment: within a change, as of now. */
  read<T>(work: () => T): T {
    return this.database.inTransaction ? work() : this.within(READ, work);
  }

  private within<T>({ begin, undo, end, abandon }: Transaction, work: (undo: () => void) => T): T {
    const run = (statements: readonly string[]) => {
      for (const sql of statements) this.prepared(sql).run({});
    };
    run(begin);
    try {
      const result = work(() => run(undo));
      run(end);
      return result;
    } catch (error) {
      // SQLite itself may have ended it, with everything around it.
      if (this.database.inTransaction) run(abandon);
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

/** What a comparison with so many values says, and its parameters. */
interface Shape {
  readonly size: number;
  readonly names: readonly string[];
  readonly those: string;
}

const shapeOf = (size: number): Shape => {
  const names = Array.from({ length: size }, (_, n) => `id${n}`);
  return { size, names, those: `IN (${names.map((name) => `:${name}`).join(', ')})` };
};

/** How many values a comparison is written out for: few enough shapes that their statements stay prepared. */
const SHAPES = [1, 4, 16, 64, 128, 256, 1024].map(shapeOf);

/**
 * A comparison with any of several values, and its parameters. The values are written out, since SQLite looks into a
 * view of several arms with a list, and reads the whole of it for a subquery.
 */
export function among(values: readonly string[]): { those: string; ids: Parameters } {
  const { names, those } = SHAPES.find(({ size }) => size >= values.length) ?? shapeOf(values.length);
  const last = values.at(-1) ?? '';
  return { those, ids: Object.fromEntries(names.map((name, n) => [name, values[n] ?? last])) };
}
