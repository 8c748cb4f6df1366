import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type Journey, journeyIn } from '../support/cli.ts';
import { ADMIN_TOKEN } from '../support/sandbox.ts';
import { noTerminal, type Seat, seatAt } from '../support/tmux.ts';
import { address, record, town } from '../support/town.ts';

let journey: Journey;
let folder: string;
let seat: Seat | undefined;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'psyctl-showing-'));
  journey = await journeyIn(town(Array.from({ length: 60 }, (_, n) => record(`R-${n + 1}`))));
});
afterEach(async () => {
  await seat?.close();
  seat = undefined;
});
afterAll(async () => {
  await journey.close();
  rmSync(folder, { recursive: true });
});

describe('lists', () => {
  it('are sorted, cut and narrowed; JSON goes along', async () => {
    const list = (...flags: string[]) =>
      journey.psyctl('record', 'list', '--as', address('alice'), '--sort', '-number', '--limit', '2', ...flags);
    const text = await list('--columns', 'number,status');
    expect(text.out.split('\n').map((line) => line.split(/ +/)[0])).toEqual(['number', 'R-60', 'R-59', '']);
    expect(text.err).toContain('first 2');
    expect((await list('-o', 'json')).json()).toMatchObject([{ number: 'R-60' }, { number: 'R-59' }]);
  });

  it.each(['member', 'team', 'school', 'space', 'transfer', 'profile', 'run', 'connection'])(
    '%s list takes the same flags, and says which columns there are',
    async (noun) => {
      const wrong = await journey.psyctl(noun, 'list', '--sort', 'nonsense');
      expect([wrong.exit, wrong.out]).toEqual([2, '']);
      const [, names = ''] = /it can be (.*)/.exec(wrong.err) ?? [];
      const [first = ''] = names.split(/, | or /);
      const right = await journey.psyctl(noun, 'list', '--sort', `-${first}`, '--columns', first, '-o', 'csv');
      expect([right.exit, right.out.split('\n')[0]]).toEqual([0, first]);
    },
  );

  it('open rightly in a French Excel', async () => {
    const { out } = await journey.psyctl(
      ...['member', 'list', '--sort', 'courriel', '-o', 'csv', '--csv-dialect', 'excel-fr', '--lang', 'fr'],
    );
    expect(out).toMatch(/^\uFEFFnom;courriel;rôles;écoles;état\r\n/);
    expect(out.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });
});

describe('template', () => {
  it.each([
    ['en', 'excel', 'record,with,access,require-approval'],
    ['fr', 'excel-fr', 'dossier;avec;accès;approbation'],
  ])('%s: an empty CSV that is filled in and fed again (%s)', async (lang, _, headers) => {
    const file = join(folder, `${lang}.csv`);
    const made = await journey.psyctl('template', 'record', 'share', '--lang', lang, '--output-file', file);
    expect([made.exit, made.out, readFileSync(file, 'utf8')]).toEqual([0, '', `\uFEFF${headers}\r\n`]);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const between = headers.includes(';') ? ';' : ',';
    const row = ['R-1', address('dan'), lang === 'fr' ? 'lecture' : 'read', ''].join(between);
    writeFileSync(file, `\uFEFF${headers}\r\n${row}\r\n`);
    const shared = await journey.psyctl('record', 'share', '--csv', file, '--as', 'owner', '--dry-run', '-o', 'json');
    expect([shared.exit, shared.json()]).toMatchObject([0, { summary: { steps: { change: 1 } } }]);
  });

  it('is for what --csv reads alone', async () => {
    const ended = await journey.psyctl('template', 'onboard', '-o', 'json');
    expect([ended.exit, JSON.parse(ended.err)]).toMatchObject([2, { error: { code: 'no-template' } }]);
    expect((await journey.psyctl('template', 'record', 'shrae')).err).toContain('record share');
  });
});

describe.skipIf(noTerminal)('in a terminal', () => {
  const at = async (env: Record<string, string>, ...more: string[]) => {
    const own = { PSYCTL_HOME: journey.home, PSYCTL_API_URL: journey.sandbox.url, PSYCTL_TOKEN: ADMIN_TOKEN, ...env };
    seat = await seatAt(['record', 'list', '--as', address('alice'), ...more], own);
    return seat;
  };

  it('a long table goes through the pager, which may be left early', async () => {
    const { shows, press, ended } = await at({ PSYCTL_PAGER: 'more' });
    const screen = await shows(/More/);
    expect(screen).toContain('R-1 ');
    expect(screen).not.toContain('R-60');
    await press('q');
    expect((await ended()).exit).toBe(0);
  });

  it.each([[{ PSYCTL_PAGER: 'cat' }], [{ PSYCTL_PAGER: 'no-such-pager' }]])(
    'it is shown all the same with %j',
    async (env) => {
      const { exit, screen } = await (await at(env)).ended();
      expect([exit, /^R-60 /m.test(screen)]).toEqual([0, true]);
    },
  );

  it('--no-pager shows it at once', async () => {
    const { exit, screen } = await (await at({ PSYCTL_PAGER: 'more' }, '--no-pager')).ended();
    expect([exit, /^R-60 /m.test(screen)]).toEqual([0, true]);
  });
});
