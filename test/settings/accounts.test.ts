import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Failure } from '../../src/failures/failure.ts';
import { type Accounts, accountsOf } from '../../src/settings/accounts.ts';
import type { ChosenApi } from '../../src/settings/choose.ts';
import type { Keyring } from '../../src/settings/keyring.ts';
import { tokenFor } from '../../src/settings/tokens.ts';
import { fakeKeyring, forgetful, headless } from '../support/keyrings.ts';

const TOKEN = 'a-token-nobody-may-see';
const URL_A = 'https://a.example';

let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'psyctl-accounts-'));
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

const accounts = (keyring: Keyring): Accounts => accountsOf({ PSYCTL_HOME: home }, () => {}, keyring);
const tokenFile = () => join(home, 'tokens.json');
const settingsText = () => readFileSync(join(home, 'settings.json'), 'utf8');
const failureOf = async (promise: Promise<unknown>): Promise<Failure> => {
  const error = await promise.then(
    () => expect.fail('it went well'),
    (reason: unknown) => reason,
  );
  if (!(error instanceof Failure)) throw error;
  return error;
};

describe('signing in', () => {
  test('keeps the token in the keyring, and nothing of it in a file', async () => {
    const keyring = fakeKeyring();
    const on = accounts(keyring);
    expect(await on.signIn('school', { url: URL_A, caFile: '/ca.pem' }, TOKEN, 'keyring')).toEqual({ leftIn: null });
    expect([...keyring.kept]).toEqual([['school', TOKEN]]);
    expect(existsSync(tokenFile())).toBe(false);
    expect(settingsText()).not.toContain(TOKEN);
    const school = { url: URL_A, caFile: '/ca.pem', token: 'keyring' };
    expect(await on.settings()).toEqual({ current: 'school', connections: { school } });
  });

  test('keeps it in a file where that is wanted, for this user alone', async () => {
    const on = accounts(headless());
    await on.signIn('school', { url: URL_A }, TOKEN, 'file');
    await on.signIn('other', { url: 'https://b.example' }, 'b-token', 'file');
    expect(statSync(tokenFile()).mode & 0o777).toBe(0o600);
    expect([await on.tokens.read('school', 'file'), await on.tokens.read('other', 'file')]).toEqual([TOKEN, 'b-token']);
    expect(settingsText()).not.toContain(TOKEN);
  });

  test.each([
    ['can’t store', headless(), 'failing'],
    ['forgets', forgetful(), 'unfaithful'],
  ])('remembers nothing where the keyring %s', async (_, keyring, problem) => {
    const failure = await failureOf(accounts(keyring).signIn('school', { url: URL_A }, TOKEN, 'keyring'));
    expect([failure.code, failure.details]).toMatchObject(['keyring-silent', { connection: 'school', problem }]);
    expect([existsSync(tokenFile()), existsSync(join(home, 'settings.json'))]).toEqual([false, false]);
  });

  test('keeps no token where the connection can’t be remembered', async () => {
    const keyring = fakeKeyring();
    writeFileSync(join(home, 'settings.json'), '{');
    const on = accounts(keyring);
    expect((await failureOf(on.signIn('school', { url: URL_A }, TOKEN, 'keyring'))).code).toBe('settings-damaged');
    expect(keyring.kept.size).toBe(0);
  });

  test('somewhere else takes the old token away, or says where it may be left', async () => {
    const keyring = fakeKeyring();
    await accounts(keyring).signIn('school', { url: URL_A }, TOKEN, 'keyring');
    expect(await accounts(keyring).signIn('school', { url: URL_A }, 'new', 'file')).toEqual({ leftIn: null });
    expect(keyring.kept.size).toBe(0);
    await accounts(keyring).signIn('school', { url: URL_A }, 'newer', 'keyring');
    expect(existsSync(tokenFile())).toBe(false);
    expect(await accounts(headless()).signIn('school', { url: URL_A }, 'n', 'file')).toEqual({ leftIn: 'keyring' });
  });

  test('leaves other connections as they are', async () => {
    const on = accounts(fakeKeyring());
    await on.signIn('one', { url: URL_A }, TOKEN, 'keyring');
    await on.signIn('two', { url: URL_A }, TOKEN, 'file');
    expect(Object.keys((await on.settings()).connections)).toEqual(['one', 'two']);
    expect((await on.settings()).current).toBe('two');
    await on.use('one');
    expect((await on.settings()).current).toBe('one');
  });
});

