import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Ended, type Journey, type Json, journeyIn } from '../support/cli.ts';
import { FATES, type Fate } from '../support/fates.ts';
import { type FaultyProxy, faultyProxy, type Passing } from '../support/faulty-proxy.ts';
import { jsonOf, levelsOn } from '../support/seen.ts';
import { address, record, town } from '../support/town.ts';

const RECORDS = ['R-1', 'R-2', 'R-3', 'R-4', 'R-5', 'R-6'];
const FORBIDDEN: Fate = {
  reaches: false,
  gets: {
    status: 403,
    headers: { 'Content-Type': 'application/problem+json' },
    body: JSON.stringify({ type: 'about:blank', title: 'no', status: 403, detail: 'not today', code: 'forbidden' }),
  },
};

let journey: Journey;
let proxy: FaultyProxy;
let ids: ReadonlyMap<string, string>;
const folder = mkdtempSync(join(tmpdir(), 'psyctl-left-'));
beforeAll(async () => {
  journey = await journeyIn(town(RECORDS.map((number) => record(number))));
  // One request at a time, so that one of them can be met alone.
  await fetch(`${journey.sandbox.url}/sandbox/faults`, {
    method: 'PUT',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ disable: ['batch'] }),
  });
  proxy = await faultyProxy(journey.sandbox.url);
  const { records } = await journey.world();
  ids = new Map(records.map(({ number, id }) => [number, id ?? '']));
});
afterAll(async () => {
  await proxy.close();
  await journey.close();
});
beforeEach(() => proxy.meddle());

const psyctl = (...args: string[]): Promise<Ended> =>
  journey.psyctlWith({ token: 'token-alice', env: { PSYCTL_API_URL: proxy.url } }, ...args);
const file = (name: string, text: string): string => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};
/** Meets every change on a record with a fate. */
const meet = (number: string, fate: Fate) =>
  proxy.meddle({
    before: ({ method, path }: Passing) =>
      method !== 'GET' && path.includes(ids.get(number) ?? '?') ? fate : undefined,
  });

