import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Account, account } from '../support/account.ts';
import { type Ended, type Journey, journeyIn } from '../support/cli.ts';
import { ADMIN_TOKEN } from '../support/sandbox.ts';
import { errorOf, jsonOf } from '../support/seen.ts';
import { town } from '../support/town.ts';

let journey: Journey;
beforeAll(async () => {
  journey = await journeyIn(town([]));
});
afterAll(() => journey.close());

const login = (desk: Account, ...more: string[]): Promise<Ended> =>
  desk.psyctl({ input: ADMIN_TOKEN }, 'auth', 'login', '--api-url', journey.sandbox.url, '--with-token', ...more);
const file = (desk: Account) => join(desk.home, 'tokens.json');

describe.each(['silent', 'missing'] as const)('where the keyring is %s', (keyring) => {
  const desk = account(keyring);
  afterAll(() => desk.close());

  it('a script keeps nothing unless it says where: exit 4, and no file', async () => {
    const ended = await login(desk, '-o', 'json');
    expect([ended.exit, errorOf(ended).code]).toEqual([4, 'token-not-kept']);
    expect(errorOf(ended).hint).toContain('--insecure-storage');
    expect(desk.files()).toEqual([]);
  });

  it('--insecure-storage keeps the token in a file for this user alone, and says so', async () => {
    const ended = await login(desk, '--insecure-storage');
    expect(ended.exit).toBe(0);
    expect(ended.out.replace(/\s+/g, ' ')).toContain(`The token is kept in ${file(desk)}, which only you can read.`);
    expect(statSync(file(desk)).mode & 0o777).toBe(0o600);
    expect(desk.filesWith(ADMIN_TOKEN)).toEqual([file(desk)]);
    expect((await desk.psyctl({}, 'whoami', '--verbose')).exit).toBe(0);
    const status = await desk.psyctl({}, 'auth', 'status', '-o', 'json');
    expect(jsonOf(status)).toMatchObject([{ token: { from: 'file', file: file(desk) }, error: null }]);
  });

  it('signing out leaves no file, and nothing that was printed holds the token', async () => {
    expect((await desk.psyctl({}, 'auth', 'logout')).exit).toBe(0);
    expect([existsSync(file(desk)), desk.filesWith(ADMIN_TOKEN)]).toEqual([false, []]);
    expect(desk.printed()).not.toContain(ADMIN_TOKEN);
  });
});

describe('where the keyring has become silent', () => {
  const desk = account();
  afterAll(() => desk.close());
  const silent = { FAKE_KEYRING: 'silent' };

  it('nobody is taken for signed out: exit 4, and the keyring is blamed', async () => {
    expect((await login(desk, '--connection', 'school')).exit).toBe(0);
    const ended = await desk.psyctl({ env: silent }, 'whoami', '-o', 'json');
    expect([ended.exit, errorOf(ended).code]).toEqual([4, 'keyring-silent']);
    expect(errorOf(ended).hint).toContain('unlock the keyring');
    const given = await desk.psyctl({ env: { ...silent, PSYCTL_TOKEN: ADMIN_TOKEN } }, 'whoami');
    expect(given.exit).toBe(0);
  });

  it('signing out and removing claim nothing that may not be so', async () => {
    expect((await desk.psyctl({ env: silent }, 'auth', 'logout')).exit).toBe(4);
    expect((await desk.psyctl({ env: silent }, 'connection', 'remove', 'school')).exit).toBe(4);
    expect((await desk.psyctl({}, 'whoami')).exit).toBe(0);
    const forced = await desk.psyctl({ env: silent }, 'connection', 'remove', 'school', '--force');
    expect(forced.exit).toBe(0);
    expect(forced.err).toContain('may still be in the system’s keyring');
  });
});

// The real one: a machine without a desktop has none that answers, and psyctl has to notice by itself.
it('the keyring of this machine takes the token, or is found not to: never is it kept elsewhere unasked', async () => {
  const desk = account();
  const env = { NODE_OPTIONS: '' };
  const ended = await desk.psyctl(
    { input: ADMIN_TOKEN, env },
    ...['auth', 'login', '--api-url', journey.sandbox.url, '--with-token', '-o', 'json'],
  );
  expect(desk.filesWith(ADMIN_TOKEN)).toEqual([]);
  if (ended.exit === 0) {
    expect(jsonOf(ended).token.from).toBe('keyring');
    expect((await desk.psyctl({ env }, 'whoami')).exit).toBe(0);
    expect((await desk.psyctl({ env }, 'auth', 'logout')).exit).toBe(0);
  } else {
    expect([ended.exit, errorOf(ended).code]).toEqual([4, 'token-not-kept']);
    expect(desk.files()).toEqual([]);
  }
  desk.close();
});