describe('the token that is used', () => {
  const school: ChosenApi = { kind: 'api', name: 'school', url: URL_A, caFile: undefined, kept: 'keyring' };

  test('is that of PSYCTL_TOKEN before any that is kept, and nothing is asked of the keyring then', async () => {
    const { tokens } = accounts(headless());
    const held = await tokenFor(school, { PSYCTL_TOKEN: ' given\n' }, tokens);
    expect(held).toEqual({ token: 'given', from: 'environment' });
  });

  test('is the one that is kept otherwise, wherever it is', async () => {
    const keyring = fakeKeyring();
    const on = accounts(keyring);
    await on.signIn('school', { url: URL_A }, TOKEN, 'keyring');
    expect(await tokenFor(school, { PSYCTL_TOKEN: '' }, on.tokens)).toEqual({ token: TOKEN, from: 'keyring' });
    await on.signIn('school', { url: URL_A }, TOKEN, 'file');
    expect(await tokenFor({ ...school, kept: 'file' }, {}, on.tokens)).toEqual({ token: TOKEN, from: 'file' });
  });

  test('is missing where none is kept, or the one that was is gone', async () => {
    const { tokens } = accounts(fakeKeyring());
    const cases = [{ ...school, kept: null }, school, { ...school, kept: 'file' as const }];
    for (const chosen of cases) {
      const failure = await failureOf(tokenFor(chosen, {}, tokens));
      expect([failure.code, failure.details]).toEqual(['no-token', { connection: 'school', url: URL_A }]);
    }
    expect((await failureOf(tokenFor({ ...school, name: null, kept: null }, {}, tokens))).details).toEqual({
      connection: null,
      url: URL_A,
    });
  });

  test('“none” of a keyring that doesn’t answer is not taken for signed out', async () => {
    const failure = await failureOf(tokenFor(school, {}, accounts(headless()).tokens));
    expect([failure.code, failure.details]).toMatchObject(['keyring-silent', { problem: 'failing' }]);
  });

  test('a damaged file of tokens is a failure that quotes nothing of it', async () => {
    writeFileSync(tokenFile(), `{"tokens": {"school": "${TOKEN}"`);
    const failure = await failureOf(tokenFor({ ...school, kept: 'file' }, {}, accounts(headless()).tokens));
    expect([failure.code, failure.details]).toEqual(['settings-damaged', { file: tokenFile() }]);
    expect(failure.cause).toBeUndefined();
  });
});

describe('signing out', () => {
  test.each(['keyring', 'file'] as const)('forgets the token in the %s, and not the connection', async (place) => {
    const keyring = fakeKeyring();
    const on = accounts(keyring);
    await on.signIn('school', { url: URL_A, caFile: '/ca.pem' }, TOKEN, place);
    expect(await on.signOut('school')).toBe(place);
    expect([keyring.kept.size, existsSync(tokenFile())]).toEqual([0, false]);
    expect((await on.settings()).connections).toEqual({ school: { url: URL_A, caFile: '/ca.pem' } });
    expect(await on.signOut('school')).toBeNull();
  });

  test.each([
    ['doesn’t answer', headless()],
    ['keeps what it was told to forget', fakeKeyring({ remove: async () => {} })],
  ])('is not done where the keyring %s', async (_, keyring) => {
    await accounts(fakeKeyring()).signIn('school', { url: URL_A }, TOKEN, 'keyring');
    const before = settingsText();
    expect((await failureOf(accounts(keyring).signOut('school'))).code).toBe('keyring-silent');
    expect(settingsText()).toBe(before);
  });

  test('of what isn’t known is a failure', async () => {
    expect((await failureOf(accounts(fakeKeyring()).signOut('nowhere'))).code).toBe('unknown-connection');
  });

  test('forgetting a connection leaves none current, unless another was', async () => {
    const on = accounts(fakeKeyring());
    await on.signIn('one', { url: URL_A }, TOKEN, 'file');
    await on.signIn('two', { url: URL_A }, TOKEN, 'file');
    await on.forget('one');
    expect((await on.settings()).current).toBe('two');
    await on.forget('two');
    expect(await on.settings()).toEqual({ connections: {} });
  });
});
