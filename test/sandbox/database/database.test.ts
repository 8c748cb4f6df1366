import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DatabaseVersionError, openStore } from '../../../src/sandbox/database/open.ts';
import { NoWorldError, startSandbox } from '../../../src/sandbox/start.ts';
import { member, TestSandbox, to, worldOf } from '../sandbox.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'psyctl-sandbox-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const world = worldOf({
  members: [member('alice'), member('bob'), member('carl')],
  records: [{ number: 'R-1', owner: to('alice') }],
});
const open = async (database: string, more = {}) =>
  new TestSandbox(await startSandbox({ world, database, ...more }), world);

describe('the database file', () => {
  it('keeps what was changed; a world given again is left aside, unless it is to be fresh', async () => {
    const file = join(folder, 'sandbox.db');
    const first = await open(file);
    await first.share('alice', 'R-1', 'bob', { access: 'read' });
    await first.sandbox.close();
    const second = await open(file);
    expect(await second.levels('alice', 'record=R-1')).toHaveProperty('bob', 'read');
    await second.sandbox.close();
    const fresh = await open(file, { fresh: true });
    expect(await fresh.levels('alice', 'record=R-1')).not.toHaveProperty('bob');
    await fresh.sandbox.close();
  });

  it('is its owner’s alone, and so is a folder made for it', async () => {
    const file = join(folder, 'made', 'sandbox.db');
    const sandbox = await open(file);
    for (const each of [file, `${file}-wal`, `${file}-shm`]) expect(statSync(each).mode & 0o777).toBe(0o600);
    expect(statSync(join(folder, 'made')).mode & 0o777).toBe(0o700);
    await sandbox.sandbox.close();
  });

  it('of another version, or of another program, is refused', async () => {
    const file = join(folder, 'other.db');
    const other = new Database(file);
    other.exec('CREATE TABLE something (a); PRAGMA user_version = 99');
    other.close();
    await expect(open(file)).rejects.toThrow(DatabaseVersionError);
  });

  it('without a world, and with none given, is refused', async () => {
    await expect(startSandbox({ database: join(folder, 'empty.db') })).rejects.toThrow(NoWorldError);
  });

  it('serves two at once: what one changes the other shows', async () => {
    const file = join(folder, 'sandbox.db');
    const [one, two] = [await open(file), await open(file)];
    await Promise.all([
      one.share('alice', 'R-1', 'bob', { access: 'read' }),
      two.share('alice', 'R-1', 'carl', { access: 'write' }),
    ]);
    const expected = { alice: 'owner', bob: 'read', carl: 'write' };
    expect(await one.levels('alice', 'record=R-1')).toEqual(expected);
    expect(await two.levels('alice', 'record=R-1')).toEqual(expected);
    await Promise.all([one.sandbox.close(), two.sandbox.close()]);
  });
});

describe('a change', () => {
  const SCHOOLS = 'SELECT code FROM schools ORDER BY code';
  const opened = () => {
    const store = openStore(':memory:');
    const add = (code: string) =>
      store.run('INSERT INTO schools (code, id, name) VALUES (:code, :code, :code)', { code });
    const codes = () => store.all<{ code: string }>(SCHOOLS).map(({ code }) => code);
    return { store, add, codes };
  };
  const fail = () => {
    throw new Error('no');
  };

  it('within another is whole or not at all by itself, and goes with the other', () => {
    const { store, add, codes } = opened();
    store.change(() => {
      add('1');
      expect(() => store.change(() => [add('2'), fail()])).toThrow('no');
      store.change(() => add('3'));
      expect(store.read(codes)).toEqual(['1', '3']);
    });
    expect(codes()).toEqual(['1', '3']);
    expect(() => store.change(() => [store.change(() => add('4')), fail()])).toThrow('no');
    expect(codes()).toEqual(['1', '3']);
    store.close();
  });

  it('can undo what it did so far, and go on', () => {
    const { store, add, codes } = opened();
    const undoing = (undo: () => void) => [add('1'), undo(), add('2')];
    store.change(undoing);
    expect(codes()).toEqual(['2']);
    store.change(() => [add('3'), store.change((undo) => [add('4'), undo(), add('5')])]);
    expect(codes()).toEqual(['2', '3', '5']);
    store.close();
  });
});