describe('what signing in is given', () => {
  const desk = account();
  afterAll(() => desk.close());
  const url = () => journey.sandbox.url;
  const attempt = (input: string, ...args: string[]) => desk.psyctl({ input }, 'auth', 'login', ...args, '-o', 'json');

  it.each<[string, string, () => string[], number, string]>([
    ['no URL', 'token', () => ['--with-token'], 2, 'url-not-given'],
    ['no URL of an API', 'token', () => ['--api-url', 'api.example', '--with-token'], 2, 'bad-url'],
    ['no --with-token, and nobody to ask', 'token', () => ['--api-url', url()], 2, 'token-not-given'],
    ['an empty token', ' \n', () => ['--api-url', url(), '--with-token'], 2, 'token-not-given'],
    ['two lines', 'one\ntwo', () => ['--api-url', url(), '--with-token'], 2, 'token-not-given'],
    ['the sandbox’s name', 'token', () => ['--connection', 'sandbox', '--with-token'], 2, 'connection-name'],
    ['a name that is none', 'token', () => ['--connection', '--x', '--api-url', url()], 2, 'connection-name'],
    ['a token as an argument', '', () => ['--api-url', url(), 'token'], 2, 'usage'],
  ])('%s: exit 2, and nothing is kept', async (_, input, args, exit, code) => {
    const ended = await attempt(input, ...args());
    expect([ended.exit, errorOf(ended).code]).toEqual([exit, code]);
    expect([desk.files(), desk.keyring()]).toEqual([[], {}]);
  });

  it('settings that are damaged are found before anything else', async () => {
    const damaged = account();
    await damaged.psyctl({}, 'connection', 'use', 'sandbox');
    writeFileSync(join(damaged.home, 'settings.json'), '{');
    const ended = await login(damaged, '-o', 'json');
    expect([ended.exit, errorOf(ended).code, damaged.keyring()]).toEqual([2, 'settings-damaged', {}]);
    damaged.close();
  });

  it('a byte order mark and blanks around a token are not part of it', async () => {
    const ended = await attempt(`\uFEFF ${ADMIN_TOKEN} \r\n`, '--api-url', url(), '--with-token');
    expect([ended.exit, jsonOf(ended).connection]).toEqual([0, new URL(url()).host]);
  });

  it('variables that come before what was signed in to are named', async () => {
    const env = { PSYCTL_TOKEN: 'other', PSYCTL_CONNECTION: 'sandbox' };
    const input = ADMIN_TOKEN;
    const ended = await desk.psyctl({ input, env }, 'auth', 'login', '--api-url', url(), '--with-token');
    expect(ended.exit).toBe(0);
    expect(ended.err).toContain('PSYCTL_TOKEN is set: it comes before');
    expect(ended.err).toContain('PSYCTL_CONNECTION is set: it comes before');
  });

  it('http to another machine is warned of', async () => {
    const ended = await attempt('token', '--api-url', 'http://psylio.invalid', '--with-token', '--timeout', '1');
    expect(ended.exit).toBe(9);
    expect(ended.err).toContain('Warning: psylio.invalid is asked over http');
  });
});

describe('two homes on one computer', () => {
  it('don’t share tokens, though their connections have one name', async () => {
    const desk = account();
    const other = { PSYCTL_HOME: join(desk.home, '..', 'other') };
    const named = ['auth', 'login', '--api-url', journey.sandbox.url, '--connection', 'school', '--with-token'];
    await desk.psyctl({ input: ADMIN_TOKEN }, ...named);
    await desk.psyctl({ input: 'token-alice', env: other }, ...named);
    expect(Object.values(desk.keyring()).sort()).toEqual(['test-admin-token', 'token-alice']);
    expect(jsonOf(await desk.psyctl({ env: other }, 'whoami', '-o', 'json')).email).toBe('alice@example.org');
    await desk.psyctl({ env: other }, 'auth', 'logout');
    expect(jsonOf(await desk.psyctl({}, 'whoami', '-o', 'json')).email).toBe('ada@example.org');
    desk.close();
  });
});

