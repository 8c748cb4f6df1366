import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, describe, expect, it } from 'vitest';
import { heldBy, takeLock } from '../../../src/executing/run/lock.ts';

const LOCK = new URL('../../../src/executing/run/lock.ts', import.meta.url).href;
const TSX = new URL('../../../node_modules/tsx/dist/loader.mjs', import.meta.url).href;

const children: ChildProcess[] = [];
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
});
const fresh = () => join(mkdtempSync(join(tmpdir(), 'psyctl-lock-')), 'lock');

/** Another process that tries to take a lock when told to, says what came of it, and stays. */
async function other(file: string) {
  const code = `
    const { takeLock } = await import(${JSON.stringify(LOCK)});
    console.log('ready');
    process.stdin.once('data', () => takeLock(${JSON.stringify(file)}, 'RUN').then(
      () => console.log('taken'),
      (error) => console.log(error.code + ' ' + error.details.pid),
    ));`;
  const child = spawn(process.execPath, ['--import', TSX, '--input-type=module', '-e', code], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  children.push(child);
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
  const said = async () => String((await lines.next()).value);
  expect(await said()).toBe('ready');
  return {
    pid: child.pid,
    take: async () => {
      child.stdin.write('\n');
      return await said();
    },
    async end() {
      child.kill('SIGKILL');
      await once(child, 'exit');
    },
  };
}

describe('the lock of a run', () => {
  it('is held by whoever took it, and free once let go of', async () => {
    const file = fresh();
    expect(await heldBy(file)).toBeNull();
    const release = await takeLock(file, 'RUN');
    expect(await heldBy(file)).toMatchObject({ pid: process.pid, machine: hostname() });
    await expect(takeLock(file, 'RUN')).rejects.toMatchObject({
      code: 'run-locked',
      details: { run: 'RUN', pid: process.pid, machine: hostname() },
    });
    await release();
    expect(await heldBy(file)).toBeNull();
    await (await takeLock(file, 'RUN'))();
    expect(readdirSync(join(file, '..'))).toEqual([]);
  });

  it('of a living process is refused; of a dead one it is taken over', async () => {
    const file = fresh();
    const holder = await other(file);
    expect(await holder.take()).toBe('taken');
    await expect(takeLock(file, 'RUN')).rejects.toMatchObject({ code: 'run-locked', details: { pid: holder.pid } });
    await holder.end();
    expect(existsSync(file)).toBe(true);
    expect(await heldBy(file)).toBeNull();
    await (await takeLock(file, 'RUN'))();
  });

  it('of a number that a later process bears is taken over', async () => {
    const file = fresh();
    const holder = { pid: process.pid, machine: hostname(), since: '1' };
    writeFileSync(file, JSON.stringify(holder));
    expect(await heldBy(file)).toBeNull();
    await (await takeLock(file, 'RUN'))();
  });

  it('of another machine counts as held: nobody here can tell', async () => {
    const file = fresh();
    writeFileSync(file, JSON.stringify({ pid: 1, machine: 'elsewhere', since: null }));
    await expect(takeLock(file, 'RUN')).rejects.toMatchObject({ details: { machine: 'elsewhere' } });
    expect(await heldBy(file)).toMatchObject({ machine: 'elsewhere' });
  });

  it('that can’t be made is said so', async () => {
    await expect(takeLock(join(fresh(), 'nowhere', 'lock'), 'RUN')).rejects.toMatchObject({ code: 'file-unwritable' });
  });

  it.each([
    ['free', false],
    ['a dead process’s', true],
  ])('is one process’s alone where two race for one that is %s', async (_, left) => {
    const file = fresh();
    if (left) {
      const dead = await other(file);
      expect(await dead.take()).toBe('taken');
      await dead.end();
    }
    const two = await Promise.all([other(file), other(file)]);
    const said = await Promise.all(two.map((one) => one.take()));
    expect(said.filter((one) => one === 'taken')).toHaveLength(1);
    expect(said.filter((one) => one.startsWith('run-locked'))).toHaveLength(1);
    const winner = two[said.indexOf('taken')];
    expect((await heldBy(file))?.pid).toBe(winner?.pid);
  });
});
