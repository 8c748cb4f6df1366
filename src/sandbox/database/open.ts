import { closeSync, existsSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'libsql';
import { VIEWS } from '../access/views.ts';
import { SCHEMA, SCHEMA_VERSION } from './schema.ts';
import { Store } from './store.ts';

const BUSY_TIMEOUT_MS = 10_000;
const CHECKPOINT_PAGES = 10_000;

/** The database is not one this version of the sandbox wrote. */
export class DatabaseVersionError extends Error {
  override name = 'DatabaseVersionError';
  constructor(
    readonly file: string,
    readonly found: number,
    readonly wanted = SCHEMA_VERSION,
  ) {
    super(`${file} is not a sandbox database of version ${wanted} (found ${found}): choose another file, or delete it`);
  }
}

/**
 * Opens the database of a sandbox, making it where there is none. The file, and a folder made for it, are for their
 * owner alone: what the sandbox holds may be a copy of something real.
 * @throws DatabaseVersionError when the file was written by another version, or by something else
 */
export function openStore(file: string): Store {
  if (file !== ':memory:') prepareFile(file);
  const database = new Database(file, { timeout: BUSY_TIMEOUT_MS });
  try {
    database.exec(`PRAGMA busy_timeout = ${BUSY_TIMEOUT_MS}`);
    const store = new Store(database);
    migrate(store, file);
    database.exec('PRAGMA journal_mode = WAL');
    database.exec('PRAGMA synchronous = NORMAL');
    database.exec('PRAGMA cache_size = -64000');
    // Each checkpoint waits for the disk: rarely, then.
    database.exec(`PRAGMA wal_autocheckpoint = ${CHECKPOINT_PAGES}`);
    return store;
  } catch (error) {
    database.close();
    throw error;
  }
}

function prepareFile(file: string): void {
  const folder = dirname(file);
  if (!existsSync(folder)) mkdirSync(folder, { recursive: true, mode: 0o700 });
  // SQLite gives -wal and -shm the mode of the database itself.
  if (!existsSync(file)) closeSync(openSync(file, 'a', 0o600));
}

const versionOf = (store: Store): number =>
  store.get<{ user_version: number }>('PRAGMA user_version')?.user_version ?? 0;

function migrate(store: Store, file: string): void {
  if (versionOf(store) === SCHEMA_VERSION) return;
  store.change(() => {
    const version = versionOf(store);
    if (version === SCHEMA_VERSION) return;
    const holdsTables = store.get<{ n: number }>('SELECT count(*) AS n FROM sqlite_master')?.n ?? 0;
    if (version !== 0 || holdsTables > 0) throw new DatabaseVersionError(file, version);
    store.exec(SCHEMA + VIEWS);
    store.exec(`PRAGMA user_version = ${SCHEMA_VERSION}`);
  });
}
