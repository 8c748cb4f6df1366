import {
  appendFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ulid } from 'ulid';
import { describe, expect, it } from 'vitest';
import { type KeptEnd, say } from '../../../src/executing/run/events.ts';
import { RunStore } from '../../../src/executing/run/store.ts';
import { keepingOf } from '../../support/keeping.ts';
import { organization } from '../../support/organization.ts';
import { numbered, share } from '../../support/planning.ts';

const world = organization().member('bob').record('R-1', { owner: 'alice' });
const AT = '2026-06-30T22:00:00-04:00';
const END: KeptEnd = {
  at: '2026-06-30T23:00:00-04:00',
  state: 'done',
  stoppedBy: null,
  verification: { checked: 1, unverifiable: 0, mismatches: [] },
  guarantees: { idempotency: true, etags: true, sentAgain: [] },
  totals: { done: 1, unchanged: 0, refused: 0, failed: 0, unknown: 0, 'not-attempted': 0 },
};

function storeOf() {
  const folder = join(mkdtempSync(join(tmpdir(), 'psyctl-runs-')), 'runs');
  const store = new RunStore(folder);
  const begin = (id: string = ulid()) =>
    store.begin(keepingOf(world.snapshot(), numbered([share('alice', 'R-1', 'bob', 'read')]), { id }), AT);
  /** A run that came to its end. */
  const ended = async (id?: string, end: KeptEnd = END) => {
    const run = await begin(id);
    run.journal.add(say.end(end));
    await run.close();
    return run.id;
  };
  return { folder, store, begin, ended };
}

const ids = ['01ARZ3NDEKTSV4RRFFQ69G5FA1', '01ARZ3NDEKTSV4RRFFQ69G5FA2', '01BRZ3NDEKTSV4RRFFQ69G5FAV'] as const;

describe('the runs that are kept', () => {
  it('none at first, nor a folder', async () => {
    const { store, folder } = storeOf();
    expect([await store.list(), await store.has(ids[0]), existsSync(folder)]).toEqual([[], false, false]);
    await expect(store.find('last')).rejects.toMatchObject({ code: 'unknown-run', details: { nearest: [] } });
  });

  it('a run is a folder of its own for this user alone; its plan is there before anything is sent', async () => {
    const { store, folder, begin } = storeOf();
    const run = await begin();
    expect(statSync(join(folder, run.id)).mode & 0o777).toBe(0o700);
    for (const file of ['plan.jsonl', 'journal.log'])
      expect(statSync(join(folder, run.id, file)).mode & 0o777).toBe(0o600);
    expect(await store.has(run.id)).toBe(true);
    await run.close();
    const { plan, history, state } = await store.find(run.id);
    expect(state).toBe('interrupted');
    expect(history.run).toMatchObject({ id: run.id, plan: plan.hash, startedAt: AT, steps: 1 });
  });

  it('are found by their id, by how it begins in any case, and by last', async () => {
    const { store, ended } = storeOf();
    for (const id of ids) await ended(id);
    expect(await store.idOf('last')).toBe(ids[2]);
    expect(await store.idOf(ids[0].toLowerCase())).toBe(ids[0]);
    expect(await store.idOf('01br')).toBe(ids[2]);
    await expect(store.idOf('01AR')).rejects.toMatchObject({
      code: 'ambiguous-run',
      details: { text: '01AR', candidates: [ids[0], ids[1]] },
    });
    for (const text of ['01B', '01X', '', '../..']) {
      await expect(store.idOf(text)).rejects.toMatchObject({
        code: 'unknown-run',
        details: { text, nearest: [...ids].reverse() },
      });
    }
  });

  it('are listed newest first, each with how it stands', async () => {
    const { store, begin, ended } = storeOf();
    await ended(ids[0]);
    await ended(ids[1], { ...END, state: 'paused' });
    const running = await begin(ids[2]);
    expect((await store.list()).map(({ id, state }) => [id, state])).toEqual([
      [ids[2], 'running'],
      [ids[1], 'paused'],
      [ids[0], 'done'],
    ]);
    await running.close();
    const [interrupted, , done] = await store.list();
    expect([interrupted?.state, interrupted?.totals]).toEqual(['interrupted', null]);
    expect(done).toEqual({
      id: ids[0],
      command: 'record share',
      state: 'done',
      startedAt: AT,
      lastAt: END.at,
      steps: 1,
      totals: END.totals,
    });
  });

  it('one that is long is listed by its first line and its last', async () => {
    const { store, begin } = storeOf();
    const run = await begin(ids[0]);
    for (let n = 0; n < 3000; n++) run.journal.add(say.intend(n, 'a key that takes some room'));
    run.journal.add(say.end(END));
    await run.close();
    expect(await store.list()).toMatchObject([{ id: ids[0], state: 'done', startedAt: AT, lastAt: END.at }]);
  });

  it('one whose journal is torn or damaged doesn’t keep the others from being listed', async () => {
    const { store, folder, ended } = storeOf();
    for (const id of ids) await ended(id);
    appendFileSync(join(folder, ids[0], 'journal.log'), '1234 torn');
    const damaged = join(folder, ids[1], 'journal.log');
    const [first = '', ...rest] = readFileSync(damaged, 'utf8').split('\n');
    writeFileSync(damaged, [first, 'damaged', ...rest].join('\n'));
    expect((await store.list()).map(({ id, state }) => [id, state])).toEqual([
      [ids[2], 'done'],
      [ids[1], 'done'],
      [ids[0], 'interrupted'],
    ]);
    await expect(store.find(ids[1])).rejects.toMatchObject({
      code: 'journal-damaged',
      where: { file: damaged, row: 2 },
    });
  });

  it('what never began is no run, and is told apart', async () => {
    const { store, folder, ended } = storeOf();
    const id = await ended();
    mkdirSync(join(folder, ids[0]));
    mkdirSync(join(folder, 'something-else'));
    expect((await store.list()).map((run) => run.id)).toEqual([id]);
    expect((await store.everything()).at(-1)).toEqual({
      id: ids[0],
      state: 'never-begun',
      lastAt: '2016-07-30T23:54:10.259Z',
    });
  });

  it('one that didn’t end is as old as what it wrote last', async () => {
    const { store, folder, begin } = storeOf();
    const run = await begin(ids[0]);
    await run.close();
    utimesSync(join(folder, ids[0], 'journal.log'), 1000, 1000);
    expect((await store.list())[0]?.lastAt).toBe('1970-01-01T00:16:40.000Z');
  });

  it('are removed, but not while they are carried out', async () => {
    const { store, folder, begin } = storeOf();
    const run = await begin(ids[0]);
    expect(await store.remove(ids[0])).toBe(false);
    expect(existsSync(join(folder, ids[0], 'plan.jsonl'))).toBe(true);
    await run.close();
    expect(await store.remove(ids[0])).toBe(true);
    expect(existsSync(join(folder, ids[0]))).toBe(false);
  });

  it('are resumed by one at a time', async () => {
    const { store, begin } = storeOf();
    const first = await begin(ids[0]);
    await expect(store.resume(ids[0], AT)).rejects.toMatchObject({ code: 'run-locked' });
    await first.close();
    const { open, stored } = await store.resume(ids[0], 'later');
    expect(stored.history.starts).toEqual([{ at: AT, pid: process.pid }]);
    await open.close();
    expect((await store.find(ids[0])).history.starts.map(({ at }) => at)).toEqual([AT, 'later']);
  });
});