describe('connections', () => {
  const desk = account();
  afterAll(() => desk.close());
  const sign = (name: string, token: string) =>
    desk.psyctl(
      { input: token },
      ...['auth', 'login', '--api-url', journey.sandbox.url, '--connection', name, '--with-token'],
    );
  const list = async () => jsonOf(await desk.psyctl({}, 'connection', 'list', '-o', 'json'));

  it('are listed with the sandbox, which always exists, and without any token', async () => {
    await sign('one', ADMIN_TOKEN);
    await sign('two', 'token-alice');
    const { url } = journey.sandbox;
    expect(await list()).toEqual([
      { name: 'one', url, current: false, token: 'keyring', caFile: null },
      { name: 'two', url, current: true, token: 'keyring', caFile: null },
      { name: 'sandbox', url: null, current: false, token: null, caFile: null },
    ]);
    expect((await desk.psyctl({}, 'connection', 'list')).out).toMatch(/^two +http:\S+ +yes +keyring$/m);
    expect(readFileSync(join(desk.home, 'settings.json'), 'utf8')).not.toContain('token-alice');
  });

  it('the one to use is chosen', async () => {
    expect(jsonOf(await desk.psyctl({}, 'whoami', '-o', 'json')).email).toBe('alice@example.org');
    expect((await desk.psyctl({}, 'connection', 'use', 'one')).exit).toBe(0);
    expect(jsonOf(await desk.psyctl({}, 'whoami', '-o', 'json')).email).toBe('ada@example.org');
    const named = await desk.psyctl({}, 'whoami', '--connection', 'two', '-o', 'json');
    expect(jsonOf(named).email).toBe('alice@example.org');
  });

  it('all of them have a status, each with its own token; PSYCTL_TOKEN goes to the one that is used alone', async () => {
    const emails = async (env: Record<string, string> = {}) =>
      jsonOf(await desk.psyctl({ env }, 'auth', 'status', '-o', 'json')).map(
        (one: { connection: string; member: { email: string } }) => `${one.connection} ${one.member.email}`,
      );
    expect(await emails()).toEqual(['one ada@example.org', 'two alice@example.org']);
    expect(await emails({ PSYCTL_TOKEN: 'token-bob' })).toEqual(['one bob@example.org', 'two alice@example.org']);
  });

  it('one that isn’t there can’t be used: exit 4, and which there are', async () => {
    for (const verb of ['use', 'remove']) {
      const ended = await desk.psyctl({}, 'connection', verb, 'three', '-o', 'json');
      expect([ended.exit, errorOf(ended).code]).toEqual([4, 'unknown-connection']);
      expect(errorOf(ended).hint).toContain('one and two');
    }
    expect((await desk.psyctl({}, 'connection', 'use', '-o', 'json')).exit).toBe(2);
    expect((await desk.psyctl({}, 'connection', 'remove', 'sandbox')).exit).toBe(2);
  });

  it('removing one takes its token along; without a current one, and several, psyctl says how to choose', async () => {
    await sign('three', ADMIN_TOKEN);
    expect((await desk.psyctl({}, 'connection', 'remove', 'three')).exit).toBe(0);
    expect(Object.keys(desk.keyring())).toHaveLength(2);
    const ended = await desk.psyctl({}, 'whoami', '-o', 'json');
    expect([ended.exit, errorOf(ended).code]).toEqual([4, 'no-connection']);
    expect(errorOf(ended).hint).toBe('psyctl connection use NAME makes one so: one or two');
  });

  it('another API under a name that is taken is not signed in to by mistake', async () => {
    const taken = account();
    const { url } = journey.sandbox;
    const { host } = new URL(url);
    const signIn = (...more: string[]) =>
      taken.psyctl({ input: ADMIN_TOKEN }, 'auth', 'login', '--with-token', '-o', 'json', '--api-url', ...more);
    await signIn(url);
    const ended = await signIn(`${url}/elsewhere`);
    expect([ended.exit, errorOf(ended).code]).toEqual([2, 'connection-name']);
    expect(errorOf(ended).message).toContain(`“${host}”`);
    taken.close();
  });
});

it('nobody signed in: status says so, and how to', async () => {
  const desk = account();
  const ended = await desk.psyctl({}, 'auth', 'status', '-o', 'json');
  expect([ended.exit, errorOf(ended).code]).toEqual([4, 'no-connection']);
  expect(errorOf(ended).hint).toContain('psyctl auth login');
  desk.close();
});
