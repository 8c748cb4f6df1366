import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { World } from '../../src/contract/world.ts';
import { account } from '../support/account.ts';
import { type Journey, journeyIn } from '../support/cli.ts';
import { ADMIN_TOKEN } from '../support/sandbox.ts';

const file = new URL('../../fixtures/worlds/preview.yaml', import.meta.url);
const PATIENT = { PSYCTL_COMPLETION_TIMEOUT: '60000' };

let journey: Journey;
beforeAll(async () => {
  const world = parse(readFileSync(file, 'utf8'));
  journey = await journeyIn(World.parse(world));
});
afterAll(() => journey.close());

/** What zsh is told that a word can become. */
const asked = async (words: readonly string[], env: Record<string, string> = {}) =>
  await journey.psyctlWith({ env: { ...PATIENT, ...env } }, '__complete', 'zsh', ...words);
const values = (out: string) =>
  out
    .split('\n')
    .slice(0, -1)
    .map((line) => line.split('\t')[0]);
const SILENCE = { exit: 0, out: '', err: '' };

describe('a word is completed with what there is', () => {
  it.each([
    [['record', 'show', '--as', 'alice@example.org', 'R-1'], ['R-1001']],
    [
      ['record', 'share', 'R-1001', '--with', 'a'],
      ['admin@example.org', 'alice@example.org'],
    ],
    [['record', 'share', 'R-1001', '--with', 'team:'], ['team:Psychology North']],
    [['record', 'share', 'R-1001', '--with=team:'], ['--with=team:Psychology North']],
    [['record', 'share', 'R-1001', '--with', 'te'], ['team:Psychology North']],
    [['team', 'show', 'P'], ['Psychology North']],
    [['access', 'of', 'team:Psy'], ['team:Psychology North']],
    [['space', 'create', '--for', ''], ['P-001']],
    [['member', 'list', '--school', ''], ['010']],
    [['access', 'who', '--as', 'alice@example.org', ''], ['R-1001']],
    [['connection', 'use', ''], ['sandbox']],
    [['run', 'show', ''], []],
    [['record', 'show', '--as', 'nobody@example.org', 'R-1'], []],
  ])('%j: %j', async (words, those) => {
    const { exit, out, err } = await asked(words);
    expect({ exit, err, those: values(out) }).toEqual({ exit: 0, err: '', those });
  });

  it('never with a title, nor with the name of a pupil', async () => {
    const all = await Promise.all(
      [
        ['record', 'show', '--as', 'alice@example.org', ''],
        ['space', 'create', '--for', ''],
        ['access', 'who', '--as', 'alice@example.org', ''],
        ['record', 'list', '--titles', '--as', 'alice@example.org', '--'],
      ].map((words) => asked(words)),
    );
    const said = all.map(({ out }) => out).join('');
    expect(said).toContain('R-1001');
    expect(said).not.toMatch(/Tremblay|Sam|S\. T\.|Follow-up/);
  });
});

describe('silence, and exit 0', () => {
  it.each<[string, Record<string, string>]>([
    ['where the token is not accepted', { PSYCTL_TOKEN: 'wrong' }],
    ['where nobody is signed in', { PSYCTL_TOKEN: '' }],
    ['where the API can’t be reached', { PSYCTL_API_URL: 'http://127.0.0.1:9' }],
    ['where its URL is none', { PSYCTL_API_URL: 'nonsense' }],
    ['where the time is over', { PSYCTL_COMPLETION_TIMEOUT: '1' }],
    ['where the connection isn’t known', { PSYCTL_API_URL: '', PSYCTL_CONNECTION: 'gone' }],
    ['where the embedded sandbox isn’t there yet', { PSYCTL_API_URL: '', PSYCTL_CONNECTION: 'sandbox' }],
  ])('%s', async (_, env) => {
    const { exit, out, err } = await asked(['record', 'share', 'R-1001', '--with', 'a'], env);
    expect({ exit, out, err }).toEqual(SILENCE);
    expect(existsSync(join(journey.home, 'data/sandbox.db'))).toBe(false);
  });

  it('to whoever asks otherwise than our scripts do', async () => {
    for (const args of [[], ['tcsh', 'record'], ['bash'], ['powershell', 'x']]) {
      const { exit, err } = await journey.psyctlWith({ env: PATIENT }, '__complete', ...args);
      expect({ exit, err }).toEqual({ exit: 0, err: '' });
    }
  });
});

describe.skipIf(process.platform !== 'linux')('a keyring', () => {
  const desk = account();
  afterAll(() => desk.close());
  /** A bus on which the keyring says whether it is locked. */
  const bus = (answer: string) => {
    const folder = join(desk.home, 'bus');
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'busctl'), `#!/bin/sh\n${answer}\n`);
    chmodSync(join(folder, 'busctl'), 0o755);
    return { ...PATIENT, PATH: `${folder}:${process.env['PATH']}` };
  };
  const words = ['__complete', 'zsh', 'record', 'share', 'R-1001', '--with', 'al'];

  it('is asked for the token while it is open, and left alone otherwise: it would ask to be opened', async () => {
    const login = ['auth', 'login', '--api-url', journey.sandbox.url, '--with-token'];
    expect((await desk.psyctl({ input: ADMIN_TOKEN }, ...login)).exit).toBe(0);
    const open = await desk.psyctl({ env: bus('echo "b false"') }, ...words);
    expect(values(open.out)).toEqual(['alice@example.org']);
    for (const answer of ['echo "b true"', 'exit 1']) {
      const { exit, out, err } = await desk.psyctl({ env: bus(answer) }, ...words);
      expect({ exit, out, err }).toEqual(SILENCE);
    }
  });
});