describe('run failed --csv gives rows to feed again', () => {
  it('as they were written, and psyctl takes them as they are', async () => {
    const rows = ['Accès;Dossier;Avec', `lecture;R-1;${address('bob')}`, `écriture;R-2;${address('bob')}|team:North`];
    meet('R-2', FORBIDDEN);
    const first = await psyctl('record', 'share', '--csv', file('first.csv', `${rows.join('\n')}\n`), '--yes');
    expect(first.exit).toBe(7);

    const left = await psyctl('run', 'failed', 'last', '--csv');
    expect(left.exit).toBe(0);
    // A row of two steps is given once.
    expect(left.out).toBe(
      `Accès,Dossier,Avec,code,message,réessayable\nécriture,R-2,${address('bob')}|team:North,forbidden,you may not,non\n`,
    );
    expect(left.err).toContain('psyctl record share --csv FILE');
    expect((await psyctl('run', 'failed', 'last', '-o', 'csv')).out).toBe(left.out);

    proxy.meddle();
    const again = await psyctl('record', 'share', '--csv', file('again.csv', left.out), '--yes', '-o', 'json');
    expect([again.exit, jsonOf(again).run.totals.done]).toEqual([0, 2]);
    expect(await levelsOn(journey, 'R-2')).toMatchObject({ bob: 'write', dan: 'write' });
    const none = await psyctl('run', 'failed', 'last');
    expect([none.exit, none.out]).toEqual([0, 'Every row was done.\n']);
  });

  it('of what was typed too, with what no column says named beside them', async () => {
    meet('R-3', FORBIDDEN);
    const typed = await psyctl(
      ...['record', 'share', 'R-3', 'R-4', '--with', address('dan'), address('eve'), '--access', 'read'],
      ...['--reason', 'year end', '--yes'],
    );
    expect(typed.exit).toBe(7);
    const left = await psyctl('run', 'failed', 'last', '--csv');
    expect(left.out.split('\n').map((line) => line.split(',').slice(0, 4).join())).toEqual([
      'record,with,access,code',
      `R-3,${address('dan')},read,forbidden`,
      `R-3,${address('eve')},read,forbidden`,
      '',
    ]);
    expect(left.err).toContain('psyctl record share --csv FILE --reason "year end"');
    proxy.meddle();
    expect((await psyctl('record', 'share', '--csv', file('typed.csv', left.out), '--yes')).exit).toBe(0);
    expect(await levelsOn(journey, 'R-3')).toMatchObject({ dan: 'read', eve: 'read' });
  });

  it('says why: a rule that refuses is not to be retried, what was not come to is', async () => {
    const rows = [`R-5,${address('otto')},read`, `R-5,${address('bob')},read`, `R-5,${address('dan')},read`];
    const csv = file('mixed.csv', `record,with,access\n${rows.join('\n')}\n`);
    // Signed out in the middle: nothing more is sent.
    meet('R-5', { reaches: false, gets: { status: 401, headers: {}, body: '' } });
    const ended = await psyctl('record', 'share', '--csv', csv, '--yes', '--skip-refused');
    expect(ended.exit).toBe(4);
    const left = jsonOf(await psyctl('run', 'failed', 'last', '-o', 'json'));
    expect(left.map((row: Json) => pick(row, 'row', 'status', 'code', 'retryable'))).toEqual([
      [2, 'refused', 'refused', false],
      [3, 'failed', 'token-refused', true],
      [4, 'not-attempted', 'not-attempted', true],
    ]);
    expect(left[0].steps).toMatchObject([{ action: 'share.set', target: 'R-5', rule: 'S8' }]);
    const text = await psyctl('run', 'failed', 'last');
    expect(text.out).toContain('(S8)');
    expect(text.err).toMatch(/psyctl run resume \w{26} goes on/);
  });

  it('an outcome nobody knows is to be found out first', async () => {
    // From the first change on nothing comes back, a look neither.
    let gone = false;
    proxy.meddle({
      before({ method }) {
        const fate = gone ? FATES.dropsBefore : method === 'GET' ? undefined : FATES.dropsAfter;
        gone ||= method !== 'GET';
        return fate;
      },
    });
    await psyctl('record', 'share', 'R-6', '--with', address('gus'), '--access', 'full', '--yes');
    const [row] = jsonOf(await psyctl('run', 'failed', 'last', '-o', 'json'));
    expect(pick(row, 'status', 'code', 'retryable')).toEqual(['unknown', 'outcome-unknown', false]);
    expect(row.message).toContain('psyctl run resume');
  });

  it('of a manifest there are none: the command that goes on is named', async () => {
    const manifest = file(
      'school.yaml',
      `members:\n  - email: ${address('zoe')}\n    roles: [practitioner]\n  - email: ${address('yan')}\n    roles: [practitioner]\n`,
    );
    proxy.meddle({ before: ({ method }) => (method === 'GET' ? undefined : FORBIDDEN) });
    const ended = await journey.psyctlWith({ env: { PSYCTL_API_URL: proxy.url } }, 'onboard', manifest, '--yes');
    expect(ended.exit).not.toBe(0);
    const csv = await psyctl('run', 'failed', 'last', '--csv', '--quiet');
    expect([csv.exit, csv.out]).toEqual([2, '']);
    expect(csv.err).toContain(`psyctl onboard ${manifest}`);
    const text = await psyctl('run', 'failed', 'last');
    expect([text.exit, text.err]).toEqual([0, expect.stringContaining(`psyctl onboard ${manifest}`)]);
  });

  it('--csv and another shape can’t go together', async () => {
    expect((await psyctl('run', 'failed', 'last', '--csv', '-o', 'json')).exit).toBe(2);
  });
});

const pick = (row: Json, ...keys: string[]): unknown[] => keys.map((key) => row[key]);
